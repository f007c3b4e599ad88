import { Checkbox } from 'antd'
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import {
  DataImportLinesDocument,
  ExchangeKindsDocument,
  type DataImportLinesQuery,
  type ImportFactsFragment,
} from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'

type Line = NonNullable<DataImportLinesQuery['dataImport']>['lines']['nodes'][number]

const STATES = ['REFUSED', 'NEW', 'CHANGED', 'UNCHANGED', 'SKIPPED', 'MISSING', 'CREATED', 'UPDATED', 'TAKEN_BACK'] as const
const NONE = { nodes: [], pageInfo: { hasNextPage: false } }

const connectionOf = (data: DataImportLinesQuery) => data.dataImport?.lines ?? NONE

export function Lines({ one }: { one: ImportFactsFragment }) {
  const { t } = useTranslation()
  const [state, choose] = useQueryState('state', parseAsStringLiteral(STATES))
  const [noted, chooseNoted] = useQueryState('noted', parseAsBoolean.withDefault(false))
  const [{ data }] = useQuery({ query: ExchangeKindsDocument, requestPolicy: 'cache-first' })
  const pages = usePages(DataImportLinesDocument, { id: one.id, state, noted, first: 50 }, connectionOf)
  const headers = new Map(data?.exchangeKinds.find((kind) => kind.name === one.kind)?.columns.map((column) => [column.key, column.header]))
  const nameOf = (key: string) => headers.get(key) ?? key
  const faultsOf = (line: Line) => [
    ...line.faults.map((fault) => (fault.key ? t('pairs.named', { name: nameOf(fault.key), value: fault.message }) : fault.message)),
    ...line.notes,
  ]

  const columns: Column<Line>[] = [
    { key: 'row', title: t('exchange.row'), text: (line) => (line.number > 0 ? String(line.number) : '—'), numeric: true },
    {
      key: 'state',
      title: t('exchange.state'),
      text: (line) => t(`exchange.lineStates.${line.state}`),
      render: (line) => <span className={line.state === 'REFUSED' ? 'warn' : undefined}>{t(`exchange.lineStates.${line.state}`)}</span>,
    },
    {
      key: 'contents',
      title: t('exchange.contents'),
      text: (line) => line.values.map(({ key, value }) => t('pairs.named', { name: nameOf(key), value: value ?? '' })).join(t('pairs.next')),
      render: (line) => {
        const told = line.values.filter(({ value, differs }) => value != null || differs)
        if (told.length === 0) return null
        return (
          <ul className="line-values">
            {told.map(({ key, value, before, differs }) => (
              <li key={key}>
                <span className="note">{nameOf(key)}</span> {value?.replaceAll('\n', '、') ?? t('exchange.empty')}
                {differs && <del className="note"> {t('exchange.before', { value: before?.replaceAll('\n', '、') ?? t('exchange.empty') })}</del>}
              </li>
            ))}
          </ul>
        )
      },
    },
    { key: 'why', title: t('exchange.why'), text: (line) => faultsOf(line).join(';'), render: (line) => faultsOf(line).map((words) => <p key={words}>{words}</p>) },
  ]

  return (
    <section aria-label={t('exchange.lines')}>
      <h2>{t('exchange.lines')}</h2>
      <search className="filters no-print" aria-label={t('list.filter')}>
        <Choice label={t('exchange.state')} value={state ?? ''} onChange={(value) => void choose(STATES.find((each) => each === value) ?? null)}>
          <option value="">{t('exchange.all')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`exchange.lineStates.${each}`)}
            </option>
          ))}
        </Choice>
        <Checkbox checked={noted} onChange={(event) => void chooseNoted(event.target.checked || null)}>
          {t('exchange.notedOnly')}
        </Checkbox>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('exchange.noLines')}>
        {() => (
          <>
            <RecordTable caption={t('exchange.lines')} columns={columns} rows={pages.nodes} rowKey={(line) => line.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </section>
  )
}
