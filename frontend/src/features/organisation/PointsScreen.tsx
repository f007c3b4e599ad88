import { Button, Input } from 'antd'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { UnitChoice } from '@/components/UnitChoice'
import { SheetButton } from '@/components/SheetButton'
import { ServicePointsDocument, type ServicePointRowFragment, type ServicePointsQuery } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { ClosePointModal } from './ClosePointModal'
import { hoursText } from './hours-text'
import { POINT_KINDS, PointModal } from './PointModal'

const connectionOf = (data: ServicePointsQuery) => data.servicePoints
const params = {
  q: parseAsString.withDefault(''),
  kind: parseAsStringLiteral(['HALL', 'WINDOW', 'STATION'] as const),
  unit: parseAsString,
  enterprise: parseAsBoolean,
  closed: parseAsBoolean,
}

function usePointColumns(): Column<ServicePointRowFragment>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      title: t('organisation.name'),
      text: (point) => point.name,
    },
    {
      key: 'kind',
      title: t('organisation.kind'),
      text: (point) => (point.enterprise ? t('organisation.enterpriseWindow') : t(`organisation.pointKinds.${point.kind}`)),
    },
    { key: 'unit', title: t('organisation.runBy'), text: (point) => [point.unit.name, point.parent?.name].filter(Boolean).join(' · ') },
    { key: 'place', title: t('organisation.lies'), text: (point) => point.subDistrict?.name ?? t('units.districtLevel') },
    { key: 'address', title: t('organisation.address'), text: (point) => point.address },
    { key: 'phone', title: t('organisation.phone'), text: (point) => point.phone },
    { key: 'hours', title: t('organisation.openingHours'), text: (point) => hoursText(point.openingHours, t) },
    {
      key: 'state',
      title: t('organisation.state'),
      text: (point) => (point.closedOn ? t('organisation.pointClosedOn', { day: point.closedOn }) : t('organisation.open')),
    },
  ]
}

/** Halls, windows and village stations: where people are served, when, and by whom. */
export default function PointsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [{ q, kind, unit, enterprise, closed }, choose] = useQueryStates(params)
  const filter = { search: q || null, kind, unitId: unit, enterprise, withClosed: closed }
  const pages = usePages(ServicePointsDocument, { filter, first: 50 }, connectionOf)
  const [asked, setAsked] = useState<{ what: 'edit' | 'close'; point: ServicePointRowFragment | null } | null>(null)
  const every = usePointColumns()
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const saved = () => {
    setAsked(null)
    pages.reload()
  }
  const actions: Column<ServicePointRowFragment> = {
    key: 'actions',
    action: true,
    title: t('organisation.actions'),
    text: () => '',
    render: (point) =>
      point.viewerCanChange && (
        <div className="row-actions">
          <Button onClick={() => setAsked({ what: 'edit', point })}>
            {t('organisation.change')}
            <span className="visually-hidden"> {point.name}</span>
          </Button>
          <Button onClick={() => setAsked({ what: 'close', point })}>
            {t('organisation.closePoint')}
            <span className="visually-hidden"> {point.name}</span>
          </Button>
        </div>
      ),
  }

  return (
    <Page
      title={t('organisation.points')}
      actions={
        <>
          <SheetButton name={t('organisation.points')} columns={columns} rows={list.nodes} rest={list.all} />
          {viewer.viewerCanEditServicePoints && (
            <Button type="primary" onClick={() => setAsked({ what: 'edit', point: null })}>
              {t('organisation.newPoint')}
            </Button>
          )}
        </>
      }
    >
      <ListViews list="service-points" columns={every} />
      <search className="filters">
        <Input.Search
          defaultValue={q}
          aria-label={t('organisation.findPoint')}
          placeholder={t('organisation.findPoint')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void choose({ q: text.trim() || null })}
        />
        <Choice label={t('organisation.kind')} value={kind ?? ''} onChange={(value) => void choose({ kind: POINT_KINDS.find((one) => one === value) ?? null })}>
          <option value="">{t('organisation.allKinds')}</option>
          {POINT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`organisation.pointKinds.${one}`)}
            </option>
          ))}
        </Choice>
        <UnitChoice
          label={t('organisation.runBy')}
          value={unit ?? ''}
          onChange={(value) => void choose({ unit: value || null })}
          special={[['', t('units.all')]]}
        />
        <label className="tick">
          <input type="checkbox" checked={enterprise ?? false} onChange={(event) => void choose({ enterprise: event.target.checked || null })} />
          {t('organisation.enterpriseWindow')}
        </label>
        <label className="tick">
          <input type="checkbox" checked={closed ?? false} onChange={(event) => void choose({ closed: event.target.checked || null })} />
          {t('organisation.withClosedPoints')}
        </label>
      </search>
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t('organisation.noPoints')}
      >
        {() => (
          <>
            <RecordTable
              caption={t('organisation.points')}
              columns={viewer.viewerCanEditServicePoints ? [...columns, actions] : columns}
              rows={list.nodes}
              rowKey={(point) => point.id}
              order={list.order}
            />
            <LoadMore
              shown={pages.nodes.length}
              total={pages.data?.servicePoints.totalCount}
              hasMore={pages.hasMore}
              part={list.part}
              loading={pages.loadingMore}
              onMore={() => void pages.loadMore()}
            />
          </>
        )}
      </ScreenState>
      {asked?.what === 'edit' && <PointModal point={asked.point} onReload={saved} onSaved={saved} onClose={() => setAsked(null)} />}
      {asked?.what === 'close' && asked.point && <ClosePointModal point={asked.point} onReload={saved} onSaved={saved} onClose={() => setAsked(null)} />}
    </Page>
  )
}
