import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { DayField } from '@/components/DayField'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { GreenFiguresDocument, SuspensionFiguresDocument } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
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

function Paused({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation()
  const address = useAddress()
  const [{ data, fetching, error }, ask] = useQuery({ query: SuspensionFiguresDocument, variables: { from, to } })
  const rows = data?.suspensionFigures ?? []
  return (
    <section>
      <h2>{t('legal.suspensionShare')}</h2>
      <p className="note">{t('legal.suspensionWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0}>
        {() => (
          <RecordTable
            caption={t('legal.suspensionShare')}
            rows={rows}
            rowKey={(row) => row.unit.id}
            columns={[
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
            ]}
          />
        )}
      </ScreenState>
    </section>
  )
}

function Green({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation()
  const address = useAddress()
  const [{ data, fetching, error }, ask] = useQuery({ query: GreenFiguresDocument, variables: { from, to } })
  const rows = data?.greenFigures ?? []
  return (
    <section>
      <h2>{t('legal.greenShare')}</h2>
      <p className="note">{t('legal.greenWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0}>
        {() => (
          <RecordTable
            caption={t('legal.greenShare')}
            rows={rows}
            rowKey={(row) => row.unit.id}
            columns={[
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
            ]}
          />
        )}
      </ScreenState>
    </section>
  )
}
