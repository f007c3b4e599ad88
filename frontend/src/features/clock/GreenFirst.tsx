import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { RecordTable, type Column } from '@/components/RecordTable'
import { QueueDocument, type DutyFilter, type QueueRowFragment } from '@/gql/staff/graphql'

interface GreenFirstProps {
  /** of the queue below */
  filter: DutyFilter
  columns: Column<QueueRowFragment>[]
}

/** What goes through the green channel stands above the queue, whatever its date; nothing when there is none. */
export function GreenFirst({ filter, columns }: GreenFirstProps) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: QueueDocument, variables: { filter: { ...filter, mark: 'GREEN_CHANNEL' }, first: 20 }, requestPolicy: 'cache-and-network' })
  const rows = (data?.duties.nodes ?? []).filter(({ mark }) => mark === 'GREEN_CHANNEL')
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('clock.greenFirst')}</h2>
      <RecordTable caption={t('clock.greenFirst')} columns={columns} rows={rows} rowKey={(duty) => duty.id} />
    </section>
  )
}
