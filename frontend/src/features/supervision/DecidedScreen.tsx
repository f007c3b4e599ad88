import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Instant } from '@/components/Day'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { MonthField } from '@/components/MonthField'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton, type Long } from '@/components/SheetButton'
import { UnitChoice } from '@/components/UnitChoice'
import { DecidedCasesDocument, type CaseOutcome, type DecidedCasesQuery } from '@/gql/staff/graphql'
import { groupedNumber } from '@/lib/numbers'
import { formatInstant, formatMonth, todayHere } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'

const casesOf = (data: DecidedCasesQuery) => data.decidedCases
type Row = DecidedCasesQuery['decidedCases']['nodes'][number]

/** The cases behind a denominator of the board: decided by a unit in a month. */
export default function DecidedScreen() {
  const { t, i18n } = useTranslation()
  const [{ unit, month, past }, choose] = useQueryStates({
    unit: parseAsString.withDefault(''),
    month: parseAsString.withDefault(todayHere().slice(0, 7)),
    past: parseAsBoolean.withDefault(false),
  })
  const filters = { unitId: unit, month: `${month}-01`, withPredecessors: past }
  const pages = usePages(DecidedCasesDocument, { ...filters, first: 50 }, casesOf)
  const every: Column<Row>[] = [
    {
      key: 'number',
      title: t('clock.number'),
      text: (row) => groupedNumber(row.number),
      render: (row) => (
        <Link to={`/cases/${row.id}`} className="number">
          {groupedNumber(row.number)}
        </Link>
      ),
    },
    { key: 'item', title: t('clock.item'), text: (row) => row.item.name },
    { key: 'unit', title: t('legal.decides'), text: (row) => row.decideUnit.name },
    {
      key: 'decided',
      title: t('supervision.decidedAt'),
      text: (row) => (row.decidedAt ? formatInstant(row.decidedAt) : ''),
      render: (row) => row.decidedAt && <Instant at={row.decidedAt} />,
    },
    { key: 'outcome', title: t('cases.outcome'), text: (row) => (row.outcome ? t(`cases.outcomes.${row.outcome}`) : '') },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const name = t('supervision.decidedCases')
  const long: Long = {
    listing: 'decided-cases',
    filters,
    here: list.order.by !== null,
    words: { outcome: t('cases.outcomes', { returnObjects: true }) as Record<CaseOutcome, string> },
  }
  return (
    <Page
      title={`${name} · ${formatMonth(`${month}-01`, i18n.language)}`}
      actions={<SheetButton name={name} columns={columns} rows={list.nodes} rest={list.all} long={long} />}
    >
      <p>
        <Link to="/board">{t('supervision.backToBoard')}</Link>
      </p>
      <search className="filters no-print" aria-label={t('list.filter')}>
        <UnitChoice
          label={t('units.unit')}
          value={unit}
          onChange={(value) => void choose({ unit: value || null })}
          special={unit ? [] : [['', t('supervision.noUnit')]]}
        />
        <MonthField label={t('evaluation.month')} value={month} onChange={(value) => void choose({ month: value })} />
      </search>
      <ListViews list="decided" columns={every} />
      <ScreenState
        fetching={pages.fetching}
        error={pages.error}
        retry={pages.reload}
        empty={pages.nodes.length === 0}
        emptyText={t(unit ? 'supervision.noDecided' : 'supervision.chooseUnit')}
      >
        {() => (
          <>
            <RecordTable caption={name} columns={columns} rows={list.nodes} rowKey={(row) => row.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </Page>
  )
}
