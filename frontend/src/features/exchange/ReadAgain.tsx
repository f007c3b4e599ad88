import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import { Refusals } from '@/components/Refusals'
import { DataImportRereadDocument, type DataImportCharset, type DataImportDelimiter, type ImportFactsFragment } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'

const CHARSETS = { UTF_8: 'UTF-8', GB18030: 'GB18030', CP1252: 'windows-1252' } as const
const DELIMITERS = { COMMA: ',', SEMICOLON: ';', TAB: '\t', BAR: '|' } as const

const keyOf = <Key extends string>(names: Record<Key, string>, value: string | null | undefined, usual: Key): Key =>
  (Object.keys(names) as Key[]).find((key) => names[key] === value) ?? usual

/** When the letters look wrong: the file is read again as its sender says it is written. */
export function ReadAgain({ one, onDone }: { one: ImportFactsFragment; onDone: () => void }) {
  const { t } = useTranslation()
  const [charset, setCharset] = useState<DataImportCharset>(keyOf(CHARSETS, one.charset, 'UTF_8'))
  const [delimiter, setDelimiter] = useState<DataImportDelimiter>(keyOf(DELIMITERS, one.delimiter, 'COMMA'))
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const action = useAction(DataImportRereadDocument)

  const submit = async () => {
    const outcome = await action.run({ id: one.id, expectedVersion: one.version, charset, delimiter })
    if (outcome.done) onDone()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <details>
      <summary>{t('exchange.readWrong')}</summary>
      <div className="filters">
        <Choice label={t('exchange.charset')} value={charset} onChange={(value) => setCharset(value as DataImportCharset)}>
          {Object.entries(CHARSETS).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice label={t('exchange.delimiter')} value={delimiter} onChange={(value) => setDelimiter(value as DataImportDelimiter)}>
          {(Object.keys(DELIMITERS) as DataImportDelimiter[]).map((key) => (
            <option key={key} value={key}>
              {t(`exchange.delimiters.${key}`)}
            </option>
          ))}
        </Choice>
        <Button loading={action.running} onClick={() => void submit()}>
          {t('exchange.readAgain')}
        </Button>
      </div>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
    </details>
  )
}
