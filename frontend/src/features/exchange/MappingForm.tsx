import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { Refusals } from '@/components/Refusals'
import { DataImportStageDocument, ExchangeKindsDocument, type DataImportQuery } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { Constants } from './Constants'
import { choose, headerNames, samples, withoutCell, type Chosen, type Constant } from './mapping'
import { ReadAgain } from './ReadAgain'
import { SheetPreview } from './SheetPreview'

type Import = NonNullable<DataImportQuery['dataImport']>
type Sheet = Import['sheets'][number]

const chosenOf = (sheet: Sheet): Chosen[] =>
  sheet.columns.flatMap(({ index, key, fillDown }) => (key ? [{ index, key, fillDown }] : []))

export function MappingForm({ one, onDone }: { one: Import; onDone: () => void }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState(0)
  const sheet = one.sheets[place]
  if (!sheet) return null
  const tried = one.status === 'CHECKED'
  return (
    <section className="card" aria-label={t('exchange.mapping')}>
      <details className="stack" open={!tried}>
        <summary>
          <h2>{t(tried ? 'exchange.changeMapping' : 'exchange.mapping')}</h2>
        </summary>
        {one.sheets.length > 1 && (
          <div className="filters">
            <Choice label={t('exchange.sheet')} value={String(place)} onChange={(value) => setPlace(Number(value))}>
              {one.sheets.map((each, at) => (
                <option key={each.index} value={at}>
                  {each.name}
                </option>
              ))}
            </Choice>
          </div>
        )}
        <SheetMapping key={sheet.index} one={one} sheet={sheet} onDone={onDone} />
      </details>
    </section>
  )
}

function SheetMapping({ one, sheet, onDone }: { one: Import; sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [{ data }] = useQuery({ query: ExchangeKindsDocument, requestPolicy: 'cache-first' })
  const columns = data?.exchangeKinds.find((kind) => kind.name === one.kind)?.columns ?? []
  const stage = useAction(DataImportStageDocument)
  const [header, setHeader] = useState({ first: sheet.headerFirst, last: sheet.headerLast })
  const [chosen, setChosen] = useState<Chosen[]>(() => chosenOf(sheet))
  const [constants, setConstants] = useState<Constant[]>(() => sheet.constants.map(({ key, value }) => ({ key, value })))
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const names = headerNames(sheet.lines, header.first, header.last)
  const absent = withoutCell(columns, chosen)
  const given = constants.filter((one) => absent.some((column) => column.key === one.key))
  const missing = absent.filter((column) => column.identity && !given.some((one) => one.key === column.key))

  const submit = async () => {
    const outcome = await stage.run({
      id: one.id,
      expectedVersion: one.version,
      sheet: sheet.index,
      headerFirst: header.first,
      headerLast: header.last,
      columns: chosen.filter((each) => each.index < names.length),
      constants: given,
    })
    if (outcome.done) onDone()
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <>
      {one.format === 'CSV' && <ReadAgain key={one.version} one={one} onDone={onDone} />}
      <SheetPreview lines={sheet.lines} header={header} onHeader={setHeader} />
      <table className="records" role="table">
        <caption className="visually-hidden">{t('exchange.mapping')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">{t('exchange.headerCell')}</th>
            <th scope="col">{t('exchange.sample')}</th>
            <th scope="col">{t('exchange.meaning')}</th>
            <th scope="col">{t('exchange.fillDown')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {names.map((name, index) => {
            const mine = chosen.find((each) => each.index === index)
            const shown = name || t('exchange.noHeader', { number: index + 1 })
            return (
              <tr key={index} role="row">
                <td role="cell" data-label={t('exchange.headerCell')}>{shown}</td>
                <td role="cell" data-label={t('exchange.sample')}>
                  <span className="note">{samples(sheet.lines, header.last, index)}</span>
                </td>
                <td role="cell" data-label={t('exchange.meaning')}>
                  <select
                    className="cell-select"
                    aria-label={t('exchange.meaningOf', { header: shown })}
                    value={mine?.key ?? ''}
                    onChange={(event) => setChosen(choose(chosen, index, event.target.value))}
                  >
                    <option value="">{t('exchange.unused')}</option>
                    {columns.map((column) => (
                      <option key={column.key} value={column.key}>
                        {column.header}
                        {column.required ? ' *' : ''}
                      </option>
                    ))}
                  </select>
                </td>
                <td role="cell" data-label={t('exchange.fillDown')}>
                  <div>
                    {mine && (
                      <Checkbox
                        aria-label={t('exchange.fillDownFor', { header: shown })}
                        checked={mine.fillDown}
                        onChange={(event) =>
                          setChosen(chosen.map((each) => (each === mine ? { ...each, fillDown: event.target.checked } : each)))
                        }
                      />
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Constants columns={absent} constants={given} onChange={setConstants} />
      {columns.length > 0 && missing.length > 0 && (
        <Alert type="warning" showIcon title={t('exchange.needed', { names: missing.map((column) => column.header).join('、') })} />
      )}
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onDone} />
      <p>
        <Button type="primary" loading={stage.running} disabled={missing.length > 0} onClick={() => void submit()}>
          {t(one.status === 'CHECKED' ? 'exchange.tryAgain' : 'exchange.try')}
        </Button>
      </p>
    </>
  )
}
