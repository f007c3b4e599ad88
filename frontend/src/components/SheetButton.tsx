import { Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadSheet, sheetOf, type TextColumn } from '@/lib/sheet'

const MOST = 20_000

interface SheetButtonProps<Row> {
  /** of the list, and of the file */
  name: string
  columns: readonly TextColumn<Row>[]
  rows: readonly Row[]
  /** the pages that are not on the screen yet; answers all rows, or null when it failed */
  rest?: (onRows: (count: number) => boolean) => Promise<Row[] | null>
}

/** The list as it is shown, in the same columns, order and words, to its last page: xlsx or CSV. */
export function SheetButton<Row>({ name, columns, rows, rest }: SheetButtonProps<Row>) {
  const { t } = useTranslation()
  const [reading, setReading] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const stopped = useRef(false)

  const take = async (format: 'XLSX' | 'CSV') => {
    stopped.current = false
    setWords('')
    setReading(rows.length)
    const all = rest ? await rest((count) => (setReading(count), !stopped.current && count < MOST)) : [...rows]
    setReading(null)
    if (stopped.current) return setWords(t('exporting.stopped'))
    if (!all) return setWords(t('exporting.failed'))
    if (all.length >= MOST) return setWords(t('exporting.tooLong', { count: MOST }))
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
        <Button type="link" onClick={() => (stopped.current = true)}>
          {t('exporting.stop')}
        </Button>
      )}
      <span aria-live="polite" className="note">
        {reading !== null ? t('exporting.reading', { rows: reading }) : words}
      </span>
    </span>
  )
}
