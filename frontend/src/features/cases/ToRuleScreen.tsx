import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { CasesToRuleDocument, type CasesToRuleQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { ListViews } from '@/components/ListViews'
import { useColumns } from '@/lib/use-columns'
import { useSortedPages } from '@/lib/use-sort'
import { useToSignColumns } from './use-to-sign-columns'

const connectionOf = (data: CasesToRuleQuery) => data.casesToRule
const variables = { first: 50 }

/** What was sent back twice: who handles it is ruled on, on the page of the case. */
export default function ToRuleScreen() {
  const { t } = useTranslation()
  const pages = usePages(CasesToRuleDocument, variables, connectionOf)
  const every = useToSignColumns().filter(({ key }) => key !== 'sent')
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page
      title={t('app.toRule')}
      actions={
        <>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton name={t('app.toRule')} columns={columns} rows={list.nodes} rest={list.all} />
        </>
      }
    >
      <ListViews list="to-rule" columns={every} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('legal.nothingToRule')}>
        {() => (
          <>
            <RecordTable caption={t('app.toRule')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
