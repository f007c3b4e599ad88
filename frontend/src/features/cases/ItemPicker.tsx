import { AutoComplete } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AcceptableItemsDocument } from '@/gql/staff/graphql'

function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return settled
}

interface ItemPickerProps {
  id: string
  onPick: (itemId: string | null) => void
  /** whatever the district has, not only what is accepted here */
  any?: boolean
  /** chosen already, by its name */
  first?: string
}

/** Finds an item by part of its name, its code, pinyin or initials; arrows and Enter choose. */
export function ItemPicker({ id, onPick, any = false, first }: ItemPickerProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(first ?? '')
  const [picked, setPicked] = useState(!!first)
  const [open, setOpen] = useState(false)
  const search = useSettled(text.trim(), 180)
  const [{ data, fetching, error }] = useQuery({
    query: AcceptableItemsDocument,
    variables: { search: search || null, here: !any },
    pause: picked,
  })

  // Who types fast and presses Enter must not get the first item of the list before.
  const current = picked || (search === text.trim() && !fetching)
  const options = (current ? (data?.items.nodes ?? []) : []).map((item) => ({
    value: item.id,
    words: item.name,
    label: (
      <span className="item-option">
        <strong>{item.name}</strong>
        <small>
          {item.department.name} · {item.code}
        </small>
        {item.promisedLimit == null && <small className="warn">{t('cases.noPromise')}</small>}
      </span>
    ),
  }))

  return (
    <AutoComplete
      id={id}
      size="large"
      className="wide"
      autoFocus={!first}
      defaultActiveFirstOption
      getPopupContainer={(input: HTMLElement) => input.parentElement ?? document.body}
      open={open}
      onOpenChange={(wanted) => setOpen(wanted || !current)}
      onBlur={() => setOpen(false)}
      value={text}
      options={options}
      placeholder={t('cases.itemSearch')}
      notFoundContent={error ? t('faults.NETWORK') : !current ? t('states.loading') : t('cases.noItem')}
      onChange={(value: string) => {
        const option = options.find((each) => each.value === value)
        setText(option?.words ?? value)
        setPicked(!!option)
        if (!option) onPick(null)
      }}
      onSelect={(value: string) => onPick(value)}
    />
  )
}
