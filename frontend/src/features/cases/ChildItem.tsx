import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FindItemsDocument } from '@/gql/staff/graphql'

interface ChildItemProps {
  /** of the item that is chosen; empty: none */
  name: string
  onPick: (item: { id: string; name: string } | null) => void
}

/** One form, several items (一件事): the step becomes a case of this item; left empty it is an opinion. */
export function ChildItem({ name, onPick }: ChildItemProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(name)
  const search = text.trim()
  const [{ data }] = useQuery({ query: FindItemsDocument, variables: { search }, pause: search === '' || search === name })
  const found = search === '' || search === name ? [] : (data?.items.nodes ?? [])
  return (
    <label>
      {t('steps.childItem')}
      <AutoComplete
        value={text}
        allowClear
        placeholder={t('steps.childItemNone')}
        options={found.map((item) => ({
          value: item.id,
          label: (
            <span className="item-option">
              <strong>{item.name}</strong>
              <small>
                {item.department.name} · {item.code}
              </small>
            </span>
          ),
        }))}
        onChange={(value) => {
          const item = found.find((one) => one.id === value)
          setText(item?.name ?? value ?? '')
          if (!item) onPick(null)
        }}
        onSelect={(value) => {
          const item = found.find((one) => one.id === value)
          if (item) onPick(item)
        }}
        onBlur={() => setText((typed) => (typed === name ? typed : name))}
      />
    </label>
  )
}
