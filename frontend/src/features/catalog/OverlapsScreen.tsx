import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '@/components/Choice'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { OverlapsDocument, type OverlapsQuery } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'

type Overlap = OverlapsQuery['overlaps']['nodes'][number] & { id: string }

const KINDS = ['MATERIAL', 'CONDITION'] as const
const connectionOf = ({ overlaps: { nodes, pageInfo } }: OverlapsQuery) => ({
  pageInfo,
  nodes: nodes.map((one) => ({ ...one, id: one.text })),
})

/** What several items or departments ask for, so that it can be asked once. */
export default function OverlapsScreen() {
  const { t } = useTranslation()
  const [{ kind, across }, choose] = useQueryStates({
    kind: parseAsStringLiteral(KINDS).withDefault('MATERIAL'),
    across: parseAsBoolean.withDefault(false),
  })
  const pages = usePages(OverlapsDocument, { kind, acrossDepartments: across, first: 50 }, connectionOf)
  const every: Column<Overlap>[] = [
    { key: 'text', title: t(`catalog.overlapKinds.${kind}`), text: (one) => one.text },
    { key: 'items', title: t('catalog.demandingItems'), text: (one) => String(one.items), numeric: true },
    { key: 'departments', title: t('catalog.demandingDepartments'), text: (one) => String(one.departments), numeric: true },
    { key: 'reusable', title: t('catalog.reusableIn'), text: (one) => (kind === 'MATERIAL' ? String(one.reusable) : '—'), numeric: true },
    {
      key: 'examples',
      title: t('catalog.examples'),
      text: (one) => one.examples.map((item) => item.name).join('、') + (one.items > one.examples.length ? ' …' : ''),
      render: (one) => (
        <>
          {one.examples.map((item, place) => (
            <span key={item.id}>
              {place > 0 && '、'}
              <Link to={`/items/${item.id}`}>{item.name}</Link>
            </span>
          ))}
          {one.items > one.examples.length && ' …'}
        </>
      ),
    },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <Page title={t('app.overlaps')}>
      <p className="note">{t('catalog.overlapsWhy')}</p>
      <ListViews list="overlaps" columns={every} />
      <search className="filters">
        <Choice label={t('catalog.overlapKind')} value={kind} onChange={(value) => void choose({ kind: KINDS.find((one) => one === value) ?? null })}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`catalog.overlapKinds.${one}`)}
            </option>
          ))}
        </Choice>
        <label className="tick">
          <input type="checkbox" checked={across} onChange={(event) => void choose({ across: event.target.checked || null })} />
          {t('catalog.acrossDepartments')}
        </label>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noOverlaps')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('app.overlaps')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('app.overlaps')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
