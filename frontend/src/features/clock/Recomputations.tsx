import { useTranslation } from 'react-i18next'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { SheetButton } from '@/components/SheetButton'
import type { CalendarFactsFragment } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useSorted } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'

type Round = CalendarFactsFragment['recomputations'][number]

/** What published notices did to the district's clocks. */
export function Recomputations({ done }: { done: readonly Round[] }) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const columns: Column<Round>[] = [
    { key: 'at', title: t('clock.at'), text: (one) => formatInstant(one.at, district?.zone), render: (one) => <Instant at={one.at} /> },
    { key: 'cause', title: t('clock.cause'), text: (one) => one.cause },
    { key: 'moved', title: t('clock.moved'), numeric: true, text: (one) => String(one.movedDuties) },
    { key: 'state', title: t('clock.status'), text: (one) => t(one.doneAt ? 'clock.recomputed' : 'clock.recomputing') },
  ]
  const list = useSorted(columns, done)
  if (done.length === 0) return null
  return (
    <section>
      <h2>{t('clock.recomputations')}</h2>
      <p className="list-export">
        <SheetButton name={t('clock.recomputations')} columns={columns} rows={list.rows} />
      </p>
      <RecordTable caption={t('clock.recomputations')} rows={list.rows} rowKey={(one) => `${one.at} ${one.cause}`} columns={columns} order={list.order} />
    </section>
  )
}
