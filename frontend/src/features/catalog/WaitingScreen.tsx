import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { ItemVersionsWaitingDocument, type ItemVersionsWaitingQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'

type Waiting = ItemVersionsWaitingQuery['itemVersionsWaiting']['nodes'][number]

const connectionOf = (data: ItemVersionsWaitingQuery) => data.itemVersionsWaiting

/** Versions of items that wait for the legal reviewer or for publication. */
export default function WaitingScreen() {
  const { t } = useTranslation()
  const pages = usePages(ItemVersionsWaitingDocument, { first: 50 }, connectionOf)
  const { district } = useViewer()
  const name = (one: Waiting) => `${one.content.name} · ${t('catalog.versionNo', { no: one.no })}`
  const every: Column<Waiting>[] = [
    {
      key: 'name',
      title: t('catalog.name'),
      text: name,
      render: (one) => <Link to={`/item-versions/${one.id}`}>{name(one)}</Link>,
    },
    { key: 'state', title: t('catalog.state'), text: (one) => t(`catalog.states.${one.state}`) },
    { key: 'by', title: t('catalog.drafter'), text: (one) => one.trail.draftedBy ?? '—' },
    {
      key: 'sent',
      title: t('catalog.sentAt'),
      text: (one) => (one.trail.sentAt ? formatInstant(one.trail.sentAt, district?.zone) : ''),
      render: (one) => one.trail.sentAt && <Instant at={one.trail.sentAt} />,
    },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page title={t('app.waiting')}>
      <ListViews list="items-waiting" columns={every} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noneWaiting')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('app.waiting')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('app.waiting')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
