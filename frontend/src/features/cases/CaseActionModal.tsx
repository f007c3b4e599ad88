import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { ActionFields } from './ActionFields'
import { caseActions, type CaseActionInput, type CaseActionName } from './case-actions'

interface CaseActionModalProps {
  action: CaseActionName
  one: CaseHeadFragment
  /** asks the server for the newest version, below the open form */
  onReload: () => void
  onDone: () => void
  onClose: () => void
}

export function CaseActionModal({ action, one, onReload, onDone, onClose }: CaseActionModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm()
  const { submit, running, refused, forgive } = useFormAction(caseActions[action].document, form, useRefusalWords())
  const stillAllowed = caseActions[action].may(one)

  const finish = async (fields: object) => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
    const input: CaseActionInput = { ...filled, id: one.id, expectedVersion: one.version }
    if (await submit(input)) onDone()
  }

  return (
    <Modal
      open
      title={t(`cases.actions.${action}`)}
      okText={t(`cases.actions.${action}`)}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      okButtonProps={{ disabled: !stillAllowed, danger: action === 'return' }}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t(`cases.actionWhy.${action}`, { to: one.decideUnit.name })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        <ActionFields action={action} today={district?.today ?? todayHere()} />
      </Form>
      <Refusals
        errors={refused.errors}
        fault={refused.fault}
        onReload={() => {
          forgive()
          onReload()
        }}
      />
      {!stillAllowed && <p role="alert">{t('cases.noLongerAllowed', { status: t(`caseStatus.${one.status}`) })}</p>}
    </Modal>
  )
}
