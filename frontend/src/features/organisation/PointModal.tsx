import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useRefusalWords } from '@/components/use-refusal-words'
import {
  HallsDocument,
  OrganisationUnitsDocument,
  ServicePointChangeDocument,
  ServicePointCreateDocument,
  SubDistrictsDocument,
  type ServicePointKind,
  type ServicePointRowFragment,
} from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { FormModal } from './FormModal'
import type { Hours } from './hours-text'
import { HoursField } from './HoursField'

export const POINT_KINDS: ServicePointKind[] = ['HALL', 'WINDOW', 'STATION']

interface Fields {
  kind: ServicePointKind
  unitId: string
  name: string
  parentId?: string
  subDistrictId?: string
  address?: string
  phone?: string
  enterprise?: boolean
  openingHours?: Hours[]
}

interface PointModalProps {
  /** null: a new one */
  point: ServicePointRowFragment | null
  onReload: () => void
  onSaved: () => void
  onClose: () => void
}

export function PointModal({ point, onReload, onSaved, onClose }: PointModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const words = useRefusalWords()
  const create = useFormAction(ServicePointCreateDocument, form, words)
  const change = useFormAction(ServicePointChangeDocument, form, words)
  const kind = Form.useWatch('kind', form) ?? point?.kind
  const unitId = Form.useWatch('unitId', form) ?? point?.unit.id ?? ''
  const [{ data: units }] = useQuery({ query: OrganisationUnitsDocument, pause: point !== null })
  const [{ data: places }] = useQuery({ query: SubDistrictsDocument, pause: point !== null })
  const [{ data: halls }] = useQuery({ query: HallsDocument, variables: { unit: unitId }, pause: kind !== 'WINDOW' || unitId === '' })
  const open = units?.units.filter((unit) => !unit.closedOn) ?? []
  const atDistrict = open.some((unit) => unit.id === unitId && !unit.subDistrict)
  const required = { required: true, whitespace: true, message: t('refusals.required') }

  const save = async ({ kind, unitId, subDistrictId, ...facts }: Fields) => {
    const hours = (facts.openingHours ?? []).map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
    const written = { ...facts, parentId: facts.parentId ?? null, openingHours: hours }
    const result = point
      ? await change.submit({ ...written, id: point.id, expectedVersion: point.version })
      : await create.submit({ ...written, kind, unitId, subDistrictId: subDistrictId ?? null })
    if (result) onSaved()
  }

  return (
    <FormModal
      title={point?.name ?? t('organisation.newPoint')}
      form={form}
      initial={
        point
          ? { ...point, unitId: point.unit.id, parentId: point.parent?.id, openingHours: point.openingHours }
          : { kind: 'STATION', enterprise: false, openingHours: [] }
      }
      running={create.running || change.running}
      refused={point ? change.refused : create.refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      {!point && (
        <>
          <Form.Item name="kind" label={t('organisation.kind')}>
            <Select options={POINT_KINDS.map((value) => ({ value, label: t(`organisation.pointKinds.${value}`) }))} />
          </Form.Item>
          <Form.Item name="unitId" label={t('organisation.runBy')} rules={[{ required: true, message: t('refusals.required') }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={open.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          {atDistrict && (
            <Form.Item name="subDistrictId" label={t('organisation.lies')}>
              <Select allowClear options={places?.district?.subDistricts.map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name="name" label={t('organisation.name')} rules={[required]}>
        <Input maxLength={300} />
      </Form.Item>
      {kind === 'WINDOW' && (
        <>
          <Form.Item name="parentId" label={t('organisation.hall')}>
            <Select allowClear options={halls?.servicePoints.nodes.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="enterprise" valuePropName="checked">
            <Checkbox>{t('organisation.enterpriseWindow')}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item name="address" label={t('organisation.address')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="phone" label={t('organisation.phone')}>
        <Input maxLength={60} />
      </Form.Item>
      <HoursField />
    </FormModal>
  )
}
