import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AnyVariables } from 'urql'
import { Instant } from '@/components/Day'
import { Light } from '@/components/Light'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton, type Long } from '@/components/SheetButton'
import { GreenCasesDocument, SuspensionRecordsDocument, type GreenCasesQuery, type Light as LightOf, type SuspensionRecordsQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { lightRank } from '@/lib/ranks'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'

interface Behind {
  unitId: string
  from: string
  to: string
}

const clocksOf = ({ suspensionRecords: { nodes, pageInfo } }: SuspensionRecordsQuery) => ({
  nodes: nodes.map((node) => ({ ...node, id: node.duty.id })),
  pageInfo,
})
const casesOf = (data: GreenCasesQuery) => data.greenCases

interface RecordsProps<Row extends { id: string }> {
  name: string
  /** the list's name among saved views */
  list: string
  columns: readonly Column<Row>[]
  long: Long
  pages: Omit<ReturnType<typeof usePages<unknown, AnyVariables, Row>>, 'data'>
}

function Records<Row extends { id: string }>({ name, list, columns, long, pages }: RecordsProps<Row>) {
  const shown = useColumns(columns)
  const ordered = useSortedPages(columns, pages)
  return (
    <section>
      <h2>{name}</h2>
      <ListViews list={list} columns={columns} />
      <SheetButton name={name} columns={shown} rows={ordered.nodes} rest={ordered.all} long={{ ...long, here: ordered.order.by !== null }} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <RecordTable caption={name} columns={shown} rows={ordered.nodes} rowKey={(row) => row.id} order={ordered.order} />
            <LoadMore
              shown={ordered.nodes.length}
              hasMore={pages.hasMore}
              part={ordered.part}
              loading={pages.loadingMore}
              onMore={() => void pages.loadMore()}
            />
          </>
        )}
      </ScreenState>
    </section>
  )
}

/** The clocks of a unit, those that stood still longest first. */
export function PausedClocks({ unitId, from, to }: Behind) {
  const { t } = useTranslation()
  const pages = usePages(SuspensionRecordsDocument, { unitId, from, to, first: 50 }, clocksOf)
  const columns: Column<(typeof pages.nodes)[number]>[] = [
    { key: 'light', title: t('clock.light'), text: (row) => t(`lights.${row.duty.light}`), render: (row) => <Light light={row.duty.light} />, by: (row) => lightRank(row.duty.light) },
    { key: 'label', title: t('clock.item'), text: (row) => row.duty.label, render: (row) => <Link to={`/cases/${row.duty.about}`}>{row.duty.label}</Link> },
    { key: 'unit', title: t('legal.unit'), text: (row) => row.duty.ownerUnit.name },
    { key: 'started', title: t('legal.startedOn'), text: (row) => row.duty.startedOn },
    { key: 'hours', title: t('legal.suspended'), text: (row) => String(row.suspendedHours), numeric: true },
    { key: 'all', title: t('legal.elapsed'), text: (row) => String(row.elapsedHours), numeric: true },
  ]
  const words = { light: t('lights', { returnObjects: true }) as Record<LightOf, string> }
  const long = { listing: 'suspension-records', filters: { unitId, from, to }, words }
  return <Records name={t('legal.suspensionShare')} list="suspension-records" columns={columns} long={long} pages={pages} />
}

/** The cases of a unit for which the green channel was asked. */
export function GreenCases({ unitId, from, to }: Behind) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const pages = usePages(GreenCasesDocument, { unitId, from, to, first: 50 }, casesOf)
  const state = (granted?: boolean | null) => t(`legal.greenStates.${granted == null ? 'asked' : granted ? 'granted' : 'refused'}`)
  const columns: Column<(typeof pages.nodes)[number]>[] = [
    { key: 'number', title: t('clock.number'), text: (row) => groupedNumber(row.number), render: (row) => <Link to={`/cases/${row.id}`} className="number">{groupedNumber(row.number)}</Link> },
    { key: 'item', title: t('clock.item'), text: (row) => row.item.name },
    { key: 'unit', title: t('legal.decides'), text: (row) => row.decideUnit.name },
    { key: 'accepted', title: t('cases.acceptedAt'), text: (row) => (row.acceptedAt ? formatInstant(row.acceptedAt, district?.zone) : ''), render: (row) => row.acceptedAt && <Instant at={row.acceptedAt} /> },
    { key: 'reason', title: t('cases.reason'), text: (row) => row.green?.reason ?? '' },
    { key: 'state', title: t('legal.green'), text: (row) => state(row.green?.granted) },
  ]
  const words = { state: t('legal.greenStates', { returnObjects: true }) as Record<string, string> }
  const long = { listing: 'green-cases', filters: { unitId, from, to }, words }
  return <Records name={t('legal.greenShare')} list="green-records" columns={columns} long={long} pages={pages} />
}
