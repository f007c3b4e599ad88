import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import type { CaseHeadFragment } from '@/gql/staff/graphql'
import { todayHere } from '@/lib/time'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { ActionFields } from './ActionFields'
import { LegalFields } from './LegalFields'
import { useActionName } from './use-action-name'
import { caseActions, isLegal, type CaseActionInput, type CaseActionName } from './case-actions'

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
  const name = useActionName()(action)
  const today = district?.today ?? todayHere()
  const stillAllowed = caseActions[action].may(one)

  const finish = async (fields: object) => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
    const shaped = caseActions[action].input?.(filled) ?? filled
    const input: CaseActionInput = { ...shaped, id: one.id, expectedVersion: one.version }
    if (await submit(input)) onDone()
  }

  return (
    <Modal
      open
      title={name}
      okText={name}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      okButtonProps={{ disabled: !stillAllowed, danger: action === 'return' }}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{isLegal(action) ? t(`legal.why.${action}`) : t(`cases.actionWhy.${action}`, { to: one.decideUnit.name, days: one.viewerMayExtendBy })}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        {isLegal(action) ? (
          <LegalFields action={action} id={one.id} today={today} />
        ) : (
          <ActionFields action={action} one={one} today={today} />
        )}
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
