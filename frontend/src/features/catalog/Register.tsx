import { Button, Input } from 'antd'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '@/components/Choice'
import { ListViews } from '@/components/ListViews'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { SheetButton } from '@/components/SheetButton'
import { UpperDecisionsDocument, type UpperDecisionsQuery } from '@/gql/staff/graphql'
import { formatInstant } from '@/lib/time'
import { useColumns } from '@/lib/use-columns'
import { usePages } from '@/lib/use-pages'
import { useSortedPages } from '@/lib/use-sort'
import { useViewer } from '@/lib/viewer'
import { DecisionModal } from './DecisionModal'
import { LinkModal } from './LinkModal'

type Decision = UpperDecisionsQuery['upperDecisions']['nodes'][number]

const KINDS = ['CANCELLED', 'ADJUSTED', 'DELEGATED'] as const
const connectionOf = (data: UpperDecisionsQuery) => data.upperDecisions

/** All that is entered: corrected, linked with items, and what it said before. */
export function Register() {
  const { t } = useTranslation()
  const [{ q, kind }, choose] = useQueryStates({ q: parseAsString, kind: parseAsStringLiteral(KINDS) })
  const { viewer } = useViewer()
  const [amending, setAmending] = useState<Decision | null>(null)
  const [linking, setLinking] = useState<Decision | null>(null)
  const records = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  const drafts = viewer.posts.some(({ role }) => ['DISTRICT_ADMIN', 'DEPARTMENT_OFFICER', 'DEPARTMENT_HEAD'].includes(role))
  const pages = usePages(UpperDecisionsDocument, { search: q, kind, first: 50 }, connectionOf)
  const every: Column<Decision>[] = [
    {
      key: 'name',
      title: t('catalog.decidedItem'),
      text: (one) => one.name,
      render: (one) => (
        <>
          {one.name}
          <Earlier decision={one} />
        </>
      ),
    },
    { key: 'kind', title: t('catalog.decisionKind'), text: (one) => t(`catalog.decisionKinds.${one.kind}`) },
    { key: 'level', title: t('catalog.level'), text: (one) => t(`catalog.levels.${one.level}`) },
    { key: 'document', title: t('catalog.document'), text: (one) => one.documentNo },
    { key: 'decided', title: t('catalog.decidedOn'), text: (one) => one.decidedOn },
    { key: 'effective', title: t('catalog.holdsFrom'), text: (one) => one.effectiveOn },
    {
      key: 'items',
      title: t('catalog.decidedItems'),
      text: (one) => one.items.map((item) => item.name).join('、') || '—',
      render: (one) => (
        <>
          {one.items.length === 0 && '—'}
          {one.items.map((item) => (
            <Link key={item.id} to={`/items/${item.id}`}>
              {item.name}{' '}
            </Link>
          ))}
        </>
      ),
    },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  const actions: Column<Decision> = {
    key: 'actions',
    action: true,
    title: t('catalog.judge'),
    text: () => '',
    render: (one) => (
      <div className="row-actions">
        <Button onClick={() => setLinking(one)}>
          {t('catalog.linkItem')}
          <span className="visually-hidden"> {one.name}</span>
        </Button>
        {records && (
          <Button onClick={() => setAmending(one)}>
            {t('catalog.amendDecision')}
            <span className="visually-hidden"> {one.name}</span>
          </Button>
        )}
      </div>
    ),
  }
  return (
    <>
      <ListViews list="decisions" columns={every} />
      <search className="filters">
        <Input.Search
          defaultValue={q ?? ''}
          aria-label={t('catalog.searchDecisions')}
          placeholder={t('catalog.searchDecisions')}
          enterButton={t('actions.search')}
          allowClear
          onSearch={(text) => void choose({ q: text.trim() || null })}
        />
        <Choice label={t('catalog.decisionKind')} value={kind ?? ''} onChange={(value) => void choose({ kind: KINDS.find((one) => one === value) ?? null })}>
          <option value="">{t('catalog.allKinds')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`catalog.decisionKinds.${one}`)}
            </option>
          ))}
        </Choice>
      </search>
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noDecisions')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('catalog.register')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('catalog.register')} columns={drafts ? [...columns, actions] : columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
      {amending && (
        <DecisionModal
          entry={amending}
          onClose={() => setAmending(null)}
          onDone={() => {
            setAmending(null)
            pages.reload()
          }}
        />
      )}
      {linking && <LinkModal decision={linking} onClose={() => setLinking(null)} onDone={pages.reload} />}
    </>
  )
}

/** What the entry said before it was corrected. */
function Earlier({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  if (decision.earlier.length === 0) return null
  return (
    <details>
      <summary>{t('catalog.amended', { count: decision.earlier.length })}</summary>
      <ul>
        {decision.earlier.map((one) => (
          <li key={one.replacedAt}>
            {one.name} · {t(`catalog.decisionKinds.${one.kind}`)} · {t(`catalog.levels.${one.level}`)} · {t('pairs.beside', { name: one.documentNo, value: one.effectiveOn })}
            <br />
            <small>
              {formatInstant(one.replacedAt)} {t('pairs.named', { name: one.replacedBy, value: one.reason })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
