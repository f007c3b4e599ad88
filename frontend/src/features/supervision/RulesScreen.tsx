import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ListViews } from '@/components/ListViews'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { AlertRulesDocument, type AlertCount, type AlertRulesQuery, type RuleFactsFragment } from '@/gql/staff/graphql'
import { addDays, todayHere } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { RuleModal } from './RuleModal'

type Figure = AlertRulesQuery['alertFigures'][number]
type Summed = ReturnType<typeof summed>
interface Days {
  from: string
  to: string
}

/** Figures of a rule over all units. */
function summed(figures: readonly Figure[], rule: string) {
  const own = figures.filter((one) => one.rule === rule)
  const sum = (of: (one: Figure) => number) => own.reduce((all, one) => all + of(one), 0)
  return { opened: sum((one) => one.opened), answered: sum((one) => one.answeredInTime), climbed: sum((one) => one.climbed), falseAlarms: sum((one) => one.falseAlarms), judged: sum((one) => one.judged) }
}

const rate = (falseAlarms: number, judged: number) => (judged === 0 ? '—' : `${((falseAlarms * 100) / judged).toFixed(1)} % (${falseAlarms}/${judged})`)

/** Each rule with its numbers, what it raised lately, and what it would raise. */
export default function RulesScreen() {
  const { t } = useTranslation()
  const { district } = useViewer()
  const to = district?.today ?? todayHere()
  const from = addDays(to, -29)
  const [{ data, fetching, error }, ask] = useQuery({ query: AlertRulesDocument, variables: { from, to } })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const [open, setOpen] = useState<string | null>(null)
  const chosen = data?.alertRules.find((rule) => rule.code === open)
  const every = useRuleColumns(data?.alertFigures ?? [], { from, to }, setOpen)
  const columns = useColumns(every)
  const list = useSorted(every, data?.alertRules ?? [])
  return (
    <Page
      title={t('alerts.rulesTitle')}
      actions={
        <>
          <Link to="/alerts">{t('app.alerts')}</Link>
          <SheetButton name={t('alerts.rulesTitle')} columns={columns} rows={list.rows} />
        </>
      }
    >
      <p>{t('alerts.rulesWhy')}</p>
      <ListViews list="alert-rules" columns={every} />
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
        {() =>
          data && (
            <>
              <RecordTable caption={t('alerts.rulesTitle')} columns={columns} rows={list.rows} rowKey={(rule) => rule.code} order={list.order} />
              <p className="note">{t('alerts.falseRateWhy')}</p>
              <ByUnit figures={data.alertFigures} days={{ from, to }} />
            </>
          )
        }
      </ScreenState>
      {chosen && (
        <RuleModal
          rule={chosen}
          onReload={reload}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            reload()
          }}
        />
      )}
    </Page>
  )
}

/** The records behind a figure: the same days, the same count. */
const recordsOf = (days: Days, counted: AlertCount, rule: string, unit?: string) =>
  `/alerts?${new URLSearchParams({ rule, ...(unit && { unit }), ...days, counted }).toString()}`

function useFigureColumns<Row>(days: Days, of: (row: Row) => Summed, rule: (row: Row) => string, unit?: (row: Row) => string): Column<Row>[] {
  const { t } = useTranslation()
  const column = (key: string, title: string, counted: AlertCount, count: (one: Summed) => number, figure: (one: Summed) => string = (one) => String(count(one))): Column<Row> => ({
    key,
    title,
    numeric: true,
    text: (row) => figure(of(row)),
    render: (row) =>
      count(of(row)) > 0 ? <Link to={recordsOf(days, counted, rule(row), unit?.(row))}>{figure(of(row))}</Link> : <span className="zero">{figure(of(row))}</span>,
  })
  return [
    column('opened', t('alerts.opened'), 'OPENED', (one) => one.opened),
    column('answered', t('alerts.answeredInTime'), 'ANSWERED_IN_TIME', (one) => one.answered),
    column('climbed', t('alerts.climbed'), 'CLIMBED', (one) => one.climbed),
    column('judged', t('alerts.counts.JUDGED'), 'JUDGED', (one) => one.judged),
    column('false', t('alerts.falseRate'), 'FALSE_ALARM', (one) => one.falseAlarms, (one) => rate(one.falseAlarms, one.judged)),
  ]
}

function useRuleColumns(figures: readonly Figure[], days: Days, onOpen: (code: string) => void): Column<RuleFactsFragment>[] {
  const { t } = useTranslation()
  const counted = useFigureColumns<RuleFactsFragment>(days, (rule) => summed(figures, rule.code), (rule) => rule.code)
  return [
    { key: 'rule', title: t('alerts.rule'), text: (rule) => t(`alerts.rules.${rule.code}`) },
    { key: 'state', title: t('alerts.state'), text: (rule) => t(rule.enabled ? 'alerts.enabled' : 'alerts.disabled') },
    {
      key: 'limits',
      title: t('alerts.days'),
      text: (rule) =>
        [
          rule.answerDays === 0 ? t('alerts.noAnswer') : t('alerts.workingDays', { count: rule.answerDays }),
          ...rule.limits.map((limit) => `${t(`alerts.limits.${limit.name}`)} ${limit.value}`),
        ].join(t('pairs.next')),
    },
    ...counted,
    {
      key: 'edit',
      action: true,
      title: t('alerts.trial'),
      text: () => '',
      render: (rule) => (
        <Button onClick={() => onOpen(rule.code)}>
          {t(rule.viewerCanEdit ? 'alerts.edit' : rule.viewerCanTry ? 'alerts.view' : 'alerts.look')}
          <span className="visually-hidden"> {t(`alerts.rules.${rule.code}`)}</span>
        </Button>
      ),
    },
  ]
}

/** Which unit a rule speaks of how often. */
function ByUnit({ figures, days }: { figures: readonly Figure[]; days: Days }) {
  const { t } = useTranslation()
  const counted = useFigureColumns<Figure>(days, (one) => ({ ...one, answered: one.answeredInTime }), (one) => one.rule, (one) => one.unit.id)
  const columns: Column<Figure>[] = [
    { key: 'unit', title: t('units.unit'), text: (one) => one.unit.name },
    { key: 'rule', title: t('alerts.rule'), text: (one) => t(`alerts.rules.${one.rule}`) },
    ...counted,
  ]
  const list = useSorted(columns, figures)
  if (figures.length === 0) return null
  return (
    <section>
      <h2>{t('alerts.byUnit')}</h2>
      <p className="list-export">
        <SheetButton name={t('alerts.byUnit')} columns={columns} rows={list.rows} />
      </p>
      <RecordTable caption={t('alerts.byUnit')} columns={columns} rows={list.rows} rowKey={(one) => `${one.unit.id} ${one.rule}`} order={list.order} />
    </section>
  )
}
