import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UpperDecisionAmendDocument, UpperDecisionRecordDocument, type UpperDecisionFactsFragment, type UpperDecisionRecordInput } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

type Fields = Omit<UpperDecisionRecordInput, 'idempotencyKey'> & { reason?: string }

interface DecisionModalProps {
  /** the entry that is corrected; none: a new one */
  entry?: UpperDecisionFactsFragment
  onClose: () => void
  onDone: () => void
}

/** Enters one upper-level decision, or corrects its entry: what it said before stays readable. */
export function DecisionModal({ entry, onClose, onDone }: DecisionModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const record = useFormAction(UpperDecisionRecordDocument, form, words)
  const amend = useFormAction(UpperDecisionAmendDocument, form, words)
  const { refused } = entry ? amend : record
  const finish = async ({ reason, ...fields }: Fields) => {
    const said = { ...fields, note: fields.note ?? null }
    const done = entry
      ? await amend.submit({ ...said, id: entry.id, expectedVersion: entry.version, reason: reason?.trim() ?? '' })
      : await record.submit(said)
    if (done) onDone()
  }
  const required = [{ required: true, message: t('refusals.required') }]
  const options = (words: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`catalog.${words}.${value}`) }))
  return (
    <Modal
      open
      title={t(entry ? 'catalog.amendDecision' : 'catalog.recordDecision')}
      okText={t('actions.save')}
      cancelText={t('actions.cancel')}
      confirmLoading={record.running || amend.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={entry ?? { kind: 'CANCELLED', level: 'STATE' }}
        onFinish={(fields) => void finish(fields)}
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
        {entry && (
          <Form.Item name="reason" label={t('catalog.amendReason')} rules={[{ ...required[0], whitespace: true }]}>
            <Input maxLength={500} />
          </Form.Item>
        )}
      </Form>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </Modal>
  )
}
