import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { UnattendedUnitsDocument, type UnattendedUnitsQuery } from '@/gql/staff/graphql'
import { ListViews } from '@/components/ListViews'
import { SheetButton } from '@/components/SheetButton'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'

type Queue = UnattendedUnitsQuery['unattendedUnits'][number]

/** Units with open duties and nobody there: each row says why, and opens the duties. */
export function UnattendedList({ onHandOver }: { onHandOver?: (unitId: string) => void }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: UnattendedUnitsDocument, requestPolicy: 'cache-and-network' })
  const queues = data?.unattendedUnits ?? []
  const every: Column<Queue>[] = [
    {
      key: 'unit',
      title: t('units.unit'),
      text: (queue) => queue.unit.name,
      render: (queue) => <Link to={`/queue?unit=${queue.unit.id}`}>{queue.unit.name}</Link>,
    },
    {
      key: 'open',
      title: t('identity.openDuties'),
      numeric: true,
      text: (queue) => String(queue.openDuties),
      render: (queue) => <Link to={`/queue?unit=${queue.unit.id}`}>{queue.openDuties}</Link>,
    },
    { key: 'overdue', title: t('identity.overdue'), numeric: true, text: (queue) => String(queue.overdue) },
    { key: 'reason', title: t('identity.whyUnattended'), text: (queue) => t(`identity.unattendedReasons.${queue.reason}`) },
  ]
  if (onHandOver) {
    every.push({
      key: 'act',
      action: true,
      title: t('identity.actions'),
      text: () => '',
      render: (queue) => (
        <Button onClick={() => onHandOver(queue.unit.id)}>
          {t('identity.handOverShort')}
          <span className="visually-hidden"> {queue.unit.name}</span>
        </Button>
      ),
    })
  }
  const columns = useColumns(every)
  const list = useSorted(every, queues)
  return (
    <>
      <ListViews list="unattended" columns={every} />
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={() => ask({ requestPolicy: 'network-only' })}
        empty={queues.length === 0}
        emptyText={t('identity.allAttended')}
      >
        {() => (
          <>
            <Alert type="warning" showIcon title={t('identity.unattendedAlarm', { count: queues.length })} />
            <p className="list-export">
              <SheetButton name={t('identity.unattended')} columns={columns} rows={list.rows} />
            </p>
            <RecordTable caption={t('identity.unattended')} columns={columns} rows={list.rows} rowKey={(queue) => queue.unit.id} order={list.order} />
          </>
        )}
      </ScreenState>
    </>
  )
}
