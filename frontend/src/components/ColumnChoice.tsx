import { Button, Modal } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { columnsOf } from '@/lib/use-columns'

interface Named {
  key: string
  title: string
  action?: boolean
}

/** Which columns are shown, and in which order; the address keeps it. */
export function ColumnChoice({ columns: every, onClose }: { columns: readonly Named[]; onClose: () => void }) {
  const { t } = useTranslation()
  const columns = every.filter((column) => !column.action)
  const [named, setNamed] = useQueryState('cols', parseAsString)
  const [chosen, setChosen] = useState(columnsOf(columns, named).map((column) => column.key))
  const titleOf = new Map(columns.map((column) => [column.key, column.title]))
  const others = columns.filter((column) => !chosen.includes(column.key))

  const move = (place: number, by: number) => {
    const next = [...chosen]
    const [key] = next.splice(place, 1)
    if (key) next.splice(place + by, 0, key)
    setChosen(next)
  }
  const save = () => {
    const all = columns.map((column) => column.key).join(',')
    void setNamed(chosen.join(',') === all ? null : chosen.join(','))
    onClose()
  }

  return (
    <Modal
      open
      title={t('views.columns')}
      okText={t('actions.confirm')}
      cancelText={t('actions.cancel')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={save}
      onCancel={onClose}
    >
      <ol className="plain column-choice">
        {chosen.map((key, place) => (
          <li key={key}>
            <label className="tick">
              <input type="checkbox" checked onChange={() => setChosen(chosen.filter((one) => one !== key))} />
              {titleOf.get(key)}
            </label>
            <Button disabled={place === 0} onClick={() => move(place, -1)} aria-label={`${t('views.up')} ${titleOf.get(key)}`}>
              ↑
            </Button>
            <Button disabled={place === chosen.length - 1} onClick={() => move(place, 1)} aria-label={`${t('views.down')} ${titleOf.get(key)}`}>
              ↓
            </Button>
          </li>
        ))}
        {others.map((column) => (
          <li key={column.key}>
            <label className="tick">
              <input type="checkbox" checked={false} onChange={() => setChosen([...chosen, column.key])} />
              {column.title}
            </label>
          </li>
        ))}
      </ol>
    </Modal>
  )
}
