import { parseAsBoolean, parseAsNumberLiteral, parseAsString, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { RatingsDocument, type RatingsQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { useViewer } from '@/lib/viewer'
import { GRADES, RatingFilters } from './RatingFilters'
import { useRatingColumns } from './use-rating-columns'

const ALL_UNITS = 'all'
const connectionOf = (data: RatingsQuery) => data.ratings
const params = { unit: parseAsString, month: parseAsString, grade: parseAsNumberLiteral(GRADES), past: parseAsBoolean }

const firstOf = (month: string | null) => (month && /^\d{4}-\d{2}$/.test(month) ? `${month}-01` : null)

/** The ratings a figure is made of. Nobody here learns who rated; only supervision sees the case. */
export default function RatingsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [chosen, choose] = useQueryStates(params)
  const unit = chosen.unit ?? viewer.unit?.id ?? ALL_UNITS
  const filter = { unitId: unit === ALL_UNITS ? null : unit, month: firstOf(chosen.month), grade: chosen.grade, withPredecessors: chosen.past }
  const pages = usePages(RatingsDocument, { filter, first: 50 }, connectionOf)
  const columns = useRatingColumns(pages.nodes.some((rating) => rating.case))

  return (
    <Page
      title={t('app.ratings')}
      actions={
        <SheetButton name={t('app.ratings')} columns={columns} rows={pages.nodes} rest={pages.all} />
      }
    >
      <RatingFilters unit={unit} month={chosen.month} grade={chosen.grade} allUnits={ALL_UNITS} onChange={(part) => void choose(part)} />
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('evaluation.none')}
      >
        {() => (
          <>
            <RecordTable caption={t('app.ratings')} columns={columns} rows={pages.nodes} rowKey={(rating) => rating.id} />
            <LoadMore
              shown={pages.nodes.length}
              total={pages.data?.ratings.totalCount}
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
