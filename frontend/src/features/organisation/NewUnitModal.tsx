import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useRefusalWords } from '@/components/use-refusal-words'
import { SubDistrictsDocument, UnitCreateDocument, type UnitKind } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { codesOf } from './codes'
import { FormModal } from './FormModal'

interface Fields {
  kind: UnitKind
  name: string
  subDistrictId?: string
  aliases?: string
}

const KINDS: UnitKind[] = ['DEPARTMENT', 'CENTRE', 'SUB_DISTRICT_OFFICE']

export function NewUnitModal({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(UnitCreateDocument, form, useRefusalWords())
  const [{ data }] = useQuery({ query: SubDistrictsDocument })
  const kind = Form.useWatch('kind', form)

  const save = async ({ aliases, subDistrictId, ...fields }: Fields) => {
    const place = fields.kind === 'SUB_DISTRICT_OFFICE' ? (subDistrictId ?? null) : null
    const result = await submit({ ...fields, subDistrictId: place, aliases: codesOf(aliases) })
    if (result) onSaved()
  }

  return (
    <FormModal
      title={t('organisation.newUnit')}
      form={form}
      initial={{ kind: 'DEPARTMENT' }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('organisation.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`organisation.kinds.${value}`) }))} />
      </Form.Item>
      {kind === 'SUB_DISTRICT_OFFICE' && (
        <Form.Item name="subDistrictId" label={t('organisation.subDistrict')} rules={[{ required: true, message: t('refusals.required') }]}>
          <Select options={data?.district?.subDistricts.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('organisation.name')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="aliases" label={t('organisation.codes')} extra={t('organisation.codesWhy')}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormModal>
  )
}
