import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { ItemsToLinkDocument, UpperDecisionJudgeDocument, type UpperDecisionsQuery } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'

interface LinkModalProps {
  decision: UpperDecisionsQuery['upperDecisions']['nodes'][number]
  onDone: () => void
  onClose: () => void
}

/** Says which item a decision is about when the document calls it otherwise than the list does, and takes it back. */
export function LinkModal({ decision, onDone, onClose }: LinkModalProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [linked, setLinked] = useState(decision.items)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const { run, running } = useAction(UpperDecisionJudgeDocument)
  const [{ data, fetching, error }, ask] = useQuery({ query: ItemsToLinkDocument, variables: { search }, pause: !search })
  const say = async (item: (typeof linked)[number], same: boolean) => {
    const outcome = await run({ id: decision.id, itemId: item.id, same })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    setRefused({ errors: [] })
    setLinked((before) => (same ? [...before, item] : before.filter(({ id }) => id !== item.id)))
    onDone()
  }
  const found = (data?.items.nodes ?? []).filter((item) => item.viewerCanDraft && linked.every(({ id }) => id !== item.id))
  return (
    <Modal open title={t('catalog.linkTitle', { name: decision.name })} footer={null} onCancel={onClose}>
      <p className="note">{t('catalog.linkWhy')}</p>
      <ul aria-label={t('catalog.decidedItems')}>
        {linked.map((item) => (
          <li key={item.id} className="row-actions">
            {item.name}
            {item.viewerCanDraft && (
              <Button loading={running} onClick={() => void say(item, false)}>
                {t('catalog.otherItem')}
                <span className="visually-hidden"> {item.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Input.Search aria-label={t('catalog.searchToLink')} placeholder={t('catalog.searchToLink')} enterButton={t('actions.search')} onSearch={(text) => setSearch(text.trim())} />
      {search && (
        <ScreenState fetching={fetching} error={error} retry={() => ask({ requestPolicy: 'network-only' })} empty={found.length === 0} emptyText={t('catalog.nothingToLink')}>
          {() => (
            <ul aria-label={t('catalog.searchToLink')}>
              {found.map((item) => (
                <li key={item.id} className="row-actions">
                  <span>
                    {item.name} <small>{item.department.name} · {item.code}</small>
                  </span>
                  <Button loading={running} onClick={() => void say(item, true)}>
                    {t('catalog.sameItem')}
                    <span className="visually-hidden"> {item.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </ScreenState>
      )}
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
