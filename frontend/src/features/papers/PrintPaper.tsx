import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PaperPrintDocument, type PaperKind } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

interface PrintPaperProps {
  caseId: string
  kind: PaperKind
  /** materials accepted as owed: a beginning for the list */
  owed: readonly string[]
  onPrinted: (title: string) => void
  onClose: () => void
}

interface Fields {
  reason?: string
  missing?: string
}

/** What the paper must say that the case does not know: everything that is missing, or the reason. */
export function PrintPaper({ caseId, kind, owed, onPrinted, onClose }: PrintPaperProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const { submit, running, refused } = useFormAction(PaperPrintDocument, form, words)
  const listed = kind === 'SUPPLEMENT'

  const print = async ({ reason, missing }: Fields) => {
    const result = await submit({ caseId, kind, reason: reason ?? null, missing: listed ? (missing ?? '').split('\n') : null })
    if (result?.paper) onPrinted(`${result.paper.title} ${result.paper.number}`)
  }

  return (
    <Modal
      open
      title={t(`papers.kinds.${kind}`)}
      okText={t('papers.print')}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ missing: owed.join('\n') }} onFinish={(typed) => void print(typed)}>
        {listed ? (
          <Form.Item name="missing" label={t('papers.missing')} extra={t('papers.missingWhy')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
            <Input.TextArea rows={6} autoFocus />
          </Form.Item>
        ) : (
          <Form.Item name="reason" label={t('papers.reason')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
            <Input.TextArea rows={4} maxLength={1000} autoFocus />
          </Form.Item>
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
