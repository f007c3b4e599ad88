import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AttachmentRemoveDocument } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import type { Attachment } from './Attachments'

interface RemoveAttachmentProps {
  file: Attachment
  onRemoved: () => void
  onClose: () => void
}

/** Taking a file back wants a reason; the file goes, the record stays. */
export function RemoveAttachment({ file, onRemoved, onClose }: RemoveAttachmentProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const words = useRefusalWords()
  const { submit, running, refused } = useFormAction(AttachmentRemoveDocument, form, words)

  const remove = async ({ reason }: { reason: string }) => {
    if (await submit({ id: file.id, reason })) onRemoved()
  }

  return (
    <Modal
      open
      title={t('papers.removeFile', { name: file.name })}
      okText={t('papers.remove')}
      cancelText={t('actions.cancel')}
      okButtonProps={{ danger: true, loading: running }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t('papers.removeWhy')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void remove(typed)}>
        <Form.Item name="reason" label={t('papers.reason')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={500} autoFocus />
        </Form.Item>
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
