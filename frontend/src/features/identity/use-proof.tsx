import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { IdentityConfirmDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import type { UserError } from '@/lib/use-action'

type Outcome = { done: true } | { done: false; userErrors: UserError[] }

/** Runs what asks for a recent proof of identity; asks for the password when it is needed, and then runs it again. */
export function useProof() {
  const [waiting, setWaiting] = useState<((proved: boolean) => void) | null>(null)
  const proven = async <T extends Outcome>(work: () => Promise<T>): Promise<T> => {
    const first = await work()
    if (first.done || !first.userErrors.some(({ code }) => code === 'CONFIRM_FIRST')) return first
    const proved = await new Promise<boolean>((answer) => setWaiting(() => answer))
    setWaiting(null)
    return proved ? work() : first
  }
  return { proven, dialog: waiting && <ProofModal onProved={() => waiting(true)} onCancel={() => waiting(false)} /> }
}

function ProofModal({ onProved, onCancel }: { onProved: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ password: string }>()
  const { submit, running, refused } = useFormAction(IdentityConfirmDocument, form, useRefusalWords())
  const finish = async ({ password }: { password: string }) => {
    if (await submit({ password })) onProved()
  }
  return (
    <Modal
      open
      title={t('security.proof')}
      okText={t('actions.confirm')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={form.submit}
      onCancel={onCancel}
    >
      <p>{t('security.proofWhy')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => void finish(fields)}>
        <Refusals errors={refused.errors} fault={refused.fault} />
        <Form.Item name="password" label={t('identity.password')} rules={[{ required: true, message: t('refusals.required') }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  )
}
