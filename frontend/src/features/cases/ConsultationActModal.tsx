import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery, type TypedDocumentNode } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import {
  ConsultationAnswerDocument,
  ConsultationHandOverDocument,
  ConsultationTakeDocument,
  UnitsDocument,
  type ConsultationResultFragment,
  type OneConsultationFragment,
} from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

export type ConsultationAct = 'answer' | 'handOver' | 'take'

type ActDocument = TypedDocumentNode<
  { result: ConsultationResultFragment },
  { input: { idempotencyKey: string; id: string; expectedVersion: number } }
>

/** The input of each differs; the form of each act supplies exactly its own fields. */
const documents: Record<ConsultationAct, unknown> = {
  answer: ConsultationAnswerDocument,
  handOver: ConsultationHandOverDocument,
  take: ConsultationTakeDocument,
}

interface ConsultationActModalProps {
  act: ConsultationAct
  one: OneConsultationFragment
  onClose: () => void
  onDone: () => void
}

export function ConsultationActModal({ act, one, onClose, onDone }: ConsultationActModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm()
  const { submit, running, refused } = useFormAction(documents[act] as ActDocument, form, useRefusalWords())
  const [{ data }] = useQuery({ query: UnitsDocument, pause: act !== 'handOver' })
  const required = [{ required: true, message: t('refusals.required') }]

  const finish = async (fields: object) => {
    if (await submit({ ...fields, id: one.id, expectedVersion: one.version })) onDone()
  }

  return (
    <Modal
      open
      title={t(`consult.acts.${act}`)}
      okText={t(`consult.acts.${act}`)}
      cancelText={t('actions.cancel')}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t(`consult.why.${act}`)}</p>
      <Form form={form} layout="vertical" onFinish={(fields: object) => void finish(fields)}>
        {act === 'answer' && (
          <Form.Item name="answer" label={t('consult.answer')} rules={required}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
          </Form.Item>
        )}
        {act === 'handOver' && (
          <>
            <Form.Item name="unitId" label={t('consult.toUnit')} rules={[{ required: true, message: t('consult.chooseUnit') }]}>
              <Select
                showSearch
                optionFilterProp="label"
                options={(data?.units ?? []).filter((unit) => unit.id !== one.unit.id).map((unit) => ({ value: unit.id, label: unit.name }))}
              />
            </Form.Item>
            <Form.Item name="reason" label={t('consult.reason')} rules={required}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
            </Form.Item>
          </>
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}
