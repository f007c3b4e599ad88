import { Form, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PeopleDocument } from '@/gql/staff/graphql'
import { usePostText } from '@/lib/use-post-text'

interface PersonSelectProps {
  name: string | (string | number)[]
  label: string
  /** who works in this unit; null: everybody of one's level */
  unitId?: string | null
  /** the unit's people come first, and whoever types finds others of the level too */
  beyondUnit?: boolean
  /** not himself */
  except?: string
  required?: boolean
  extra?: string
}

interface Option {
  value: string
  label: string
}

/** Typing asks the server once it rests: a district has more people than a list holds. */
function useRested(typed: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}

/** A colleague, found by letters of the name or the login name; the posts tell people of one name apart. */
export function PersonSelect({ name, label, unitId = null, beyondUnit, except, required, extra }: PersonSelectProps) {
  const { t } = useTranslation()
  const postText = usePostText()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Option | null>(null)
  const search = useRested(typed)
  const [{ data, fetching }] = useQuery({
    query: PeopleDocument,
    variables: { unitId: beyondUnit && search ? null : unitId, search: search || null },
  })
  const found: Option[] = (data?.people ?? [])
    .filter((person) => person.id !== except)
    .map((person) => ({
      value: person.id,
      label: [person.name, person.posts.map(postText).join(t('pairs.next'))].filter(Boolean).join(' — '),
    }))
  const options = chosen && !typed && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found
  const resting = fetching || typed.trim() !== search
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: !!required, message: t('refusals.required') }]}>
      <Select
        allowClear
        loading={resting}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        notFoundContent={resting ? t('states.loading') : t('identity.nobodyFound')}
        onSelect={(value: string) => {
          setChosen(options.find((one) => one.value === value) ?? null)
          setTyped('')
        }}
        options={resting && typed ? [] : options}
      />
    </Form.Item>
  )
}
