import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '@/components/Choice'
import { Instant } from '@/components/Day'
import { DayField } from '@/components/DayField'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { UnitChoice } from '@/components/UnitChoice'
import { AlertsDocument, type AlertRowFragment, type AlertsQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { formatDay, formatInstant } from '@/lib/time'
import { usePages } from '@/lib/use-pages'
import { useViewer } from '@/lib/viewer'
import { ALERT_RULES, ALERT_STATES } from './alert-lists'

const connectionOf = (data: AlertsQuery) => data.alerts
const params = {
  unit: parseAsString,
  rule: parseAsStringLiteral(ALERT_RULES),
  state: parseAsStringLiteral(ALERT_STATES),
  from: parseAsString,
  to: parseAsString,
}

/** What supervision's rules found, and what the units say about it; newest first. */
export default function AlertsScreen() {
  const { t } = useTranslation()
  const [chosen, choose] = useQueryStates(params)
  const filter = { unitId: chosen.unit, rule: chosen.rule, state: chosen.state, from: chosen.from, to: chosen.to }
  const pages = usePages(AlertsDocument, { filter, first: 50 }, connectionOf)
  const columns = useAlertColumns()
  return (
    <Page title={t('app.alerts')} actions={<SheetButton name={t('app.alerts')} columns={columns} rows={pages.nodes} rest={pages.all} />}>
      <search className="filters no-print" aria-label={t('list.filter')}>
        <UnitChoice label={t('units.unit')} value={chosen.unit ?? ''} onChange={(value) => void choose({ unit: value || null })} special={[['', t('units.all')]]} />
        <Choice label={t('alerts.rule')} value={chosen.rule ?? ''} onChange={(value) => void choose({ rule: ALERT_RULES.find((one) => one === value) ?? null })}>
          <option value="">{t('alerts.allRules')}</option>
          {ALERT_RULES.map((one) => (
            <option key={one} value={one}>
              {t(`alerts.rules.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('alerts.state')} value={chosen.state ?? ''} onChange={(value) => void choose({ state: ALERT_STATES.find((one) => one === value) ?? null })}>
          <option value="">{t('alerts.allStates')}</option>
          {ALERT_STATES.map((one) => (
            <option key={one} value={one}>
              {t(`alerts.states.${one}`)}
            </option>
          ))}
        </Choice>
        <DayField label={t('alerts.from')} value={chosen.from} onChange={(from) => void choose({ from })} />
        <DayField label={t('alerts.to')} value={chosen.to} onChange={(to) => void choose({ to })} />
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('alerts.none')}>
        {() => (
          <>
            <RecordTable caption={t('app.alerts')} columns={columns} rows={pages.nodes} rowKey={(alert) => alert.id} />
            <LoadMore
              shown={pages.nodes.length}
              total={pages.data?.alerts.totalCount}
              hasMore={pages.hasMore}
              loading={pages.loadingMore}
              onMore={() => void pages.loadMore()}
            />
          </>
        )}
      </ScreenState>
    </Page>
  )
}

function useAlertColumns(): Column<AlertRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { district } = useViewer()
  return [
    {
      key: 'rule',
      title: t('alerts.rule'),
      text: (alert) => t(`alerts.rules.${alert.rule}`),
      render: (alert) => <Link to={`/alerts/${alert.id}`}>{t(`alerts.rules.${alert.rule}`)}</Link>,
    },
    {
      key: 'case',
      title: t('alerts.case'),
      text: (alert) => (alert.case ? groupedNumber(alert.case.number) : ''),
      render: (alert) =>
        alert.case && (
          <Link to={`/cases/${alert.case.id}`} className="number">
            {groupedNumber(alert.case.number)}
          </Link>
        ),
    },
    { key: 'unit', title: t('units.unit'), text: (alert) => alert.unit.name },
    { key: 'openedAt', title: t('alerts.openedAt'), text: (alert) => formatInstant(alert.openedAt, district?.zone), render: (alert) => <Instant at={alert.openedAt} /> },
    { key: 'state', title: t('alerts.state'), text: (alert) => t(`alerts.states.${alert.state}`) },
    { key: 'level', title: t('alerts.level'), text: (alert) => t(`alerts.levels.${alert.level as 1 | 2 | 3}`) },
    {
      key: 'answerBy',
      title: t('alerts.answerBy'),
      text: (alert) => (alert.state === 'OPEN' && alert.duty?.dueOn ? formatDay(alert.duty.dueOn, i18n.language) : ''),
    },
  ]
}
