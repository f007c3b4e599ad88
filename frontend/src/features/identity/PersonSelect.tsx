import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PeopleDocument } from '@/gql/staff/graphql'
import { usePostText } from './use-post-text'

interface PersonSelectProps {
  name: string
  label: string
  /** who works in this unit; null: everybody of one's level */
  unitId?: string | null
  /** not himself */
  except?: string
  required?: boolean
  extra?: string
}

/** A colleague, found by name; the posts tell people of one name apart. */
export function PersonSelect({ name, label, unitId = null, except, required, extra }: PersonSelectProps) {
  const { t } = useTranslation()
  const postText = usePostText()
  const [{ data, fetching }] = useQuery({ query: PeopleDocument, variables: { unitId } })
  const people = (data?.people ?? []).filter((person) => person.id !== except)
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !!required, message: t('refusals.required') }]}>
      <Select
        allowClear
        loading={fetching}
        showSearch={{ optionFilterProp: 'label' }}
        options={people.map((person) => ({
          value: person.id,
          label: [person.name, person.posts.map(postText).join('; ')].filter(Boolean).join(' — '),
        }))}
      />
    </Form.Item>
  )
}
