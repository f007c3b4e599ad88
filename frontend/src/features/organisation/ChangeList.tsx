import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Day } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { UnitChangeCancelDocument, type UnitChangeFactsFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { useViewer } from '@/lib/viewer'

interface ChangeListProps {
  changes: readonly UnitChangeFactsFragment[]
  onCancelled: () => void
}

function Parts({ change }: { change: UnitChangeFactsFragment }) {
  return (
    <ul className="plain">
      {change.parts.map((part) => (
        <li key={`${part.from.id} ${part.newName}`}>
          <Link to={`/organisation/${part.from.id}`}>{part.oldName}</Link> →{' '}
          {part.to ? <Link to={`/organisation/${part.to.id}`}>{part.newName}</Link> : part.newName}
        </li>
      ))}
    </ul>
  )
}

function Went({ change }: { change: UnitChangeFactsFragment }) {
  const { t } = useTranslation()
  if (change.kind === 'RENAME' || !change.doneAt) return <>—</>
  const sum = (key: 'posts' | 'points' | 'items' | 'cases' | 'duties') => change.parts.reduce((total, part) => total + part.went[key], 0)
  return <>{t('organisation.estate', { posts: sum('posts'), points: sum('points'), items: sum('items'), cases: sum('cases'), duties: sum('duties') })}</>
}

/** Renames, mergers and splits with their papers; one whose day has not come can be taken back. */
export function ChangeList({ changes, onCancelled }: ChangeListProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [asked, setAsked] = useState<UnitChangeFactsFragment | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const cancel = useAction(UnitChangeCancelDocument)

  const state = (change: UnitChangeFactsFragment) => {
    if (change.doneAt) return t('organisation.done')
    if (change.cancelledAt) return t('organisation.cancelled')
    return t(change.effectiveOn <= (district?.today ?? '') ? 'organisation.overdue' : 'organisation.planned')
  }
  const confirm = async () => {
    if (!asked) return
    const outcome = await cancel.run({ id: asked.id, expectedVersion: asked.version })
    if (!outcome.done) return setRefused({ errors: outcome.userErrors, fault: outcome.fault })
    setAsked(null)
    onCancelled()
  }

  if (changes.length === 0) return <p>{t('organisation.noChanges')}</p>
  return (
    <>
      <RecordTable
        caption={t('organisation.changes')}
        rows={changes}
        rowKey={(change) => change.id}
        columns={[
          { key: 'day', title: t('organisation.effectiveOn'), text: (change) => change.effectiveOn, render: (change) => <Day day={change.effectiveOn} /> },
          { key: 'kind', title: t('organisation.kind'), text: (change) => t(`organisation.changeKinds.${change.kind}`) },
          { key: 'parts', title: t('organisation.unit'), text: (change) => change.parts.map((part) => `${part.oldName} → ${part.newName}`).join('; '), render: (change) => <Parts change={change} /> },
          { key: 'paper', title: t('organisation.paper'), text: (change) => change.paper },
          { key: 'went', title: t('organisation.went'), text: () => '', render: (change) => <Went change={change} /> },
          {
            key: 'state',
            title: t('organisation.state'),
            text: state,
            render: (change) => (
              <>
                {state(change)}{' '}
                {change.viewerCanCancel && <Button onClick={() => setAsked(change)}>{t('organisation.cancel')}</Button>}
              </>
            ),
          },
        ]}
      />
      <Modal
        open={asked !== null}
        title={t('organisation.cancelTitle')}
        okText={t('actions.confirm')}
        cancelText={t('actions.cancel')}
        confirmLoading={cancel.running}
        onOk={() => void confirm()}
        onCancel={() => setAsked(null)}
      >
        {asked && <Parts change={asked} />}
        <Refusals errors={refused.errors} fault={refused.fault} />
      </Modal>
    </>
  )
}
