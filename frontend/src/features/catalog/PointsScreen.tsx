import { Input } from 'antd'
import { parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { UnitChoice } from '@/components/UnitChoice'
import { ItemPointsDocument, type ItemPointsQuery } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import './catalog.css'
import { PointsForm } from './PointsForm'

type Item = ItemPointsQuery['items']['nodes'][number]

/** The orders that the server knows, by column. */
const ORDERS = { name: 'NAME', code: 'CODE', department: 'DEPARTMENT' } as const
const connectionOf = (data: ItemPointsQuery) => data.items

/** Which unit accepts which item: many items at many units in one action. */
export default function PointsScreen() {
  const { t } = useTranslation()
  const [{ q, unit }, choose] = useQueryStates({ q: parseAsString, unit: parseAsString })
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(ItemPointsDocument, { search: q, filter: unit ? { unitId: unit } : {}, orderBy, first: 50 }, connectionOf)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const shown = pages.nodes.map((item) => item.id)
  const all = shown.length > 0 && shown.every((id) => picked.has(id))

  const pick = (ids: string[], on: boolean) => {
    const next = new Set(picked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setPicked(next)
  }
  const pickOne: Column<Item> = {
    key: 'pick',
    action: true,
    title: t('legal.choose'),
    text: () => '',
    render: (item) => (
      <input type="checkbox" aria-label={t('catalog.pick', { name: item.name })} checked={picked.has(item.id)} onChange={(event) => pick([item.id], event.target.checked)} />
    ),
  }
  const every = usePointColumns()
  const columns = useColumns(every)

  return (
    <Page
      title={t('app.acceptancePoints')}
      actions={<SheetButton name={t('app.acceptancePoints')} columns={columns} rows={pages.nodes} rest={pages.all} />}
    >
      <ListViews list="acceptance-points" columns={every} />
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
      </search>
      <PointsForm
        items={[...picked]}
        onDone={() => {
          setPicked(new Set())
          pages.reload()
        }}
      />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.none')}>
        {() => (
          <>
            <label className="tick">
              <input type="checkbox" checked={all} onChange={(event) => pick(shown, event.target.checked)} />
              {t('catalog.pickAll')}
            </label>
            <RecordTable caption={t('app.acceptancePoints')} columns={[pickOne, ...columns]} rows={pages.nodes} rowKey={(item) => item.id} order={order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}

function usePointColumns(): Column<Item>[] {
  const { t } = useTranslation()
  const delegated = (item: Item) => item.points.filter((point) => point.delegated).length
  return [
    {
      key: 'name',
      title: t('catalog.name'),
      text: (item) => item.name,
    },
    { key: 'code', title: t('catalog.code'), text: (item) => item.code, render: (item) => <span className="code break">{item.code}</span> },
    { key: 'department', title: t('catalog.department'), text: (item) => item.department.name },
    {
      key: 'points',
      title: t('catalog.points'),
      text: (item) =>
        item.points
          .map((point) => point.delegated ? t('pairs.beside', { name: point.unit.name, value: t('catalog.delegatedBy', { document: point.documentNo }) }) : point.unit.name)
          .join('、') || t('catalog.noPoints'),
      render: (item) =>
        item.points.length === 0 ? (
          <span className="warn">{t('catalog.noPoints')}</span>
        ) : (
          <details>
            <summary>
              {t('catalog.pointCount', { count: item.points.length })}
              {delegated(item) > 0 && ` · ${t('catalog.delegatedCount', { count: delegated(item) })}`}
            </summary>
            <ul className="papers">
              {item.points.map((point) => (
                <li key={point.unit.id}>
                  {point.unit.name} {point.delegated && <em>{t('catalog.delegatedBy', { document: point.documentNo })}</em>}
                </li>
              ))}
            </ul>
          </details>
        ),
    },
  ]
}
