import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { UnitsMergeDocument, type UnitChangeFactsFragment, type UnitRowFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { Estate } from './Estate'
import { FormModal } from './FormModal'
import { OrderFields, type Order } from './OrderFields'

const NEW = ''

interface Fields extends Order {
  intoId: string
  intoName?: string
}

interface MergeModalProps {
  units: readonly UnitRowFragment[]
  /** the open units, one of which may be the successor */
  all: readonly UnitRowFragment[]
  onReload: () => void
  onSaved: (change: UnitChangeFactsFragment | null | undefined) => void
  onClose: () => void
}

/** Says what will go over before it does: people, items, cases, running clocks. */
export function MergeModal({ units, all, onReload, onSaved, onClose }: MergeModalProps) {
  const { t } = useTranslation()
  const { district } = useViewer()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(UnitsMergeDocument, form, useRefusalWords())
  const intoId = Form.useWatch('intoId', form) ?? NEW
  const place = units[0]?.subDistrict?.id
  const successors = all.filter((unit) => unit.subDistrict?.id === place)
  const merged = units.filter((unit) => unit.id !== intoId)

  const save = async ({ intoName, effectiveOn, paper }: Fields) => {
    const result = await submit({
      units: merged.map(({ id, version }) => ({ id, expectedVersion: version })),
      intoId: intoId === NEW ? null : intoId,
      intoName: intoId === NEW ? intoName : null,
      effectiveOn,
      paper,
    })
    if (result) onSaved(result.change)
  }

  return (
    <FormModal
      title={t('organisation.merge')}
      form={form}
      initial={{ intoId: NEW, effectiveOn: district?.today }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      <p>{t('organisation.willGo')}</p>
      <ul className="bullets">
        {merged.map((unit) => (
          <Estate key={unit.id} unit={unit} />
        ))}
      </ul>
      <p className="note">{t('organisation.clocksGoOn')}</p>
      <Form.Item name="intoId" label={t('organisation.into')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[{ value: NEW, label: t('organisation.intoNew') }, ...successors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </Form.Item>
      {intoId === NEW && (
        <Form.Item
          name="intoName"
          label={t('organisation.intoName')}
          rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      )}
      <OrderFields />
    </FormModal>
  )
}
