import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import type { CalendarFactsFragment } from '@/gql/staff/graphql'

/** What published notices did to the district's clocks. */
export function Recomputations({ done }: { done: CalendarFactsFragment['recomputations'] }) {
  const { t } = useTranslation()
  if (done.length === 0) return null
  return (
    <section>
      <h2>{t('clock.recomputations')}</h2>
      <RecordTable
        caption={t('clock.recomputations')}
        rows={done}
        rowKey={(one) => `${one.at} ${one.cause}`}
        columns={[
          { key: 'at', title: t('clock.at'), text: (one) => one.at, render: (one) => <Instant at={one.at} /> },
          { key: 'cause', title: t('clock.cause'), text: (one) => one.cause },
          { key: 'moved', title: t('clock.moved'), numeric: true, text: (one) => String(one.movedDuties) },
          { key: 'state', title: t('clock.status'), text: (one) => t(one.doneAt ? 'clock.recomputed' : 'clock.recomputing') },
        ]}
      />
    </section>
  )
}
