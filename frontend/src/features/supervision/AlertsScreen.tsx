import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { DayField } from '@/components/DayField'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { UnitChoice } from '@/components/UnitChoice'
import { AlertsDocument, type AlertRowFragment, type AlertsQuery } from '@/gql/staff/graphql'
import { weekdayWords } from '@/lib/export-words'
import { groupedNumber } from '@/lib/numbers'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useServerOrder } from '@/lib/use-sort'
import { ALERT_COUNTS, ALERT_RULES, ALERT_STATES } from './alert-lists'
import { ManyAlerts } from './ManyAlerts'
import { useAlertColumns } from './use-alert-columns'

const connectionOf = (data: AlertsQuery) => data.alerts
/** The orders that the server knows, by column. */
const ORDERS = { openedAt: 'OPENED', level: 'LEVEL' } as const
const params = {
  unit: parseAsString,
  rule: parseAsStringLiteral(ALERT_RULES),
  state: parseAsStringLiteral(ALERT_STATES),
  from: parseAsString,
  to: parseAsString,
  counted: parseAsStringLiteral(ALERT_COUNTS),
}

/** What supervision's rules found, and what the units say about it; newest first. */
export default function AlertsScreen() {
  const { t, i18n } = useTranslation()
  const [chosen, choose] = useQueryStates(params)
  const filter = { unitId: chosen.unit, rule: chosen.rule, state: chosen.state, from: chosen.from, to: chosen.to, counted: chosen.counted }
  const { order, orderBy } = useServerOrder(ORDERS)
  const pages = usePages(AlertsDocument, { filter, orderBy, first: 50 }, connectionOf)
  const every = useAlertColumns()
  const columns = useColumns(every)
  const words = {
    rule: t('alerts.rules', { returnObjects: true }) as Record<string, string>,
    state: t('alerts.states', { returnObjects: true }) as Record<string, string>,
    level: t('alerts.levels', { returnObjects: true }) as Record<string, string>,
    answerBy: weekdayWords(i18n.language),
  }
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const forMany = pages.nodes.some((one) => one.viewerCanAnswer || one.viewerCanJudge)
  const tick: Column<AlertRowFragment> = {
    key: 'choose',
    action: true,
    title: t('legal.choose'),
    text: () => '',
    render: (row) =>
      (row.viewerCanAnswer || row.viewerCanJudge) && (
        <input
          type="checkbox"
          aria-label={`${t('legal.choose')} ${groupedNumber(row.case?.number ?? '')}`}
          checked={ticked.has(row.id)}
          onChange={() => {
            const next = new Set(ticked)
            if (!next.delete(row.id)) next.add(row.id)
            setTicked(next)
          }}
        />
      ),
  }
  const done = () => {
    setTicked(new Set())
    pages.reload()
  }
  return (
    <Page
      title={t('app.alerts')}
      actions={
        <SheetButton
          name={t('app.alerts')}
          columns={columns}
          rows={pages.nodes}
          rest={pages.all}
          total={pages.data?.alerts.totalCount}
          long={{ listing: 'alert-list', filters: filter, order: orderBy, words }}
        />
      }
    >
      <ListViews list="alerts" columns={every} />
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
        <Choice label={t('alerts.counted')} value={chosen.counted ?? ''} onChange={(value) => void choose({ counted: ALERT_COUNTS.find((one) => one === value) ?? null })}>
          <option value="">{t('alerts.countedAny')}</option>
          {ALERT_COUNTS.map((one) => (
            <option key={one} value={one}>
              {t(`alerts.counts.${one}`)}
            </option>
          ))}
        </Choice>
        <DayField label={t('alerts.from')} value={chosen.from} onChange={(from) => void choose({ from })} />
        <DayField label={t('alerts.to')} value={chosen.to} onChange={(to) => void choose({ to })} />
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('alerts.none')}>
        {() => (
          <>
            {forMany && <ManyAlerts of={pages.nodes} chosen={pages.nodes.filter((one) => ticked.has(one.id))} onDone={done} />}
            <RecordTable caption={t('app.alerts')} columns={forMany ? [tick, ...columns] : columns} rows={pages.nodes} rowKey={(alert) => alert.id} order={order} />
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
