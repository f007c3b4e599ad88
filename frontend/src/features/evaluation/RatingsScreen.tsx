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
import { ListViews } from '@/components/ListViews'
import { monthWords } from '@/lib/export-words'
import { useColumns } from '@/lib/use-columns'
import { useServerOrder } from '@/lib/use-sort'
import { GRADES, RatingFilters } from './RatingFilters'
import { useRatingColumns } from './use-rating-columns'

const ALL_UNITS = 'all'
const connectionOf = (data: RatingsQuery) => data.ratings
/** The orders that the server knows, by column. */
const ORDERS = { month: 'MONTH' } as const
const params = { unit: parseAsString, month: parseAsString, grade: parseAsNumberLiteral(GRADES), past: parseAsBoolean }

const firstOf = (month: string | null) => (month && /^\d{4}-\d{2}$/.test(month) ? `${month}-01` : null)

/** The ratings a figure is made of. Nobody here learns who rated; only supervision sees the case. */
export default function RatingsScreen() {
  const { t, i18n } = useTranslation()
  const { viewer } = useViewer()
  const [chosen, choose] = useQueryStates(params)
  const unit = chosen.unit ?? viewer.unit?.id ?? ALL_UNITS
  const filter = { unitId: unit === ALL_UNITS ? null : unit, month: firstOf(chosen.month), grade: chosen.grade, withPredecessors: chosen.past }
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(RatingsDocument, { filter, orderBy, first: 50 }, connectionOf)
  const every = useRatingColumns(pages.nodes.some((rating) => rating.case))
  const columns = useColumns(every)
  const words = {
    grade: { ...(t('grades', { returnObjects: true }) as Record<string, string>), SEALED: t('evaluation.sealed') },
    month: monthWords(i18n.language),
    options: { language: i18n.language },
  }

  return (
    <Page
      title={t('app.ratings')}
      actions={
        <SheetButton
          name={t('app.ratings')}
          columns={columns}
          rows={pages.nodes}
          rest={pages.all}
          total={pages.data?.ratings.totalCount}
          long={{ listing: 'rating-list', filters: filter, order: orderBy, words }}
        />
      }
    >
      <ListViews list="ratings" columns={every} />
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
            <RecordTable caption={t('app.ratings')} columns={columns} rows={pages.nodes} rowKey={(rating) => rating.id} order={order} />
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
