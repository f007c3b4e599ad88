import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TypedDocumentNode } from 'urql'
import { useFormAction } from '@/lib/use-form-action'
import type { UserError } from '@/lib/use-action'
import { Refusals } from './Refusals'
import { useRefusalWords } from './use-refusal-words'

interface RemoveFileProps<Data extends { result: { userErrors: UserError[] } }> {
  document: TypedDocumentNode<Data, { input: { idempotencyKey: string; id: string; reason: string } }>
  file: { id: string; name: string }
  onRemoved: () => void
  onClose: () => void
}

/** Taking a file back wants a reason; the file goes, the record stays. */
export function RemoveFile<Data extends { result: { userErrors: UserError[] } }>({ document, file, onRemoved, onClose }: RemoveFileProps<Data>) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const words = useRefusalWords()
  const { submit, running, refused } = useFormAction(document, form, words)

  const remove = async ({ reason }: { reason: string }) => {
    if (await submit({ id: file.id, reason })) onRemoved()
  }

  return (
    <Modal
      open
      title={t('upload.removeOne', { name: file.name })}
      okText={t('upload.remove')}
      cancelText={t('actions.cancel')}
      okButtonProps={{ danger: true, loading: running }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('upload.removeWhy')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void remove(typed)}>
        <Form.Item name="reason" label={t('upload.reason')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
