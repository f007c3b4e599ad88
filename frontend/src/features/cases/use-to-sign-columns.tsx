import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DueDate } from '@/components/DueDate'
import { Instant } from '@/components/Day'
import { Light } from '@/components/Light'
import type { Column } from '@/components/RecordTable'
import type { ToSignRowFragment } from '@/gql/staff/graphql'
import { dueText } from '@/lib/due-text'
import { groupedNumber } from '@/lib/numbers'
import { dueRank, lightRank } from '@/lib/ranks'
import { formatInstant } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

/** The hand-over that waits is the only open one. */
const sentAt = (row: ToSignRowFragment) => row.handovers.find((one) => !one.signedAt && !one.returnedAt)?.sentAt

export function useToSignColumns(): Column<ToSignRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    {
      key: 'light',
      title: t('clock.light'),
      text: (row) => (row.duty ? t(`lights.${row.duty.light}`) : ''),
      render: (row) => row.duty && <Light light={row.duty.light} />,
      by: (row) => (row.duty ? lightRank(row.duty.light) : ''),
    },
    {
      key: 'number',
      title: t('clock.number'),
      text: (row) => groupedNumber(row.number),
      render: (row) => (
        <Link to={`/cases/${row.id}`} className="number">
          {groupedNumber(row.number)}
        </Link>
      ),
    },
    { key: 'item', title: t('clock.item'), text: (row) => row.item.name },
    { key: 'applicant', title: t('clock.applicant'), text: (row) => row.applicant.name },
    { key: 'from', title: t('cases.from'), text: (row) => row.acceptUnit.name },
    {
      key: 'sent',
      title: t('cases.sentAt'),
      text: (row) => {
        const at = sentAt(row)
        return at ? formatInstant(at, district?.zone) : ''
      },
      render: (row) => {
        const at = sentAt(row)
        return at && <Instant at={at} />
      },
    },
    {
      key: 'due',
      title: t('due.due'),
      text: (row) => (row.duty ? dueText(row.duty, t, i18n.language, district?.zone) : ''),
      render: (row) => row.duty && <DueDate due={row.duty} />,
      by: (row) => dueRank(row.duty),
    },
  ]
}
