import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import {
  CasePapersDocument,
  PaperOpenDocument,
  PaperPrintDocument,
  type CasePapersQuery,
  type PaperFormat,
  type PaperKind,
} from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { openLink } from '@/lib/open-link'
import { formatInstant } from '@/lib/time'
import { useAction, type UserError } from '@/lib/use-action'

type FullCase = NonNullable<CasePapersQuery['case']>
type Paper = FullCase['papers'][number]

/** The office's papers of a case: printed under a number, opened again as they were. */
export function Papers({ caseId }: { caseId: string }) {
  const [{ data, fetching, error }, ask] = useQuery({ query: CasePapersDocument, variables: { id: caseId } })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const one = data?.case
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!one}>
      {() => one && <PapersOf one={one} onReload={reload} />}
    </ScreenState>
  )
}

function PapersOf({ one, onReload }: { one: FullCase; onReload: () => void }) {
  const { t } = useTranslation()
  const print = useAction(PaperPrintDocument)
  const open = useAction(PaperOpenDocument)
  const [printed, setPrinted] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })

  const done = (title: string) => {
    setPrinted(title)
    onReload()
  }
  const printNow = async (kind: PaperKind) => {
    const outcome = await print.run({ caseId: one.id, kind })
    setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
    if (outcome.done && outcome.result.paper) done(`${outcome.result.paper.title} ${outcome.result.paper.number}`)
  }
  const show = (paper: Paper, format: PaperFormat) =>
    openLink(paper.title, async () => {
      const outcome = await open.run({ id: paper.id, format })
      setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
      return outcome.done ? outcome.result.url : null
    })

  const columns: Column<Paper>[] = [
    { key: 'title', title: t('papers.paper'), text: (paper) => paper.title },
    { key: 'number', title: t('papers.paperNumber'), text: (paper) => paper.number },
    { key: 'issuer', title: t('papers.issuer'), text: (paper) => paper.issuer },
    { key: 'at', title: t('papers.printedAt'), text: (paper) => formatInstant(paper.printedAt), render: (paper) => <Instant at={paper.printedAt} /> },
    {
      key: 'actions',
      title: t('papers.actions'),
      text: () => '',
      render: (paper) =>
        one.viewerCanAttach && (
          <span className="row-actions">
            {(['PDF', 'DOCX'] as const).map((format) => (
              <Button
                key={format}
                size="small"
                onClick={() => void show(paper, format)}
                aria-label={`${t(`papers.formats.${format}`)} ${paper.title} ${paper.number}`}
              >
                {t(`papers.formats.${format}`)}
              </Button>
            ))}
          </span>
        ),
    },
  ]

  return (
    <>
      {one.viewerCanPrint.length > 0 && (
        <section className="upload-box upload-row no-print" aria-label={t('papers.print')}>
          <strong>{t('papers.print')}</strong>
          {one.viewerCanPrint.map((kind) => (
            <Button key={kind} disabled={print.running} onClick={() => void printNow(kind)}>
              {t(`papers.kinds.${kind}`)}
            </Button>
          ))}
        </section>
      )}
      <Refusals errors={refused.errors} fault={refused.fault} />
      <p role="status">{printed && t('papers.printedNow', { title: printed })}</p>
      {one.papers.length === 0 ? (
        <Nothing>{t('papers.noPapers')}</Nothing>
      ) : (
        <RecordTable caption={t('papers.papers')} columns={columns} rows={one.papers} rowKey={(paper) => paper.id} />
      )}
    </>
  )
}
