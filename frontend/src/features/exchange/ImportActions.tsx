import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import {
  DataImportApplyDocument,
  DataImportCancelDocument,
  DataImportUndoDocument,
  type ImportFactsFragment,
} from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type ActionOutcome, type UserError } from '@/lib/use-action'

interface ImportActionsProps {
  one: ImportFactsFragment
  onDone: () => void
}

type Outcome = ActionOutcome<{ result: { userErrors: UserError[] } }>

export function ImportActions({ one, onDone }: ImportActionsProps) {
  const { t } = useTranslation()
  const apply = useAction(DataImportApplyDocument)
  const cancel = useAction(DataImportCancelDocument)
  const undo = useAction(DataImportUndoDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const target = { id: one.id, expectedVersion: one.version }
  const good = one.counts.fresh + one.counts.changed

  const told = (outcome: Outcome) => {
    setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
    onDone()
  }

  return (
    <>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      {one.status === 'CHECKED' && good === 0 && <p>{t('exchange.nothingToWrite')}</p>}
      {one.status === 'CHECKED' && one.counts.missing > 0 && <p className="note">{t('exchange.missingHint', { count: one.counts.missing })}</p>}
      {one.whyNotUndoable && <p className="note">{one.whyNotUndoable}</p>}
      <div className="row-actions">
        {one.viewerCanApply && (
          <Button type="primary" loading={apply.running} title={t('exchange.applyValidHint')} onClick={async () => told(await apply.run({ ...target, mode: 'VALID_ROWS' }))}>
            {t('exchange.applyValid', { count: good })}
          </Button>
        )}
        {one.viewerCanApply && one.counts.refused === 0 && (
          <Button loading={apply.running} title={t('exchange.applyWholeHint')} onClick={async () => told(await apply.run({ ...target, mode: 'ALL_OR_NOTHING' }))}>
            {t('exchange.applyWhole', { count: good })}
          </Button>
        )}
        {one.viewerCanUndo && (
          <Popconfirm placement="bottomLeft" title={t('exchange.reallyUndo')} description={t('exchange.undoHint')} onConfirm={async () => told(await undo.run(target))}>
            <Button danger loading={undo.running}>
              {t('exchange.undo')}
            </Button>
          </Popconfirm>
        )}
        {one.viewerCanCancel && one.status !== 'UPLOADED' && (
          <Button loading={cancel.running} onClick={async () => told(await cancel.run(target))}>
            {t('exchange.cancel')}
          </Button>
        )}
        {one.mine && !one.contentsGone && one.status !== 'UPLOADED' && (
          <a className="plain-link" href={`/import/${one.id}/report`} download>
            {t('exchange.report')}
          </a>
        )}
        {one.mine && !one.contentsGone && one.counts.refused > 0 && (
          <a className="plain-link" href={`/import/${one.id}/report?rows=refused`} download>
            {t('exchange.refusedOnly')}
          </a>
        )}
      </div>
    </>
  )
}
