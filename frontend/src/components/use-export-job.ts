import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { DataExportCancelDocument, DataExportDocument, DataExportLinkDocument, DataExportStartDocument, type DataExportLabelInput } from '@/gql/staff/graphql'
import { useAction } from '@/lib/use-action'

export interface JobWanted {
  listing: string
  format: 'XLSX' | 'CSV'
  columns: readonly string[]
  filters: Readonly<Record<string, unknown>>
  order?: string | null
  labels?: DataExportLabelInput[]
}

/** A long list is written by the server meanwhile: how far it is, how to stop it, and the file when it is there. */
export function useExportJob() {
  const { t } = useTranslation()
  const client = useClient()
  const start = useAction(DataExportStartDocument)
  const stop = useAction(DataExportCancelDocument)
  const link = useAction(DataExportLinkDocument)
  const [job, setJob] = useState<{ id: string; rows: number } | null>(null)
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
    return outcome.done ? t('exporting.done') : t('exporting.failed')
  }

  const wait = async (id: string): Promise<string> => {
    while (alive.current) {
      const { data } = await client.query(DataExportDocument, { id }, { requestPolicy: 'network-only' }).toPromise()
      const found = data?.dataExport
      if (found?.status === 'READY') return fetchLink(id)
      if (!found || found.status !== 'WAITING') return t(found?.status === 'CANCELLED' ? 'exporting.stopped' : 'exporting.failed')
      setJob({ id, rows: found.rows })
      await new Promise((done) => setTimeout(done, 1000))
    }
    return ''
  }

  /** Answers the words for how it ended. */
  const write = async ({ listing, format, columns, filters, order, labels = [] }: JobWanted): Promise<string> => {
    const outcome = await start.run({
      listing,
      format,
      columns: [...columns],
      filters: Object.entries(filters).flatMap(([name, value]) => (value === null || value === undefined || value === '' || value === false ? [] : [{ name, value: String(value) }])),
      order,
      labels,
    })
    const id = outcome.done ? outcome.result.dataExport?.id : undefined
    if (!id) return t('exporting.failed')
    setJob({ id, rows: 0 })
    const words = await wait(id)
    setJob(null)
    return words
  }

  return { job, write, stop: () => job && void stop.run({ id: job.id }) }
}
