import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { UnitChangesDocument, type UnitChangesQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { ListViews } from '@/components/ListViews'
import { SheetButton } from '@/components/SheetButton'
import { useColumns } from '@/lib/use-columns'
import { useSortedPages } from '@/lib/use-sort'
import { ChangeList } from './ChangeList'
import { useChangeColumns } from './use-change-columns'

const connectionOf = (data: UnitChangesQuery) => data.unitChanges

export default function ChangesScreen() {
  const { t } = useTranslation()
  const pages = usePages(UnitChangesDocument, { first: 50 }, connectionOf)
  const every = useChangeColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page
      title={t('organisation.allChanges')}
      actions={
        <>
          <Link to="/organisation">{t('organisation.back')}</Link>
          <SheetButton name={t('organisation.allChanges')} columns={columns} rows={list.nodes} rest={list.all} />
        </>
      }
    >
      <ListViews list="unit-changes" columns={every} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('organisation.noChanges')}>
        {() => (
          <>
            <ChangeList changes={list.nodes} order={list.order} onCancelled={pages.reload} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
