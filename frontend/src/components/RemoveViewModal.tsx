import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SavedViewRemoveDocument, type SavedViewFactsFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { Refusals } from './Refusals'

interface RemoveViewModalProps {
  view: SavedViewFactsFragment
  onRemoved: () => void
  onClose: () => void
}

export function RemoveViewModal({ view, onRemoved, onClose }: RemoveViewModalProps) {
  const { t } = useTranslation()
  const remove = useAction(SavedViewRemoveDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const drop = async () => {
    const outcome = await remove.run({ id: view.id, expectedVersion: view.version })
    if (outcome.done) onRemoved()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }
  return (
    <Modal
      open
      title={t('views.remove')}
      okText={t('actions.confirm')}
      cancelText={t('actions.cancel')}
      confirmLoading={remove.running}
      onOk={() => void drop()}
      onCancel={onClose}
    >
      <p>{t('views.removeWhy', { name: view.name })}</p>
      {view.audience !== 'PERSON' && <p>{t('views.removeShared')}</p>}
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onRemoved} />
    </Modal>
  )
}
