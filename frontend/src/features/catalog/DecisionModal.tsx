import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UpperDecisionRecordDocument, type UpperDecisionRecordInput } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

type Fields = Omit<UpperDecisionRecordInput, 'idempotencyKey'>

/** Enters one upper-level decision. */
export function DecisionModal({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const record = useFormAction(UpperDecisionRecordDocument, form, useRefusalWords())
  const required = [{ required: true, message: t('refusals.required') }]
  const options = (words: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`catalog.${words}.${value}`) }))
  return (
    <Modal
      open
      title={t('catalog.recordDecision')}
      okText={t('actions.save')}
      cancelText={t('actions.cancel')}
      confirmLoading={record.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'CANCELLED', level: 'STATE' }}
        onFinish={(fields) => void record.submit({ ...fields, note: fields.note ?? null }).then((done) => done && onDone())}
      >
        <Form.Item name="name" label={t('catalog.decidedItem')} extra={t('catalog.decidedItemWhy')} rules={required}>
          <Input maxLength={600} />
        </Form.Item>
        <Form.Item name="kind" label={t('catalog.decisionKind')}>
          <Select options={options('decisionKinds', ['CANCELLED', 'ADJUSTED', 'DELEGATED'])} />
        </Form.Item>
        <Form.Item name="level" label={t('catalog.level')}>
          <Select options={options('levels', ['STATE', 'PROVINCE', 'CITY'])} />
        </Form.Item>
        <Form.Item name="documentNo" label={t('catalog.document')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('catalog.decidedOn')} rules={required}>
          <Input type="date" min="2012-01-01" />
        </Form.Item>
        <Form.Item name="effectiveOn" label={t('catalog.holdsFrom')} rules={required}>
          <Input type="date" min="2012-01-01" />
        </Form.Item>
        <Form.Item name="note" label={t('catalog.note')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      <Refusals errors={record.refused.errors} fault={record.refused.fault} />
    </Modal>
  )
}
