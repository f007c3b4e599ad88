import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import type { Column } from '@/components/RecordTable'
import type { QueueRowFragment } from '@/gql/staff/graphql'
import { dueText } from '@/lib/due-text'
import { groupedNumber } from '@/lib/numbers'
import { useViewer } from '@/lib/viewer'
import { TransferButton } from '@/components/TransferButton'

/** What an alert is about is in its label: the case's number, in groups as everywhere. */
const numberOf = (duty: QueueRowFragment) => (duty.case ? groupedNumber(duty.case.number) : groupedNumber(/\d{19}/.exec(duty.label)?.[0] ?? duty.label))

/** The days for the answer are over and the law has not answered either: a person must. */
const unanswered = ({ kind, light }: QueueRowFragment) => kind === 'CASE_ACCEPTANCE' && (light === 'RED' || light === 'DARK')

/** A question before the clock has no number. */
const asked = ({ kind }: QueueRowFragment) => kind === 'CONSULTATION' || kind === 'CONSULTATION_TAKE'

/** The queue's columns: the table shows them and the export writes them. */
export function useQueueColumns(withUnit: boolean, onTransferred: () => void): Column<QueueRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  const status = (duty: QueueRowFragment) => (duty.case ? t(`caseStatus.${duty.case.status}`) : '')
  const columns: (Column<QueueRowFragment> | false)[] = [
    { key: 'light', title: t('clock.light'), text: (duty) => t(`lights.${duty.light}`), render: (duty) => <Light light={duty.light} /> },
    {
      key: 'number',
      title: t('clock.number'),
      text: (duty) => (asked(duty) ? t('consult.one') : numberOf(duty)),
      render: (duty) =>
        duty.case ? (
          <Link to={`/cases/${duty.case.id}`} className="number">
            {groupedNumber(duty.case.number)}
          </Link>
        ) : duty.kind === 'ALERT' ? (
          <Link to={`/alerts/${duty.about}`} className="number">
            {numberOf(duty)}
          </Link>
        ) : asked(duty) ? (
          <Link to={`/consultations/${duty.about}`}>{t('consult.one')}</Link>
        ) : (
          duty.label
        ),
    },
    {
      key: 'item',
      title: t('clock.item'),
      text: (duty) => {
        const kind = duty.kind === 'CASE' ? '' : t(`legal.dutyKinds.${duty.kind}`)
        const about = duty.case?.item.name ?? (duty.kind === 'ALERT' ? duty.label.replace(/^预警答复 \d{19} ?/, '') : asked(duty) ? duty.label.replace(/^咨询：?/, '') : duty.label)
        return [about, kind].filter(Boolean).join(' · ')
      },
    },
    {
      key: 'mark',
      title: t('clock.mark'),
      text: (duty) => (duty.mark ? t(`clock.marks.${duty.mark}`) : ''),
      render: (duty) => duty.mark && <Tag color={duty.mark === 'GREEN_CHANNEL' ? 'green' : 'blue'}>{t(`clock.marks.${duty.mark}`)}</Tag>,
    },
    { key: 'applicant', title: t('clock.applicant'), text: (duty) => duty.case?.applicant.name ?? '' },
    {
      key: 'status',
      title: t('clock.status'),
      text: status,
      render: (duty) =>
        duty.case && (
          <>
            {status(duty)} {unanswered(duty) && <Tag color="red">{t('clock.unanswered')}</Tag>}
          </>
        ),
    },
    {
      key: 'assignee',
      title: t('clock.assignee'),
      text: (duty) => duty.assignee?.name ?? '',
      render: (duty) =>
        (duty.assignee || duty.viewerCanTransfer) && (
          <>
            {duty.assignee?.name} {duty.viewerCanTransfer && <TransferButton duty={duty} onDone={onTransferred} />}
          </>
        ),
    },
    withUnit && { key: 'unit', title: t('units.unit'), text: (duty) => duty.ownerUnit.name },
    { key: 'started', title: t('clock.startedOn'), text: (duty) => duty.startedOn },
    {
      key: 'due',
      title: t('due.due'),
      text: (duty) => {
        const words = dueText(duty, t, i18n.language, district?.zone)
        return duty.provisional && duty.dueOn ? `${words} (${t('due.provisional')})` : words
      },
      render: (duty) => <DueDate due={duty} />,
    },
  ]
  return columns.filter((column) => column !== false)
}
