import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Instant } from '@/components/Day'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { RemoveFile } from '@/components/RemoveFile'
import { Nothing, ScreenState } from '@/components/ScreenStates'
import { AttachmentOpenDocument, AttachmentRemoveDocument, CaseAttachmentsDocument, type CaseAttachmentsQuery } from '@/gql/staff/graphql'
import { formatBytes } from '@/lib/bytes'
import type { ServerFault } from '@/lib/graphql-error'
import { openLink } from '@/lib/open-link'
import { formatInstant } from '@/lib/time'
import { useAction, type UserError } from '@/lib/use-action'
import { Camera } from './Camera'
import { UploadBox } from './UploadBox'

type FullCase = NonNullable<CaseAttachmentsQuery['case']>
export type Attachment = FullCase['attachments'][number]

/** What was handed in: listed for everybody in reach, opened by those who take part in the case or supervise. */
export function Attachments({ caseId }: { caseId: string }) {
  const [{ data, fetching, error }, ask] = useQuery({ query: CaseAttachmentsDocument, variables: { id: caseId } })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const one = data?.case
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!one}>
      {() => one && <Files one={one} onReload={reload} />}
    </ScreenState>
  )
}

function Files({ one, onReload }: { one: FullCase; onReload: () => void }) {
  const { t } = useTranslation()
  const { run } = useAction(AttachmentOpenDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const [photographing, setPhotographing] = useState(false)

  const open = (file: Attachment) =>
    openLink(file.name, async () => {
      const outcome = await run({ id: file.id })
      setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
      return outcome.done ? outcome.result.url : null
    })
  const materialName = (seq?: number | null) => one.materials.find((material) => material.seq === seq)?.name ?? ''

  const columns: Column<Attachment>[] = [
    { key: 'name', title: t('papers.fileName'), text: (file) => file.name },
    { key: 'material', title: t('papers.material'), text: (file) => materialName(file.materialSeq) },
    { key: 'size', title: t('papers.size'), text: (file) => formatBytes(file.size), numeric: true },
    {
      key: 'source',
      title: t('papers.source'),
      text: (file) => [t(`papers.sources.${file.source}`), file.unit?.name].filter(Boolean).join(' · '),
    },
    { key: 'at', title: t('papers.addedAt'), text: (file) => formatInstant(file.addedAt), render: (file) => <Instant at={file.addedAt} /> },
    {
      key: 'actions',
      title: t('papers.actions'),
      text: (file) => (file.state === 'CLEAN' ? '' : t(`upload.states.${file.state}`)),
      render: (file) => (
        <span className="row-actions">
          {file.state !== 'CLEAN' && t(`upload.states.${file.state}`)}
          {file.viewerCanOpen && (
            <Button size="small" onClick={() => void open(file)} aria-label={t('upload.openOne', { name: file.name })}>
              {t('upload.open')}
            </Button>
          )}
          {file.viewerCanRemove && (
            <Button size="small" danger onClick={() => setRemoving(file)} aria-label={t('upload.removeOne', { name: file.name })}>
              {t('upload.remove')}
            </Button>
          )}
        </span>
      ),
    },
  ]

  const hidden = one.attachments.some((file) => file.state === 'CLEAN' && !file.viewerCanOpen)

  return (
    <>
      {one.viewerCanAttach && (
        <UploadBox caseId={one.id} materials={one.materials} onArrived={onReload} onCamera={() => setPhotographing(true)} />
      )}
      <Refusals errors={refused.errors} fault={refused.fault} />
      {one.attachments.length === 0 ? (
        <Nothing>{t('papers.noAttachments')}</Nothing>
      ) : (
        <RecordTable caption={t('papers.attachments')} columns={columns} rows={one.attachments} rowKey={(file) => file.id} />
      )}
      {hidden && <p className="note">{t('papers.namesHidden')}</p>}
      {removing && (
        <RemoveFile
          document={AttachmentRemoveDocument}
          file={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null)
            onReload()
          }}
        />
      )}
      {photographing && <Camera caseId={one.id} attachments={one.attachments} onPoll={onReload} onClose={() => setPhotographing(false)} />}
    </>
  )
}
