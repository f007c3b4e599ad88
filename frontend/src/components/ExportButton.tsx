import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download, type Wanted } from '@/lib/download'
import { useExportJob } from './use-export-job'

type ExportButtonProps = Omit<Wanted, 'format'> & {
  /** what the button says, when a screen has several */
  label?: string
}
type Format = Wanted['format']

/** A list as a file: exactly the columns, filters and order that are shown. Long lists are written by a job meanwhile. */
export function ExportButton({ label, ...wanted }: ExportButtonProps) {
  const { t } = useTranslation()
  const { job, write, stop } = useExportJob()
  const [busy, setBusy] = useState(false)
  const [words, setWords] = useState('')

  const take = async (format: Format) => {
    setBusy(true)
    setWords('')
    const answer = await download({ ...wanted, format })
    if (answer === 'LARGE') setWords(await write({ ...wanted, columns: wanted.columns ?? [], filters: wanted.filters ?? {}, format }))
    else if (answer !== 'DONE') setWords(answer || t('exporting.failed'))
    setBusy(false)
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
        <Button loading={busy}>{label ?? t('exporting.button')}</Button>
      </Dropdown>
      {job && (
        <Button type="link" onClick={stop}>
          {t('exporting.stop')}
        </Button>
      )}
      <span aria-live="polite" className="note">
        {job ? t('exporting.rows', { rows: job.rows }) : words}
      </span>
    </span>
  )
}
