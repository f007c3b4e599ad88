import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { UnitChangeCancelDocument, type UnitChangeFactsFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { useColumns } from '@/lib/use-columns'
import type { Order } from '@/lib/use-sort'
import { Parts, useChangeColumns } from './use-change-columns'

interface ChangeListProps {
  changes: readonly UnitChangeFactsFragment[]
  order?: Order
  onCancelled: () => void
}

/** Renames, mergers and splits with their papers; one whose day has not come can be taken back. */
export function ChangeList({ changes, order, onCancelled }: ChangeListProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<UnitChangeFactsFragment | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const cancel = useAction(UnitChangeCancelDocument)
  const columns = useColumns(useChangeColumns(setAsked))
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
      <RecordTable caption={t('organisation.changes')} rows={changes} rowKey={(change) => change.id} columns={columns} order={order} />
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
