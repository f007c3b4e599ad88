import { Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '@/lib/export-words'
import { downloadSheet, sheetOf, type TextColumn } from '@/lib/sheet'
import { useExportJob } from './use-export-job'

/** The browser writes no longer list than this. */
const MOST = 20_000
/** More than this the server writes, where it can. */
const LONG = 2_000

/** The server's own name of a list: it writes a long one in the same columns, filters, order and words. */
export interface Long {
  listing: string
  filters: Readonly<Record<string, unknown>>
  /** the server's name of the order; without one: the list's usual order */
  order?: string | null
  /** the rows are in an order that the browser alone knows, and writes as far as it can */
  here?: boolean
  words: Words
}

interface SheetButtonProps<Row> {
  /** of the list, and of the file */
  name: string
  columns: readonly TextColumn<Row>[]
  rows: readonly Row[]
  /** the pages that are not on the screen yet; answers all rows, or null when it failed */
  rest?: (onRows: (count: number) => boolean) => Promise<Row[] | null>
  /** how many rows there are, where the server counts them */
  total?: number
  long?: Long
}

/** The list as it is shown, in the same columns, order and words, to its last page: xlsx or CSV. */
export function SheetButton<Row>({ name, columns, rows, rest, total, long }: SheetButtonProps<Row>) {
  const { t } = useTranslation()
  const [reading, setReading] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const stopped = useRef(false)
  const { job, write, stop } = useExportJob()

  const writeLong = async (asked: Long, format: 'XLSX' | 'CSV') => {
    const shown = columns.filter((column) => !column.action)
    const labels = shown.map(({ key, title }) => ({ column: key, title, words: Object.entries(asked.words[key] ?? {}).map(([code, word]) => ({ code, word })) }))
    const said = await write({ ...asked, format, columns: shown.map(({ key }) => key), labels })
    setWords(asked.here && said === t('exporting.done') ? `${said} ${t('exporting.usualOrder')}` : said)
    setReading(null)
  }

  const take = async (format: 'XLSX' | 'CSV') => {
    stopped.current = false
    setWords('')
    setReading(rows.length)
    const most = long && !long.here ? LONG : MOST
    if (long && (total ?? 0) > most) return writeLong(long, format)
    const all = rest ? await rest((count) => (setReading(count), !stopped.current && count <= most)) : [...rows]
    if (long && all && !stopped.current && all.length > most) return writeLong(long, format)
    setReading(null)
    if (stopped.current) return setWords(t('exporting.stopped'))
    if (!all) return setWords(t('exporting.failed'))
    if (all.length > MOST) return setWords(t('exporting.tooLong', { count: MOST }))
    const answer = await downloadSheet(sheetOf(name, columns, all), format)
    setWords(answer === 'DONE' ? '' : answer || t('exporting.failed'))
  }

  return (
    <span className="export no-print">
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'XLSX', label: t('exporting.xlsx') },
            { key: 'CSV', label: t('exporting.csv') },
          ],
          onClick: ({ key }) => void take(key === 'CSV' ? 'CSV' : 'XLSX'),
        }}
      >
        <Button loading={reading !== null} disabled={rows.length === 0}>
          {t('exporting.button')}
        </Button>
      </Dropdown>
      {reading !== null && rest && (
        <Button type="link" onClick={() => (job ? stop() : (stopped.current = true))}>
          {t('exporting.stop')}
        </Button>
      )}
      <span aria-live="polite" className="note">
        {job ? t('exporting.rows', { rows: job.rows }) : reading !== null ? t('exporting.reading', { rows: reading }) : words}
      </span>
    </span>
  )
}
