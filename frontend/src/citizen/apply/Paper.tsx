import { useEffect, useRef } from 'preact/hooks'
import { FilingUploadDocument } from '@/gql/citizen/graphql'
import { ask } from '../ask'
import { Choice } from '../Choice'
import { FilePicker, fileWords } from '../FilePicker'
import { useWords } from '../language'
import { useSending, type Outgoing } from '../sending'
import { sentBefore, type Draft } from './draft'
import { words } from './words'

interface PaperProps {
  /** 0: the agent's mandate; below: no listed material */
  seq: number
  name: string
  required: boolean
  district: string
  draft: Draft
  lacking: boolean
  onFiles: (files: Outgoing[]) => void
  onBring?: (bring: boolean) => void
}

/** One material: its files, or the word that it is brought to the window. */
export function Paper({ seq, name, required, district, draft, lacking, onFiles, onBring }: PaperProps) {
  const { t } = useWords(words)
  const { t: file } = useWords(fileWords)
  const { token } = draft
  const sending = useSending(
    async (idempotencyKey, fileName, size) => {
      const input = { idempotencyKey, token, materialSeq: seq < 0 ? null : seq, name: fileName, size }
      return (await ask(FilingUploadDocument, { input }, district)).filingUpload
    },
    { unreadable: file('unreadable'), trouble: file('trouble'), photo: (n) => file('photo', { n }) },
    sentBefore(draft, seq),
  )
  const { files } = sending
  const firstRef = useRef(true)
  useEffect(() => {
    if (!firstRef.current) onFiles(files)
    firstRef.current = false
    // told when the files change, not when the parent draws itself anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [files])

  return (
    <section class="paper" aria-labelledby={`paper-name-${seq}`}>
      <h2 id={`paper-name-${seq}`}>
        <span lang="zh-CN">{name}</span> {seq >= 0 && <small>{t(required ? 'required' : 'optional')}</small>}
      </h2>
      <FilePicker id={`paper-${seq}`} what={name} sending={sending} described={lacking ? `paper-fault-${seq}` : undefined} />
      {onBring && files.length === 0 && (
        <Choice type="checkbox" name={`bring-${seq}`} chosen={draft.bring.includes(seq)} onChoose={onBring}>
          {t('bring')}
        </Choice>
      )}
      {lacking && (
        <p class="fault" id={`paper-fault-${seq}`}>
          {t('paperMissing')}
        </p>
      )}
    </section>
  )
}
