import { Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PolicyAmendDocument, PolicyRecordDocument, UnitsDocument, type PolicyAudience, type PolicyFactsFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

interface Fields {
  content: {
    title: string
    documentNo: string
    audience: PolicyAudience
    claimants: string
    conditions?: string
    benefit: string
    unitId?: string
    contact?: string
    validFrom: string
    validTo?: string
  }
}

/** Enters a policy, or writes one anew. */
export function PolicyModal({ policy, onClose, onDone }: { policy: PolicyFactsFragment | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const departments = (data?.units ?? []).filter((unit) => unit.kind === 'DEPARTMENT')
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const record = useFormAction(PolicyRecordDocument, form, words)
  const amend = useFormAction(PolicyAmendDocument, form, words)
  const action = policy ? amend : record
  const required = [{ required: true, message: t('refusals.required') }]
  const at = (name: keyof Fields['content']) => ['content', name]

  const save = async ({ content: typed }: Fields) => {
    const content = {
      title: typed.title,
      documentNo: typed.documentNo,
      audience: typed.audience,
      claimants: typed.claimants,
      benefit: typed.benefit,
      validFrom: typed.validFrom,
      unitId: typed.unitId || null,
      contact: typed.contact ?? '',
      validTo: typed.validTo || null,
      conditions: (typed.conditions ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
    }
    const done = policy ? await amend.submit({ id: policy.id, expectedVersion: policy.version, content }) : await record.submit({ content })
    if (done) onDone()
  }

  return (
    <Modal
      open
      title={policy ? policy.title : t('catalog.newPolicy')}
      okText={t('actions.save')}
      cancelText={t('actions.cancel')}
      confirmLoading={action.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          content: policy
            ? { ...policy, validTo: policy.validTo ?? undefined, unitId: policy.unit?.id, conditions: policy.conditions.join('\n') }
            : { audience: 'ENTERPRISE', unitId: viewer.unit?.id },
        }}
        onFinish={(fields) => void save(fields)}
      >
        <Form.Item name={at('title')} label={t('catalog.policy')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name={at('documentNo')} label={t('catalog.document')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={at('audience')} label={t('catalog.audience')}>
          <Select options={(['PERSON', 'ENTERPRISE', 'BOTH'] as const).map((value) => ({ value, label: t(`catalog.audiences.${value}`) }))} />
        </Form.Item>
        <Form.Item name={at('claimants')} label={t('catalog.claimants')} rules={required}>
          <Input maxLength={2000} />
        </Form.Item>
        <Form.Item name={at('conditions')} label={t('catalog.claimConditions')} extra={t('catalog.onePerLine')}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Form.Item name={at('benefit')} label={t('catalog.benefit')} rules={required}>
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
        <Form.Item name={at('unitId')} label={t('catalog.inCharge')}>
          <Select allowClear options={departments.map((unit) => ({ value: unit.id, label: unit.name }))} />
        </Form.Item>
        <Form.Item name={at('contact')} label={t('catalog.contact')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name={at('validFrom')} label={t('catalog.validFrom')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name={at('validTo')} label={t('catalog.validTo')}>
          <Input type="date" />
        </Form.Item>
      </Form>
      <Refusals errors={action.refused.errors} fault={action.refused.fault} onReload={onDone} />
    </Modal>
  )
}
