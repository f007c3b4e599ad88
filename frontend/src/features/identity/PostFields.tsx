import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { UnitsDocument, type Role } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { DISTRICT_ROLES, worksInUnit } from './account-filter'

/** A role and, where it belongs to one, a unit; a sub-district's administrator is offered his own place only. */
export function PostFields({ placed = false }: { placed?: boolean }) {
  const { t } = useTranslation()
  const { viewer, district } = useViewer()
  const [{ data }] = useQuery({ query: UnitsDocument, requestPolicy: 'cache-first' })
  const role = Form.useWatch<Role | undefined>('role')
  const wide = viewer.posts.some((post) => post.role === 'DISTRICT_ADMIN')
  const mine = new Set(viewer.posts.map((post) => post.subDistrict?.id))
  const roles = DISTRICT_ROLES.filter((one) => wide || worksInUnit(one) || one === 'SUB_DISTRICT_ADMIN')
  const units = (data?.units ?? []).filter((unit) => wide || mine.has(unit.subDistrict?.id))
  const places = (district?.subDistricts ?? []).filter((place) => wide || mine.has(place.id))
  const required = [{ required: true, message: t('refusals.required') }]

  return (
    <>
      <Form.Item name="role" label={t('identity.role')} rules={required}>
        <Select options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))} />
      </Form.Item>
      {worksInUnit(role) && (
        <Form.Item name="unitId" label={t('units.unit')} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map((unit) => ({
              value: unit.id,
              label: unit.subDistrict ? t('pairs.beside', { name: unit.name, value: unit.subDistrict.name }) : unit.name,
            }))}
          />
        </Form.Item>
      )}
      {placed && role === 'SUB_DISTRICT_ADMIN' && (
        <Form.Item name="subDistrictId" label={t('identity.subDistrict')} rules={required}>
          <Select options={places.map((place) => ({ value: place.id, label: place.name }))} />
        </Form.Item>
      )}
    </>
  )
}
