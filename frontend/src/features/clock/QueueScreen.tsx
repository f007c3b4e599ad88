import { Button } from 'antd'
import { useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { QueueDocument, type QueueQuery } from '@/gql/staff/graphql'
import { useColumns, useTellingColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { ALL_UNITS, dutyFilter, firstUnit, queueParams } from './queue-filter'
import { GreenFirst } from './GreenFirst'
import { QueueFilters } from './QueueFilters'
import { queueWords } from './queue-words'
import { useQueueColumns } from './use-queue-columns'

/** The orders that the server knows, by column. */
const ORDERS = { due: 'DUE', started: 'STARTED', item: 'LABEL' } as const
/** Empty in most queues, and then not worth their width. */
const SELDOM = ['mark', 'assignee']
const connectionOf = (data: QueueQuery) => data.duties

/** What a unit owes, the most urgent first. */
export default function QueueScreen() {
  const { t, i18n } = useTranslation()
  const { viewer } = useViewer()
  const [chosen, choose] = useQueryStates(queueParams)
  const own = firstUnit(viewer.units)
  const filter = dutyFilter(chosen, own, viewer.id)
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(QueueDocument, { filter, orderBy, first: 50 }, connectionOf)
  const all = useQueueColumns(filter.unitId !== viewer.unit?.id || !viewer.unit, pages.reload)
  const columns = useColumns(all)
  const passes = pages.nodes.some((duty) => duty.viewerCanTransfer) // its button stands beside the assignee
  const telling = useTellingColumns(columns, pages.nodes, passes ? ['mark'] : SELDOM)
  const unit = chosen.unit ?? own ?? ALL_UNITS

  return (
    <Page
      title={t('app.queue')}
      actions={
        <>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton
            name={t('app.queue')}
            columns={columns}
            rows={pages.nodes}
            rest={pages.all}
            total={pages.data?.duties.totalCount}
            long={{ listing: 'queue', filters: filter, order: orderBy, words: queueWords(t, i18n.language) }}
          />
        </>
      }
    >
      <ListViews list="queue" columns={all} />
      <QueueFilters light={chosen.light} kind={chosen.kind} unit={unit} hands={chosen.hands} mark={chosen.mark} onChange={(part) => void choose(part)} />
      {!chosen.light && !chosen.kind && !chosen.hands && !chosen.mark && <GreenFirst filter={filter} columns={columns} />}
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={chosen.light || chosen.kind || chosen.mark ? t('clock.noneOfThisLight') : t('clock.noDuties')}
        emptyAction={viewer.viewerCanAcceptCases && <Link to="/accept">{t('app.accept')}</Link>}
      >
        {() => (
          <>
            <RecordTable caption={t('app.queue')} columns={telling} rows={pages.nodes} rowKey={(duty) => duty.id} order={order} />
            <LoadMore
              shown={pages.nodes.length}
              total={pages.data?.duties.totalCount}
              hasMore={pages.hasMore}
              loading={pages.loadingMore}
              onMore={() => void pages.loadMore()}
            />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
