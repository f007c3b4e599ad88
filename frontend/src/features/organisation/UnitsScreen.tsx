import { Button, Input } from 'antd'
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ListViews } from '@/components/ListViews'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { OrganisationUnitsDocument, type UnitRowFragment } from '@/gql/staff/graphql'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { MergeModal } from './MergeModal'
import { NewUnitModal } from './NewUnitModal'
import { savedWords } from './saved-words'

const params = { q: parseAsString.withDefault(''), closed: parseAsBoolean.withDefault(false) }

function useUnitColumns(): Column<UnitRowFragment>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      title: t('organisation.name'),
      text: (unit) => unit.name,
      render: (unit) => <Link to={`/organisation/${unit.id}`}>{unit.name}</Link>,
    },
    { key: 'kind', title: t('organisation.kind'), text: (unit) => t(`organisation.kinds.${unit.kind}`) },
    { key: 'place', title: t('organisation.subDistrict'), text: (unit) => unit.subDistrict?.name ?? t('units.districtLevel') },
    {
      key: 'codes',
      title: t('organisation.codes'),
      text: (unit) => unit.aliases.join(' '),
      render: (unit) => <span className="code break">{unit.aliases.join(' ')}</span>,
    },
    {
      key: 'state',
      title: t('organisation.state'),
      text: (unit) => (unit.closedOn ? t('organisation.closedOn', { day: unit.closedOn }) : t('organisation.open')),
    },
  ]
}

/** The district's units with their codes: where they are made, merged and followed through their history. */
export default function UnitsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const edits = viewer.viewerCanEditOrganisation
  const [{ q, closed }, choose] = useQueryStates(params)
  const [{ data, fetching, error }, ask] = useQuery({ query: OrganisationUnitsDocument })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<'new' | 'merge' | null>(null)
  const [said, setSaid] = useState('')
  const reload = () => ask({ requestPolicy: 'network-only' })
  const units = data?.units ?? []
  const shown = units.filter(
    (unit) => (closed || !unit.closedOn) && (unit.name.includes(q) || unit.aliases.some((code) => code.includes(q))),
  )
  const toMerge = units.filter((unit) => chosen.has(unit.id) && !unit.closedOn)
  const toggle = (id: string) => setChosen((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])))
  const close = (words = '') => {
    setAsked(null)
    setSaid(words)
    if (words) {
      setChosen(new Set())
      reload()
    }
  }

  const every = useUnitColumns()
  const columns = useColumns(every)
  const list = useSorted(every, shown)
  const pick: Column<UnitRowFragment> = {
    key: 'pick',
    action: true,
    title: t('organisation.choose'),
    text: () => '',
    render: (unit) =>
      !unit.closedOn && (
        <input
          type="checkbox"
          aria-label={`${t('organisation.choose')} ${unit.name}`}
          checked={chosen.has(unit.id)}
          onChange={() => toggle(unit.id)}
        />
      ),
  }

  return (
    <Page
      title={t('organisation.units')}
      actions={
        <>
          <Link to="/organisation/changes">{t('organisation.allChanges')}</Link>
          <SheetButton name={t('organisation.units')} columns={columns} rows={list.rows} />
          {edits && (
            <>
              <Button disabled={toMerge.length === 0} onClick={() => setAsked('merge')}>
                {t('organisation.mergeChosen', { count: toMerge.length })}
              </Button>
              <Button type="primary" onClick={() => setAsked('new')}>
                {t('organisation.newUnit')}
              </Button>
            </>
          )}
        </>
      }
    >
      <ListViews list="units" columns={every} />
      <search className="filters">
        <Input.Search
          defaultValue={q}
          aria-label={t('organisation.find')}
          placeholder={t('organisation.find')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void choose({ q: text.trim() || null })}
        />
        <label className="tick">
          <input type="checkbox" checked={closed} onChange={(event) => void choose({ closed: event.target.checked || null })} />
          {t('organisation.showClosed')}
        </label>
      </search>
      <p role="status">{said}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={shown.length === 0}>
        {() => (
          <RecordTable
            caption={t('organisation.units')}
            columns={edits ? [pick, ...columns] : columns}
            rows={list.rows}
            rowKey={(unit) => unit.id}
            order={list.order}
          />
        )}
      </ScreenState>
      {asked === 'new' && <NewUnitModal onClose={() => close()} onSaved={() => close(t('organisation.saved'))} />}
      {asked === 'merge' && (
        <MergeModal
          units={toMerge}
          all={units.filter((unit) => !unit.closedOn)}
          onReload={reload}
          onClose={() => close()}
          onSaved={(change) => close(savedWords(change, t))}
        />
      )}
    </Page>
  )
}
