import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UnitRenameDocument, type UnitChangeFactsFragment, type UnitRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { FormModal } from './FormModal'
import { OrderFields, type Order } from './OrderFields'

interface Fields extends Order {
  name: string
}

interface RenameModalProps {
  unit: UnitRowFragment
  onReload: () => void
  onSaved: (change: UnitChangeFactsFragment | null | undefined) => void
  onClose: () => void
}

export function RenameModal({ unit, onReload, onSaved, onClose }: RenameModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(UnitRenameDocument, form, useRefusalWords())

  const save = async (fields: Fields) => {
    const result = await submit({ ...fields, id: unit.id, expectedVersion: unit.version })
    if (result) onSaved(result.change)
  }

  return (
    <FormModal
      title={t('pairs.named', { name: t('organisation.rename'), value: unit.name })}
      form={form}
      initial={{ name: unit.name, effectiveOn: district?.today }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('organisation.newName')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
        <Input maxLength={300} />
      </Form.Item>
      <OrderFields />
    </FormModal>
  )
}
