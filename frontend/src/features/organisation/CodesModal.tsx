import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UnitAliasesSetDocument, type UnitRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { codesOf } from './codes'
import { FormModal } from './FormModal'

interface CodesModalProps {
  unit: UnitRowFragment
  onReload: () => void
  onSaved: () => void
  onClose: () => void
}

export function CodesModal({ unit, onReload, onSaved, onClose }: CodesModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ aliases?: string }>()
  const { submit, running, refused } = useFormAction(UnitAliasesSetDocument, form, useRefusalWords())

  const save = async (aliases: string | undefined) => {
    const result = await submit({ id: unit.id, expectedVersion: unit.version, aliases: codesOf(aliases) })
    if (result) onSaved()
  }

  return (
    <FormModal
      title={t('pairs.named', { name: t('organisation.codes'), value: unit.name })}
      form={form}
      initial={{ aliases: unit.aliases.join('\n') }}
      running={running}
      refused={refused}
      onSubmit={({ aliases }) => void save(aliases)}
      onReload={onReload}
      onClose={onClose}
    >
      <Form.Item name="aliases" label={t('organisation.codes')} extra={t('organisation.codesWhy')}>
        <Input.TextArea rows={6} className="code" />
      </Form.Item>
    </FormModal>
  )
}
