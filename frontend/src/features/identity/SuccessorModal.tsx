import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { AccessReviewDecideDocument, type ReviewRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { PersonSelect } from '@/components/PersonSelect'

interface SuccessorModalProps {
  row: ReviewRowFragment
  /** why it could not be withdrawn at once: how much is open */
  why: string
  onDone: () => void
  onClose: () => void
}

/** A post with open work is withdrawn when somebody takes the work. */
export function SuccessorModal({ row, why, onDone, onClose }: SuccessorModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ handOverToId: string }>()
  const { submit, running, refused } = useFormAction(AccessReviewDecideDocument, form, useRefusalWords())
  const finish = async ({ handOverToId }: { handOverToId: string }) => {
    if (await submit({ postId: row.id, verdict: 'WITHDRAWN', handOverToId })) onDone()
  }
  return (
    <Modal
      open
      title={t('identity.withdrawTitle', { name: row.person.name })}
      okText={t('identity.withdrawPost')}
      okButtonProps={{ danger: true }}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{why}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => void finish(fields)}>
        <PersonSelect name="handOverToId" label={t('identity.toPerson')} unitId={row.post.unit?.id} except={row.person.id} required />
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </Modal>
  )
}
