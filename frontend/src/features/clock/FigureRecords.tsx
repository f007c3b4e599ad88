import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { Light } from '@/components/Light'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { GreenCasesDocument, SuspensionRecordsDocument, type GreenCasesQuery, type SuspensionRecordsQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { usePages } from '@/lib/use-pages'

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
  columns: readonly Column<Row>[]
  pages: {
    nodes: Row[]
    fetching: boolean
    error?: Parameters<typeof ScreenState>[0]['error']
    hasMore: boolean
    loadingMore: boolean
    reload: () => void
    loadMore: () => Promise<void>
    all: (onRows: (count: number) => boolean) => Promise<Row[] | null>
  }
}

function Records<Row extends { id: string }>({ name, columns, pages }: RecordsProps<Row>) {
  return (
    <section>
      <h2>{name}</h2>
      <SheetButton name={name} columns={columns} rows={pages.nodes} rest={pages.all} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0}>
        {() => (
          <>
            <RecordTable caption={name} columns={columns} rows={pages.nodes} rowKey={(row) => row.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
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
    { key: 'light', title: t('clock.light'), text: (row) => t(`lights.${row.duty.light}`), render: (row) => <Light light={row.duty.light} /> },
    { key: 'label', title: t('clock.item'), text: (row) => row.duty.label, render: (row) => <Link to={`/cases/${row.duty.about}`}>{row.duty.label}</Link> },
    { key: 'unit', title: t('legal.unit'), text: (row) => row.duty.ownerUnit.name },
    { key: 'started', title: t('legal.startedOn'), text: (row) => row.duty.startedOn },
    { key: 'hours', title: t('legal.suspended'), text: (row) => String(row.suspendedHours), numeric: true },
    { key: 'all', title: t('legal.elapsed'), text: (row) => String(row.elapsedHours), numeric: true },
  ]
  return <Records name={t('legal.suspensionShare')} columns={columns} pages={pages} />
}

/** The cases of a unit for which the green channel was asked. */
export function GreenCases({ unitId, from, to }: Behind) {
  const { t } = useTranslation()
  const pages = usePages(GreenCasesDocument, { unitId, from, to, first: 50 }, casesOf)
  const state = (granted?: boolean | null) => t(`legal.greenStates.${granted == null ? 'asked' : granted ? 'granted' : 'refused'}`)
  const columns: Column<(typeof pages.nodes)[number]>[] = [
    { key: 'number', title: t('clock.number'), text: (row) => groupedNumber(row.number), render: (row) => <Link to={`/cases/${row.id}`} className="number">{groupedNumber(row.number)}</Link> },
    { key: 'item', title: t('clock.item'), text: (row) => row.item.name },
    { key: 'unit', title: t('legal.decides'), text: (row) => row.decideUnit.name },
    { key: 'accepted', title: t('cases.acceptedAt'), text: (row) => row.acceptedAt ?? '', render: (row) => row.acceptedAt && <Instant at={row.acceptedAt} /> },
    { key: 'reason', title: t('cases.reason'), text: (row) => row.green?.reason ?? '' },
    { key: 'state', title: t('legal.green'), text: (row) => state(row.green?.granted) },
  ]
  return <Records name={t('legal.greenShare')} columns={columns} pages={pages} />
}
