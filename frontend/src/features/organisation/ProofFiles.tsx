import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { Refusals } from '@/components/Refusals'
import { RemoveFile } from '@/components/RemoveFile'
import { ChooseFiles, UploadList } from '@/components/Uploads'
import { useUploads } from '@/components/use-uploads'
import { InPlaceProofFileOpenDocument, InPlaceProofFileRemoveDocument, InPlaceProofFileUploadDocument, type InPlaceProofKind } from '@/gql/staff/graphql'
import { formatBytes } from '@/lib/bytes'
import type { ServerFault } from '@/lib/graphql-error'
import { openLink } from '@/lib/open-link'
import { useAction, type UserError } from '@/lib/use-action'

interface ProofFile {
  id: string
  name: string
  size: number
  state: string
}

interface ProofFilesProps {
  unitId: string
  kind: InPlaceProofKind
  files: readonly ProofFile[]
  mayEdit: boolean
  onChanged: () => void
}

/** The document that proves it: opened by whoever sees the list, brought and taken back by the administrator. */
export function ProofFiles({ unitId, kind, files, mayEdit, onChanged }: ProofFilesProps) {
  const { t } = useTranslation()
  const [, ask] = useMutation(InPlaceProofFileUploadDocument)
  const uploads = useUploads((file) => ask({ input: { ...file, unitId, kind } }), onChanged)
  const { run } = useAction(InPlaceProofFileOpenDocument)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const [removing, setRemoving] = useState<ProofFile | null>(null)

  const open = (file: ProofFile) =>
    openLink(file.name, async () => {
      const outcome = await run({ id: file.id })
      setRefused(outcome.done ? { errors: [] } : { errors: outcome.userErrors, fault: outcome.fault })
      return outcome.done ? outcome.result.url : null
    })

  return (
    <section className="upload-box" aria-label={t('organisation.proofFiles')}>
      <p className="note">{files.length === 0 ? t('organisation.noProofFiles') : t('organisation.proofFiles')}</p>
      <ul className="uploads">
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {file.name} · {formatBytes(file.size)}
            </span>
            {file.state === 'CLEAN' ? (
              <Button size="small" onClick={() => void open(file)} aria-label={t('upload.openOne', { name: file.name })}>
                {t('upload.open')}
              </Button>
            ) : (
              t(`upload.states.${file.state}`)
            )}
            {mayEdit && file.state !== 'INFECTED' && (
              <Button size="small" danger onClick={() => setRemoving(file)} aria-label={t('upload.removeOne', { name: file.name })}>
                {t('upload.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <ChooseFiles onChosen={(chosen) => void uploads.add(chosen)} />}
      <UploadList uploads={uploads} />
      <Refusals errors={refused.errors} fault={refused.fault} />
      {removing && (
        <RemoveFile
          document={InPlaceProofFileRemoveDocument}
          file={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null)
            onChanged()
          }}
        />
      )}
    </section>
  )
}
