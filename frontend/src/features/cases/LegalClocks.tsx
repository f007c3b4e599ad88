import { useTranslation } from 'react-i18next'
import { Day, Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { RecordTable } from '@/components/RecordTable'
import { TransferButton } from '@/components/TransferButton'
import type { CaseClockQuery } from '@/gql/staff/graphql'
import { useLimitText } from '@/lib/use-limit-text'

type Clocked = NonNullable<CaseClockQuery['case']>

/** Promised and statutory day of every clock side by side, and in whose hands it is. */
export function LegalClocks({ duties, onTransferred }: { duties: Clocked['duties']; onTransferred: () => void }) {
  const { t } = useTranslation()
  const limitText = useLimitText()
  return (
    <section>
      <h2>{t('legal.clocks')}</h2>
      <RecordTable
        caption={t('legal.clocks')}
        rows={duties}
        rowKey={(duty) => duty.id}
        columns={[
          { key: 'kind', title: t('legal.clockKind'), text: (duty) => t(`legal.dutyKinds.${duty.kind}`) },
          { key: 'unit', title: t('legal.unit'), text: (duty) => duty.ownerUnit.name },
          {
            key: 'assignee',
            title: t('clock.assignee'),
            text: (duty) => duty.assignee?.name ?? '',
            render: (duty) => (
              <>
                {duty.assignee?.name} {duty.viewerCanTransfer && <TransferButton duty={duty} onDone={onTransferred} />}
              </>
            ),
          },
          { key: 'light', title: t('legal.light'), text: (duty) => t(`lights.${duty.light}`), render: (duty) => <Light light={duty.closedLight ?? duty.light} /> },
          { key: 'promise', title: t('cases.promised'), text: (duty) => limitText(duty.budget, duty.budgetUnit, '—') },
          { key: 'due', title: t('legal.promisedDue'), text: (duty) => duty.dueOn ?? '', render: (duty) => <DueDate due={duty} /> },
          { key: 'statutory', title: t('cases.statutory'), text: (duty) => limitText(duty.statutoryBudget, duty.budgetUnit, '—') },
          {
            key: 'dark',
            title: t('legal.statutoryDue'),
            text: (duty) => duty.statutoryDueOn ?? '—',
            render: (duty) => (duty.statutoryDueOn ? <Day day={duty.statutoryDueOn} /> : '—'),
          },
        ]}
      />
    </section>
  )
}

export function SupplementList({ supplements }: { supplements: Clocked['supplements'] }) {
  const { t } = useTranslation()
  if (supplements.length === 0) return null
  return (
    <section>
      <h2>{t('legal.supplements')}</h2>
      <RecordTable
        caption={t('legal.supplements')}
        rows={supplements}
        rowKey={(one) => one.toldAt}
        columns={[
          { key: 'told', title: t('legal.toldAt'), text: (one) => one.toldAt, render: (one) => <Instant at={one.toldAt} /> },
          { key: 'missing', title: t('legal.missingItems'), text: (one) => one.missing.join(t('pairs.next')) },
          { key: 'until', title: t('legal.until'), text: (one) => one.until, render: (one) => <Day day={one.until} /> },
          {
            key: 'complete',
            title: t('legal.completeAt'),
            text: (one) => one.completeAt ?? '—',
            render: (one) => (one.completeAt ? <Instant at={one.completeAt} /> : '—'),
          },
          { key: 'anomaly', title: t('legal.isAnomaly'), text: (one) => one.anomaly ?? '—' },
        ]}
      />
    </section>
  )
}

export function Green({ green }: { green: Clocked['green'] }) {
  const { t } = useTranslation()
  if (!green) return null
  const state = green.granted == null ? 'asked' : green.granted ? 'granted' : 'refused'
  return (
    <section>
      <h2>{t('legal.green')}</h2>
      <p>{t('legal.greenState', { reason: green.reason, state: t(`legal.greenStates.${state}`) })}</p>
      {green.note && <p>{green.note}</p>}
    </section>
  )
}
