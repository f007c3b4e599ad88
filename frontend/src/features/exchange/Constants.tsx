import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import type { ExchangeKindsQuery } from '@/gql/staff/graphql'
import { setConstant, type Constant } from './mapping'

type Column = ExchangeKindsQuery['exchangeKinds'][number]['columns'][number]

interface ConstantsProps {
  /** columns that the file does not have */
  columns: readonly Column[]
  constants: readonly Constant[]
  onChange: (constants: Constant[]) => void
}

/** What every line gets in a column that the file does not have: the platform's name, the office. */
export function Constants({ columns, constants, onChange }: ConstantsProps) {
  const { t } = useTranslation()
  const [added, setAdded] = useState<string[]>([])
  const shown = columns.filter((one) => one.required || added.includes(one.key) || constants.some((each) => each.key === one.key))
  const others = columns.filter((one) => !shown.includes(one))
  if (columns.length === 0) return null
  return (
    <fieldset className="constants">
      <legend>{t('exchange.constants')}</legend>
      <div className="filters">
        {shown.map((column) => {
          const value = constants.find((one) => one.key === column.key)?.value ?? ''
          const change = (next: string) => onChange(setConstant(constants, column.key, next))
          return column.words.length > 0 ? (
            <Choice key={column.key} label={column.header} value={value} onChange={change}>
              <option value="">{t('exchange.noConstant')}</option>
              {column.words.map((word) => (
                <option key={word}>{word}</option>
              ))}
            </Choice>
          ) : (
            <label key={column.key} className="choice">
              {column.header}
              <Input value={value} maxLength={300} onChange={(event) => change(event.target.value)} />
            </label>
          )
        })}
        {others.length > 0 && (
          <Choice label={t('exchange.moreConstants')} value="" onChange={(key) => setAdded([...added, key])}>
            <option value="">{t('exchange.chooseColumn')}</option>
            {others.map((column) => (
              <option key={column.key} value={column.key}>
                {column.header}
              </option>
            ))}
          </Choice>
        )}
      </div>
    </fieldset>
  )
}
