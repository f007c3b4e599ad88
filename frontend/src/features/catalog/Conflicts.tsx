import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LoadMore } from '@/components/LoadMore'
import { RecordTable, type Column } from '@/components/RecordTable'
import { ScreenState } from '@/components/ScreenStates'
import { DecisionConflictsDocument, UpperDecisionJudgeDocument, type DecisionConflictsQuery } from '@/gql/staff/graphql'
import { useAction } from '@/lib/use-action'
import { usePages } from '@/lib/use-pages'
import { ListViews } from '@/components/ListViews'
import { SheetButton } from '@/components/SheetButton'
import { useColumns } from '@/lib/use-columns'
import { useSortedPages } from '@/lib/use-sort'
import { AcceptedSince } from './AcceptedSince'

type Conflict = DecisionConflictsQuery['decisionConflicts']['nodes'][number] & { id: string }

const connectionOf = ({ decisionConflicts: { nodes, pageInfo } }: DecisionConflictsQuery) => ({
  pageInfo,
  nodes: nodes.map((one) => ({ ...one, id: `${one.decision.id} ${one.item.id}` })),
})

/** Items that do not follow an upper-level decision, or that nobody has compared with it. */
export function Conflicts() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Conflict | null>(null)
  const pages = usePages(DecisionConflictsDocument, { first: 50 }, connectionOf)
  const every: Column<Conflict>[] = [
    {
      key: 'item',
      title: t('catalog.item'),
      text: (one) => one.item.name,
      render: (one) => <Link to={`/items/${one.item.id}`}>{one.item.name}</Link>,
    },
    {
      key: 'decision',
      title: t('catalog.decision'),
      text: ({ decision }) => `${decision.name} · ${t(`catalog.decisionKinds.${decision.kind}`)} · ${t('pairs.beside', { name: decision.documentNo, value: decision.effectiveOn })}`,
    },
    { key: 'reason', title: t('catalog.conflict'), text: (one) => t(`catalog.conflictReasons.${one.reason}`) },
    {
      key: 'since',
      title: t('catalog.acceptedSince'),
      text: (one) => String(one.acceptedSince),
      render: (one) =>
        one.acceptedSince === 0 ? (
          0
        ) : (
          <Button type="link" onClick={() => setOpened(one)}>
            {one.acceptedSince}
            <span className="visually-hidden"> {one.item.name}</span>
          </Button>
        ),
      numeric: true,
    },
    { key: 'judge', action: true, title: t('catalog.judge'), text: () => '', render: (one) => <Judge conflict={one} onDone={pages.reload} /> },
  ]
  const columns = useColumns(every)
  const list = useSortedPages(every, pages)
  return (
    <>
      <ListViews list="decision-conflicts" columns={every} />
      <ScreenState fetching={pages.fetching} error={pages.error} retry={pages.reload} empty={pages.nodes.length === 0} emptyText={t('catalog.noConflicts')}>
        {() => (
          <>
            <p className="list-export">
              <SheetButton name={t('catalog.conflicts')} columns={columns} rows={list.nodes} rest={list.all} />
            </p>
            <RecordTable caption={t('catalog.conflicts')} columns={columns} rows={list.nodes} rowKey={(one) => one.id} order={list.order} />
            <LoadMore shown={pages.nodes.length} hasMore={pages.hasMore} part={list.part} loading={pages.loadingMore} onMore={() => void pages.loadMore()} />
            {opened && <AcceptedSince item={opened.item} since={opened.decision.effectiveOn} onClose={() => setOpened(null)} />}
          </>
        )}
      </ScreenState>
    </>
  )
}

function Judge({ conflict, onDone }: { conflict: Conflict; onDone: () => void }) {
  const { t } = useTranslation()
  const judge = useAction(UpperDecisionJudgeDocument)
  if (!conflict.item.viewerCanDraft) return <>—</>
  const say = async (same: boolean) => {
    const outcome = await judge.run({ id: conflict.decision.id, itemId: conflict.item.id, same })
    if (outcome.done) onDone()
  }
  return (
    <div className="row-actions">
      {conflict.reason === 'NOT_JUDGED' && (
        <Button loading={judge.running} onClick={() => void say(true)}>
          {t('catalog.sameItem')}
          <span className="visually-hidden"> {conflict.item.name}</span>
        </Button>
      )}
      <Button loading={judge.running} onClick={() => void say(false)}>
        {t('catalog.otherItem')}
        <span className="visually-hidden"> {conflict.item.name}</span>
      </Button>
    </div>
  )
}
