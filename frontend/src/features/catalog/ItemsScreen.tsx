import { Input } from 'antd'
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ExportButton } from '@/components/ExportButton'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { UnitChoice } from '@/components/UnitChoice'
import { SheetButton } from '@/components/SheetButton'
import { ItemsDocument, type ItemsQuery } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { NewItem, Unpublished } from './NewItem'
import { useLimitText } from '@/lib/use-limit-text'

type Item = ItemsQuery['items']['nodes'][number]

const connectionOf = (data: ItemsQuery) => data.items
/** The orders that the server knows, by column. */
const ORDERS = { name: 'NAME', code: 'CODE', department: 'DEPARTMENT', promised: 'PROMISED' } as const
const params = { q: parseAsString, unit: parseAsString, here: parseAsBoolean }

function useItemColumns(): Column<Item>[] {
  const { t } = useTranslation()
  const limitText = useLimitText()
  return [
    {
      key: 'name',
      title: t('catalog.name'),
      text: (item) => [item.name, item.cancelledOn && t('catalog.cancelledOn', { day: item.cancelledOn })].filter(Boolean).join(' '),
      render: (item) => (
        <>
          <Link to={`/items/${item.id}`}>{item.name}</Link>
          {item.cancelledOn && <span className="warn"> {t('catalog.cancelledOn', { day: item.cancelledOn })}</span>}
        </>
      ),
    },
    { key: 'code', title: t('catalog.code'), text: (item) => item.code, render: (item) => <span className="code break">{item.code}</span> },
    { key: 'department', title: t('catalog.department'), text: (item) => item.department.name },
    { key: 'type', title: t('catalog.taskType'), text: (item) => t(`catalog.taskTypes.${item.taskType}`) },
    {
      key: 'promised',
      title: t('catalog.promised'),
      text: (item) => limitText(item.promisedLimit, item.limitUnit, t('catalog.unconfirmed')),
    },
    {
      key: 'statutory',
      title: t('catalog.statutory'),
      text: (item) => limitText(item.statutoryLimit, item.limitUnit, '—'),
    },
  ]
}

export default function ItemsScreen() {
  const { t } = useTranslation()
  const [{ q, unit, here }, choose] = useQueryStates(params)
  const filter = { ...(unit && { unitId: unit }), ...(here && { acceptableHere: true }) }
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(ItemsDocument, { search: q, filter, orderBy, first: 50 }, connectionOf)
  const every = useItemColumns()
  const columns = useColumns(every)
  const { viewer } = useViewer()
  const confirms = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN' || role === 'DEPARTMENT_HEAD')
  const drafts = confirms || viewer.posts.some(({ role }) => role === 'DEPARTMENT_OFFICER')

  return (
    <Page
      title={t('app.items')}
      actions={
        <>
          <SheetButton name={t('app.items')} columns={columns} rows={pages.nodes} rest={pages.all} />
          {drafts && <NewItem />}
          {confirms && (
            <>
              <ExportButton listing="item-confirmations" filters={{ search: q, unitId: unit }} label={t('catalog.confirmationsOut')} />
              <Link to="/imports?kind=item-confirmations">{t('catalog.confirmationsIn')}</Link>
            </>
          )}
        </>
      }
    >
      {drafts && <Unpublished />}
      <ListViews list="items" columns={every} />
      <search className="filters">
        <Input.Search
          defaultValue={q ?? ''}
          aria-label={t('catalog.search')}
          placeholder={t('catalog.search')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void choose({ q: text.trim() || null })}
        />
        <UnitChoice
          label={t('catalog.department')}
          value={unit ?? ''}
          onChange={(value) => void choose({ unit: value || null })}
          special={[['', t('units.all')]]}
        />
        <label className="tick">
          <input type="checkbox" checked={here ?? false} onChange={(event) => void choose({ here: event.target.checked || null })} />
          {t('catalog.acceptableHere')}
        </label>
      </search>
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('catalog.none')}
      >
        {() => (
          <>
            <RecordTable caption={t('app.items')} columns={columns} rows={pages.nodes} rowKey={(item) => item.id} order={order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
