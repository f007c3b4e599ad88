import { Button, Input } from 'antd'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Choice } from '@/components/Choice'
import { LoadMore } from '@/components/LoadMore'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { Tabs } from '@/components/Tabs'
import { SheetButton } from '@/components/SheetButton'
import { UpperDecisionsDocument, type UpperDecisionsQuery } from '@/gql/staff/graphql'
import { usePages } from '@/lib/use-pages'
import { useViewer } from '@/lib/viewer'
import { Conflicts } from './Conflicts'
import { DecisionModal } from './DecisionModal'

type Decision = UpperDecisionsQuery['upperDecisions']['nodes'][number]

const KINDS = ['CANCELLED', 'ADJUSTED', 'DELEGATED'] as const
const connectionOf = (data: UpperDecisionsQuery) => data.upperDecisions

/** What upper levels cancelled, adjusted and delegated since 2012, and what the list does not follow. */
export default function DecisionsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [typing, setTyping] = useState(false)
  const [round, setRound] = useState(0)
  const records = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  return (
    <Page
      title={t('app.decisions')}
      actions={
        records && (
          <Button type="primary" onClick={() => setTyping(true)}>
            {t('catalog.recordDecision')}
          </Button>
        )
      }
    >
      <p className="note">{t('catalog.decisionsWhy')}</p>
      <Tabs
        key={round}
        label={t('app.decisions')}
        tabs={[
          { key: 'conflicts', label: t('catalog.conflicts'), content: () => <Conflicts /> },
          { key: 'register', label: t('catalog.register'), content: () => <Register /> },
        ]}
      />
      {typing && (
        <DecisionModal
          onClose={() => setTyping(false)}
          onDone={() => {
            setTyping(false)
            setRound(round + 1)
          }}
        />
      )}
    </Page>
  )
}

function Register() {
  const { t } = useTranslation()
  const [{ q, kind }, choose] = useQueryStates({ q: parseAsString, kind: parseAsStringLiteral(KINDS) })
  const pages = usePages(UpperDecisionsDocument, { search: q, kind, first: 50 }, connectionOf)
  const columns: Column<Decision>[] = [
    { key: 'name', title: t('catalog.decidedItem'), text: (one) => one.name },
    { key: 'kind', title: t('catalog.decisionKind'), text: (one) => t(`catalog.decisionKinds.${one.kind}`) },
    { key: 'level', title: t('catalog.level'), text: (one) => t(`catalog.levels.${one.level}`) },
    { key: 'document', title: t('catalog.document'), text: (one) => one.documentNo },
    { key: 'decided', title: t('catalog.decidedOn'), text: (one) => one.decidedOn },
    { key: 'effective', title: t('catalog.holdsFrom'), text: (one) => one.effectiveOn },
    {
      key: 'items',
      title: t('catalog.decidedItems'),
      text: (one) => one.items.map((item) => item.name).join('、'),
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
  return (
    <>
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
              <SheetButton name={t('catalog.register')} columns={columns} rows={pages.nodes} rest={pages.all} />
            </p>
            <RecordTable caption={t('catalog.register')} columns={columns} rows={pages.nodes} rowKey={(one) => one.id} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
          </>
        )}
      </ScreenState>
    </>
  )
}
