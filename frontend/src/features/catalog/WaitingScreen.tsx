import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { ItemVersionsWaitingDocument, type ItemVersionsWaitingQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'

type Waiting = ItemVersionsWaitingQuery['itemVersionsWaiting']['nodes'][number]

const connectionOf = (data: ItemVersionsWaitingQuery) => data.itemVersionsWaiting

/** Versions of items that wait for the legal reviewer or for publication. */
export default function WaitingScreen() {
  const { t } = useTranslation()
  const pages = usePages(ItemVersionsWaitingDocument, { first: 50 }, connectionOf)
  const columns: Column<Waiting>[] = [
    {
      key: 'name',
      title: t('catalog.name'),
      text: (one) => one.content.name,
      render: (one) => (
        <Link to={`/item-versions/${one.id}`}>
          {one.content.name} · {t('catalog.versionNo', { no: one.no })}
        </Link>
      ),
    },
    { key: 'state', title: t('catalog.state'), text: (one) => t(`catalog.states.${one.state}`) },
    { key: 'by', title: t('catalog.drafter'), text: (one) => one.trail.draftedBy ?? '—' },
    { key: 'sent', title: t('catalog.sentAt'), text: () => '', render: (one) => one.trail.sentAt && <Instant at={one.trail.sentAt} /> },
  ]
  return (
    <Page title={t('app.waiting')}>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noneWaiting')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('app.waiting')} columns={columns} rows={pages.nodes} rest={pages.all} />
            </p>
            <RecordTable caption={t('app.waiting')} columns={columns} rows={pages.nodes} rowKey={(one) => one.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
