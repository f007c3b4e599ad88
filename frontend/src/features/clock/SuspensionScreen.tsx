import { parseAsString, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { DayField } from '@/components/DayField'
import { Page } from '@/components/Page'
import { RecordTable } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SuspensionFiguresDocument } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useViewer } from '@/lib/viewer'

/** The share of decision clocks' time that stood still, unit by unit, with its definition. */
export default function SuspensionScreen() {
  const { t } = useTranslation()
  const { district } = useViewer()
  const today = district?.today ?? todayHere()
  const [{ from, to }, choose] = useQueryStates({
    from: parseAsString.withDefault(`${today.slice(0, 4)}-01-01`),
    to: parseAsString.withDefault(today),
  })
  const [{ data, fetching, error }, ask] = useQuery({ query: SuspensionFiguresDocument, variables: { from, to } })
  const rows = data?.suspensionFigures ?? []
  return (
    <Page title={t('legal.suspensionShare')}>
      <p className="note">{t('legal.suspensionWhy')}</p>
      <search className="filters">
        <DayField label={t('legal.from')} value={from} onChange={(day) => day && void choose({ from: day })} />
        <DayField label={t('legal.to')} value={to} onChange={(day) => day && void choose({ to: day })} />
      </search>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={() => ask({ requestPolicy: 'network-only' })} empty={rows.length === 0}>
        {() => (
          <RecordTable
            caption={t('legal.suspensionShare')}
            rows={rows}
            rowKey={(row) => row.unit.id}
            columns={[
              { key: 'unit', title: t('legal.unit'), text: (row) => row.unit.name },
              { key: 'clocks', title: t('legal.ran'), text: (row) => String(row.clocks), numeric: true },
              { key: 'paused', title: t('legal.suspendedClocks'), text: (row) => String(row.suspendedClocks), numeric: true },
              { key: 'hours', title: t('legal.suspended'), text: (row) => String(row.suspendedHours), numeric: true },
              { key: 'all', title: t('legal.elapsed'), text: (row) => String(row.elapsedHours), numeric: true },
              { key: 'share', title: t('legal.share'), text: (row) => (row.sharePerMille == null ? '—' : `${(row.sharePerMille / 10).toFixed(1)}%`), numeric: true },
            ]}
          />
        )}
      </ScreenState>
    </Page>
  )
}
