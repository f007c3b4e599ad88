import { Button, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UnitItemsDocument, UnitSplitDocument, type UnitChangeFactsFragment, type UnitRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { FormModal } from './FormModal'
import { OrderFields, type Order } from './OrderFields'

interface Part {
  intoName: string
  itemIds?: string[]
}

interface Fields extends Order {
  ends: boolean
  parts: Part[]
}

interface SplitModalProps {
  unit: UnitRowFragment
  onReload: () => void
  onSaved: (change: UnitChangeFactsFragment | null | undefined) => void
  onClose: () => void
}

/** New units out of one: each takes the items named, with their open cases and clocks. */
export function SplitModal({ unit, onReload, onSaved, onClose }: SplitModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(UnitSplitDocument, form, useRefusalWords())
  const [{ data }] = useQuery({ query: UnitItemsDocument, variables: { unit: unit.id } })
  const ends = Form.useWatch('ends', form) ?? false
  const required = { required: true, whitespace: true, message: t('refusals.required') }
  const items = data?.items.nodes.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))

  const save = async ({ parts, ...fields }: Fields) => {
    const result = await submit({
      ...fields,
      id: unit.id,
      expectedVersion: unit.version,
      parts: parts.map(({ intoName, itemIds }) => ({ intoName, itemIds: itemIds ?? [] })),
    })
    if (result) onSaved(result.change)
  }

  return (
    <FormModal
      title={t('pairs.named', { name: t('organisation.split'), value: unit.name })}
      form={form}
      initial={{ ends: false, parts: [{ intoName: '' }], effectiveOn: district?.today }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      <Form.Item name="ends" label={t('organisation.how')}>
        <Radio.Group
          options={[
            { value: false, label: t('organisation.keeps') },
            { value: true, label: t('organisation.ends') },
          ]}
        />
      </Form.Item>
      <Form.List name="parts">
        {(parts, { add, remove }) => (
          <>
            {parts.map((part, place) => (
              <fieldset key={part.key} className="card">
                <legend>{t('organisation.part', { number: place + 1 })}</legend>
                <Form.Item name={[part.name, 'intoName']} label={t('organisation.intoName')} rules={[required]}>
                  <Input maxLength={300} />
                </Form.Item>
                {!(ends && place === 0) && (
                  <Form.Item name={[part.name, 'itemIds']} label={t('organisation.items')}>
                    <Select mode="multiple" options={items} showSearch={{ optionFilterProp: 'label' }} notFoundContent={t('organisation.noItems')} />
                  </Form.Item>
                )}
                {parts.length > 1 && <Button onClick={() => remove(part.name)}>{t('organisation.removePart')}</Button>}
              </fieldset>
            ))}
            <Button onClick={() => add({ intoName: '' })}>{t('organisation.addPart')}</Button>
          </>
        )}
      </Form.List>
      <p className="note">{t('organisation.clocksGoOn')}</p>
      <OrderFields />
    </FormModal>
  )
}
