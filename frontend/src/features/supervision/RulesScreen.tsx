import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { AlertRulesDocument, type AlertRulesQuery, type RuleFactsFragment } from '@/gql/staff/graphql'
import { addDays, todayHere } from '@/lib/time'
import { useViewer } from '@/lib/viewer'
import { RuleModal } from './RuleModal'

type Figure = AlertRulesQuery['alertFigures'][number]

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
  const columns = useRuleColumns(data?.alertFigures ?? [], setOpen)
  return (
    <Page title={t('alerts.rulesTitle')} actions={<Link to="/alerts">{t('app.alerts')}</Link>}>
      <p>{t('alerts.rulesWhy')}</p>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
        {() =>
          data && (
            <>
              <RecordTable caption={t('alerts.rulesTitle')} columns={columns} rows={data.alertRules} rowKey={(rule) => rule.code} />
              <p className="note">{t('alerts.falseRateWhy')}</p>
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

function useRuleColumns(figures: readonly Figure[], onOpen: (code: string) => void): Column<RuleFactsFragment>[] {
  const { t } = useTranslation()
  const of = (rule: RuleFactsFragment) => summed(figures, rule.code)
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
        ].join('；'),
    },
    {
      key: 'opened',
      title: t('alerts.opened'),
      numeric: true,
      text: (rule) => String(of(rule).opened),
      render: (rule) => <Link to={`/alerts?rule=${rule.code}`}>{of(rule).opened}</Link>,
    },
    { key: 'answered', title: t('alerts.answeredInTime'), numeric: true, text: (rule) => String(of(rule).answered) },
    { key: 'climbed', title: t('alerts.climbed'), numeric: true, text: (rule) => String(of(rule).climbed) },
    { key: 'false', title: t('alerts.falseRate'), numeric: true, text: (rule) => rate(of(rule).falseAlarms, of(rule).judged) },
    {
      key: 'edit',
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
