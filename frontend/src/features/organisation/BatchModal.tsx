import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { InPlaceBatchChangeDocument, InPlaceBatchCreateDocument, type InPlaceFactsFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { FormModal } from './FormModal'

type Batch = InPlaceFactsFragment['batches'][number]

interface Fields {
  number: number
  name: string
  unitIds: string[]
}

interface BatchModalProps {
  all: InPlaceFactsFragment
  /** null: a new one */
  batch: Batch | null
  onReload: () => void
  onSaved: () => void
  onClose: () => void
}

export function BatchModal({ all, batch, onReload, onSaved, onClose }: BatchModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const create = useFormAction(InPlaceBatchCreateDocument, form, words)
  const change = useFormAction(InPlaceBatchChangeDocument, form, words)
  const next = Math.max(0, ...all.batches.map((one) => one.number)) + 1
  const open = [...(batch?.units.map((one) => one.unit) ?? []), ...all.unbatched]

  const save = async ({ number, name, unitIds }: Fields) => {
    const result = batch
      ? await change.submit({ id: batch.id, expectedVersion: batch.version, name, unitIds })
      : await create.submit({ number, name, unitIds })
    if (result) onSaved()
  }

  return (
    <FormModal
      title={batch?.name ?? t('organisation.newBatch')}
      form={form}
      initial={
        batch
          ? { number: batch.number, name: batch.name, unitIds: batch.units.map((one) => one.unit.id) }
          : { number: next, name: t('organisation.batchName', { number: next }), unitIds: [] }
      }
      running={create.running || change.running}
      refused={batch ? change.refused : create.refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      {!batch && (
        <Form.Item name="number" label={t('organisation.batchNumber')}>
          <InputNumber min={1} max={99} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('organisation.name')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="unitIds" label={t('organisation.departments')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={open.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </FormModal>
  )
}
