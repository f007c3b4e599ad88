import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { CasesToSignDocument, type CasesToSignQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { useToSignColumns } from './use-to-sign-columns'

const connectionOf = (data: CasesToSignQuery) => data.casesToSign
const variables = { first: 50 }

/** What was handed up to this unit and waits for its signature. */
export default function ToSignScreen() {
  const { t } = useTranslation()
  const pages = usePages(CasesToSignDocument, variables, connectionOf)
  const columns = useToSignColumns()

  return (
    <Page
      title={t('app.toSign')}
      actions={
        <>
          <Button onClick={pages.reload}>{t('clock.refresh')}</Button>
          <SheetButton name={t('app.toSign')} columns={columns} rows={pages.nodes} rest={pages.all} />
        </>
      }
    >
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('cases.nothingToSign')}
      >
        {() => (
          <>
            <RecordTable caption={t('app.toSign')} columns={columns} rows={pages.nodes} rowKey={(one) => one.id} />
            <LoadMore
              shown={pages.nodes.length}
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
