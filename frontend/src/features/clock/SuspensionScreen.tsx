import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { DayField } from '@/components/DayField'
import { ListViews } from '@/components/ListViews'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { GreenFiguresDocument, SuspensionFiguresDocument, type GreenFiguresQuery, type SuspensionFiguresQuery } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { GreenCases, PausedClocks } from './FigureRecords'

const KINDS = ['paused', 'green'] as const
type Kind = (typeof KINDS)[number]

const percent = (perMille?: number | null) => (perMille == null ? '—' : `${(perMille / 10).toFixed(1)}%`)

/** The share of decision clocks' time that stood still and of the green channel, unit by unit; each opens its records. */
export default function SuspensionScreen() {
  const { t } = useTranslation()
  const { district } = useViewer()
  const today = district?.today ?? todayHere()
  const [{ from, to, of, unit }, choose] = useQueryStates({
    from: parseAsString.withDefault(`${today.slice(0, 4)}-01-01`),
    to: parseAsString.withDefault(today),
    of: parseAsStringLiteral(KINDS),
    unit: parseAsString,
  })
  return (
    <Page title={t('legal.shares')}>
      <search className="filters">
        <DayField label={t('legal.from')} value={from} onChange={(day) => day && void choose({ from: day })} />
        <DayField label={t('legal.to')} value={to} onChange={(day) => day && void choose({ to: day })} />
      </search>
      {of && unit ? (
        <>
          <p>
            <Back />
          </p>
          {of === 'paused' ? <PausedClocks unitId={unit} from={from} to={to} /> : <GreenCases unitId={unit} from={from} to={to} />}
        </>
      ) : (
        <>
          <FigureViews />
          <Paused from={from} to={to} />
          <Green from={from} to={to} />
        </>
      )}
    </Page>
  )
}

/** The address of the same days, with or without a unit's records. */
function useAddress() {
  const { pathname, search } = useLocation()
  return (records?: { of: Kind; unit: string }) => {
    const asked = new URLSearchParams(search)
    for (const name of ['of', 'unit'] as const) {
      if (records) asked.set(name, records[name])
      else asked.delete(name)
    }
    return `${pathname}?${asked.toString()}`
  }
}

function Back() {
  const { t } = useTranslation()
  const address = useAddress()
  return <Link to={address()}>{t('legal.allUnits')}</Link>
}

type PausedFigure = SuspensionFiguresQuery['suspensionFigures'][number]
type GreenFigure = GreenFiguresQuery['greenFigures'][number]

function usePausedColumns(): Column<PausedFigure>[] {
  const { t } = useTranslation()
  const address = useAddress()
  return [
    { key: 'unit', title: t('legal.unit'), text: (row) => row.unit.name },
    {
      key: 'clocks',
      title: t('legal.ran'),
      text: (row) => String(row.clocks),
      numeric: true,
      render: (row) => <Link to={address({ of: 'paused', unit: row.unit.id })}>{row.clocks}</Link>,
    },
    { key: 'paused', title: t('legal.suspendedClocks'), text: (row) => String(row.suspendedClocks), numeric: true },
    { key: 'hours', title: t('legal.suspended'), text: (row) => String(row.suspendedHours), numeric: true },
    { key: 'all', title: t('legal.elapsed'), text: (row) => String(row.elapsedHours), numeric: true },
    { key: 'share', title: t('legal.share'), text: (row) => percent(row.sharePerMille), numeric: true },
  ]
}

function useGreenColumns(): Column<GreenFigure>[] {
  const { t } = useTranslation()
  const address = useAddress()
  return [
    { key: 'unit', title: t('legal.decides'), text: (row) => row.unit.name },
    { key: 'cases', title: t('legal.acceptedCases'), text: (row) => String(row.cases), numeric: true },
    {
      key: 'asked',
      title: t('legal.greenAsked'),
      text: (row) => String(row.asked),
      numeric: true,
      render: (row) => (row.asked > 0 ? <Link to={address({ of: 'green', unit: row.unit.id })}>{row.asked}</Link> : '0'),
    },
    { key: 'granted', title: t('legal.greenGranted'), text: (row) => String(row.granted), numeric: true },
    { key: 'share', title: t('legal.share'), text: (row) => percent(row.sharePerMille), numeric: true },
  ]
}

/** Both tables follow one choice of columns: what they have in common goes by one name. */
function FigureViews() {
  const paused = usePausedColumns()
  const green = useGreenColumns()
  return <ListViews list="suspensions" columns={[...paused, ...green.filter(({ key }) => !paused.some((one) => one.key === key))]} />
}

interface FigureTableProps<Row> {
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

function FigureTable<Row extends { unit: { id: string } }>({ name, columns: every, rows }: FigureTableProps<Row>) {
  const columns = useColumns(every)
  const list = useSorted(every, rows)
  return (
    <>
      <p className="list-export">
        <SheetButton name={name} columns={columns} rows={list.rows} />
      </p>
      <RecordTable caption={name} columns={columns} rows={list.rows} rowKey={(row) => row.unit.id} order={list.order} />
    </>
  )
}

function Paused({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation()
  const columns = usePausedColumns()
  const [{ data, fetching, error }, ask] = useQuery({ query: SuspensionFiguresDocument, variables: { from, to } })
  const rows = data?.suspensionFigures ?? []
  return (
    <section>
      <h2>{t('legal.suspensionShare')}</h2>
      <p className="note">{t('legal.suspensionWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0}>
        {() => <FigureTable name={t('legal.suspensionShare')} columns={columns} rows={rows} />}
      </ScreenState>
    </section>
  )
}

function Green({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation()
  const columns = useGreenColumns()
  const [{ data, fetching, error }, ask] = useQuery({ query: GreenFiguresDocument, variables: { from, to } })
  const rows = data?.greenFigures ?? []
  return (
    <section>
      <h2>{t('legal.greenShare')}</h2>
      <p className="note">{t('legal.greenWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0}>
        {() => <FigureTable name={t('legal.greenShare')} columns={columns} rows={rows} />}
      </ScreenState>
    </section>
  )
}
