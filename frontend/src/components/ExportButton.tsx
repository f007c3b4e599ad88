import { Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { DataExportCancelDocument, DataExportDocument, DataExportLinkDocument, DataExportStartDocument } from '@/gql/staff/graphql'
import { download, type Wanted } from '@/lib/download'
import { useAction } from '@/lib/use-action'

type ExportButtonProps = Omit<Wanted, 'format'> & {
  /** what the button says, when a screen has several */
  label?: string
}
type Format = Wanted['format']

/** A list as a file: exactly the columns, filters and order that are shown. Long lists are written by a job meanwhile. */
export function ExportButton({ label, ...wanted }: ExportButtonProps) {
  const { t } = useTranslation()
  const client = useClient()
  const start = useAction(DataExportStartDocument)
  const stop = useAction(DataExportCancelDocument)
  const link = useAction(DataExportLinkDocument)
  const [busy, setBusy] = useState(false)
  const [job, setJob] = useState<{ id: string; rows: number } | null>(null)
  const [words, setWords] = useState('')
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const fetchLink = async (id: string) => {
    const outcome = await link.run({ id })
    if (outcome.done && outcome.result.link) window.location.assign(outcome.result.link)
    setWords(outcome.done ? t('exporting.done') : t('exporting.failed'))
  }

  const wait = async (id: string) => {
    while (alive.current) {
      const { data } = await client.query(DataExportDocument, { id }, { requestPolicy: 'network-only' }).toPromise()
      const found = data?.dataExport
      if (found?.status === 'READY') return fetchLink(id)
      if (!found || found.status !== 'WAITING') return setWords(t(found?.status === 'CANCELLED' ? 'exporting.stopped' : 'exporting.failed'))
      setJob({ id, rows: found.rows })
      await new Promise((done) => setTimeout(done, 1000))
    }
  }

  const large = async (format: Format) => {
    const { listing, columns, filters, order } = wanted
    const outcome = await start.run({
      listing,
      format,
      columns: [...(columns ?? [])],
      filters: Object.entries(filters ?? {}).flatMap(([name, value]) => (value ? [{ name, value }] : [])),
      order,
    })
    const id = outcome.done ? outcome.result.dataExport?.id : undefined
    if (!id) return setWords(t('exporting.failed'))
    setJob({ id, rows: 0 })
    await wait(id)
    setJob(null)
  }

  const take = async (format: Format) => {
    setBusy(true)
    setWords('')
    const answer = await download({ ...wanted, format })
    if (answer === 'LARGE') await large(format)
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
        <Button type="link" onClick={() => void stop.run({ id: job.id })}>
          {t('exporting.stop')}
        </Button>
      )}
      <span aria-live="polite" className="note">
        {job ? t('exporting.rows', { rows: job.rows }) : words}
      </span>
    </span>
  )
}
