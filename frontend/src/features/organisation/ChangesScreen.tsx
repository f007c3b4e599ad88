import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { UnitChangesDocument, type UnitChangesQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { ChangeList } from './ChangeList'

const connectionOf = (data: UnitChangesQuery) => data.unitChanges

export default function ChangesScreen() {
  const { t } = useTranslation()
  const pages = usePages(UnitChangesDocument, { first: 50 }, connectionOf)
  return (
    <Page title={t('organisation.allChanges')} actions={<Link to="/organisation">{t('organisation.back')}</Link>}>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload}>
        {() => (
          <>
            <ChangeList changes={pages.nodes} onCancelled={pages.reload} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
