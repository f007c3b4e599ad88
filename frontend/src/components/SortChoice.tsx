import { useTranslation } from 'react-i18next'
import type { Order } from '@/lib/use-sort'
import { Choice } from './Choice'

interface SortChoiceProps {
  columns: readonly { key: string; title: string }[]
  order: Order
}

/** On a phone rows are cards and there are no headings to click: the same order by a choice. */
export function SortChoice({ columns, order }: SortChoiceProps) {
  const { t } = useTranslation()
  const { by, may, name } = order
  const value = by ? `${by.key}${by.descending ? '.desc' : ''}` : ''
  return (
    <div className="sort-choice no-print">
      <Choice label={t('list.order')} value={value} onChange={(chosen) => name(chosen || null)}>
        <option value="">{t('list.usualOrder')}</option>
        {columns
          .filter(({ key }) => may(key))
          .flatMap(({ key, title }) => [
            <option key={key} value={key}>
              {title} ↑
            </option>,
            <option key={`${key}.desc`} value={`${key}.desc`}>
              {title} ↓
            </option>,
          ])}
      </Choice>
    </div>
  )
}
