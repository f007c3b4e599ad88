import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { DataImportsDocument, type DataImportsQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useCountsText } from './counts'
import { useKindTitle } from './use-kind-title'

type Row = DataImportsQuery['dataImports']['nodes'][number]

const connectionOf = (data: DataImportsQuery) => data.dataImports

export function History() {
  const { t } = useTranslation()
  const countsText = useCountsText()
  const kindTitle = useKindTitle()
  const pages = usePages(DataImportsDocument, { first: 20 }, connectionOf)
  const file = (row: Row) => (row.mine ? row.fileName : t('pairs.beside', { name: row.fileName, value: t('exchange.others') }))
  const every: Column<Row>[] = [
    {
      key: 'file',
      title: t('exchange.file'),
      text: file,
      render: (row) => (row.mine ? <Link to={`/imports/${row.id}`}>{row.fileName}</Link> : file(row)),
    },
    { key: 'kind', title: t('exchange.kind'), text: (row) => kindTitle(row.kind, row.kindTitle) },
    { key: 'at', title: t('exchange.at'), text: (row) => formatInstant(row.createdAt), render: (row) => <Instant at={row.createdAt} /> },
    { key: 'status', title: t('exchange.statusHead'), text: (row) => t(`exchange.statuses.${row.status}`) },
    { key: 'result', title: t('exchange.result'), text: (row) => countsText(row.counts) },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <section aria-label={t('exchange.history')}>
      <h2>{t('exchange.history')}</h2>
      <ListViews list="imports" columns={every} />
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('exchange.none')}
      >
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('exchange.history')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('exchange.history')} columns={columns} rows={list.nodes} rowKey={(row) => row.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </section>
  )
}
