import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { DataImportsDocument, type DataImportsQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { usePages } from '@/lib/use-pages'
import { useCountsText } from './counts'

type Row = DataImportsQuery['dataImports']['nodes'][number]

const connectionOf = (data: DataImportsQuery) => data.dataImports

export function History() {
  const { t } = useTranslation()
  const countsText = useCountsText()
  const pages = usePages(DataImportsDocument, { first: 20 }, connectionOf)
  const columns: Column<Row>[] = [
    {
      key: 'file',
      title: t('exchange.file'),
      text: (row) => row.fileName,
      render: (row) => (row.mine ? <Link to={`/imports/${row.id}`}>{row.fileName}</Link> : `${row.fileName} (${t('exchange.others')})`),
    },
    { key: 'kind', title: t('exchange.kind'), text: (row) => row.kindTitle },
    { key: 'at', title: t('exchange.at'), text: (row) => formatInstant(row.createdAt), render: (row) => <Instant at={row.createdAt} /> },
    { key: 'status', title: t('exchange.statusHead'), text: (row) => t(`exchange.statuses.${row.status}`) },
    { key: 'result', title: t('exchange.result'), text: (row) => countsText(row.counts) },
  ]
  return (
    <section aria-label={t('exchange.history')}>
      <h2>{t('exchange.history')}</h2>
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('exchange.none')}
      >
        {() => (
          <>
            <RecordTable caption={t('exchange.history')} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </section>
  )
}
