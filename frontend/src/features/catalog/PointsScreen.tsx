import { Input } from 'antd'
import { parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { UnitChoice } from '@/components/UnitChoice'
import { ItemPointsDocument, type ItemPointsQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import './catalog.css'
import { PointsForm } from './PointsForm'

type Item = ItemPointsQuery['items']['nodes'][number]

const connectionOf = (data: ItemPointsQuery) => data.items

/** Which unit accepts which item: many items at many units in one action. */
export default function PointsScreen() {
  const { t } = useTranslation()
  const [{ q, unit }, choose] = useQueryStates({ q: parseAsString, unit: parseAsString })
  const pages = usePages(ItemPointsDocument, { search: q, filter: unit ? { unitId: unit } : {}, first: 50 }, connectionOf)
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

  return (
    <Page title={t('app.acceptancePoints')}>
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
            <table className="records points">
              <caption className="visually-hidden">{t('app.acceptancePoints')}</caption>
              <thead>
                <tr>
                  <th scope="col">
                    <input type="checkbox" aria-label={t('catalog.pickAll')} checked={all} onChange={(event) => pick(shown, event.target.checked)} />
                  </th>
                  <th scope="col">{t('catalog.name')}</th>
                  <th scope="col">{t('catalog.department')}</th>
                  <th scope="col">{t('catalog.points')}</th>
                </tr>
              </thead>
              <tbody>
                {pages.nodes.map((item) => (
                  <Row key={item.id} item={item} picked={picked.has(item.id)} onPick={(on) => pick([item.id], on)} />
                ))}
              </tbody>
            </table>
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}

function Row({ item, picked, onPick }: { item: Item; picked: boolean; onPick: (on: boolean) => void }) {
  const { t } = useTranslation()
  const delegated = item.points.filter((point) => point.delegated)
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={t('catalog.pick', { name: item.name })} checked={picked} onChange={(event) => onPick(event.target.checked)} />
      </td>
      <td>
        {item.name} <span className="code note">{item.code}</span>
      </td>
      <td>{item.department.name}</td>
      <td>
        {item.points.length === 0 ? (
          <span className="warn">{t('catalog.noPoints')}</span>
        ) : (
          <details>
            <summary>
              {t('catalog.pointCount', { count: item.points.length })}
              {delegated.length > 0 && ` · ${t('catalog.delegatedCount', { count: delegated.length })}`}
            </summary>
            <ul className="papers">
              {item.points.map((point) => (
                <li key={point.unit.id}>
                  {point.unit.name} {point.delegated && <em>{t('catalog.delegatedBy', { document: point.documentNo })}</em>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  )
}
