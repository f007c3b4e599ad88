import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { DueDate } from '@/components/DueDate'
import { Light } from '@/components/Light'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { GreenRequestsDocument, type GreenRequestRowFragment, type GreenRequestsQuery } from '@/gql/staff/graphql'
import { dueText } from '@/lib/due-text'
import { groupedNumber } from '@/lib/numbers'
import { dueRank, lightRank } from '@/lib/ranks'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'

const connectionOf = (data: GreenRequestsQuery) => data.greenRequests
const variables = { first: 50 }

/** Requests for the green channel that wait for this head or leader; he answers on the case's page. */
export default function GreenRequestsScreen() {
  const { t } = useTranslation()
  const pages = usePages(GreenRequestsDocument, variables, connectionOf)
  const every = useRequestColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page
      title={t('app.greenRequests')}
      actions={
        <>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton name={t('app.greenRequests')} columns={columns} rows={list.nodes} rest={list.all} />
        </>
      }
    >
      <ListViews list="green-requests" columns={every} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('legal.noGreenRequests')}>
        {() => (
          <>
            <RecordTable caption={t('app.greenRequests')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}

function useRequestColumns(): Column<GreenRequestRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    { key: 'light', title: t('clock.light'), text: (row) => (row.duty ? t(`lights.${row.duty.light}`) : ''), render: (row) => row.duty && <Light light={row.duty.light} />, by: (row) => (row.duty ? lightRank(row.duty.light) : '') },
    {
      key: 'number',
      title: t('clock.number'),
      text: (row) => groupedNumber(row.number),
      render: (row) => (
        <Link to={`/cases/${row.id}`} className="number">
          {groupedNumber(row.number)}
        </Link>
      ),
    },
    { key: 'item', title: t('clock.item'), text: (row) => row.item.name },
    { key: 'holder', title: t('cases.holder'), text: (row) => row.holderUnit.name },
    { key: 'reason', title: t('legal.reason'), text: (row) => row.green?.reason ?? '' },
    {
      key: 'asked',
      title: t('legal.askedAt'),
      text: (row) => (row.green ? formatInstant(row.green.askedAt, district?.zone) : ''),
      render: (row) => row.green && <Instant at={row.green.askedAt} />,
    },
    {
      key: 'due',
      title: t('due.due'),
      text: (row) => (row.duty ? dueText(row.duty, t, i18n.language, district?.zone) : ''),
      render: (row) => row.duty && <DueDate due={row.duty} />,
      by: (row) => dueRank(row.duty),
    },
  ]
}
