import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { AttachmentUploadDocument } from '@/gql/staff/graphql'
import { randomKey } from '@/lib/random-key'
import { sendFile } from '@/lib/send-file'

/** One file on its way. Its key stays the same, so that "again" goes on where it broke off. */
export interface Sending {
  key: string
  file: File
  materialSeq: number | null
  received: number
  waiting: boolean
  fault?: string
}

/** Uploads files of a case one after the other; `onArrived` after each. */
export function useUploads(caseId: string, onArrived: () => void) {
  const { t } = useTranslation()
  const [, ask] = useMutation(AttachmentUploadDocument)
  const [sending, setSending] = useState<Sending[]>([])

  const change = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const forget = (key: string) => setSending((all) => all.filter((one) => one.key !== key))

  async function send({ key, file, materialSeq }: Sending): Promise<void> {
    change(key, { fault: undefined })
    const input = { idempotencyKey: key, caseId, name: file.name, size: file.size, materialSeq }
    const { data, error } = await ask({ input })
    const upload = data?.result.upload
    if (!upload) {
      const refused = data?.result.userErrors[0]?.message
      change(key, { fault: refused ?? t(`faults.${error?.networkError ? 'NETWORK' : 'INTERNAL'}`) })
      return
    }
    const sent = await sendFile(upload, file, {
      progress: (received) => change(key, { received, waiting: false }),
      waiting: () => change(key, { waiting: true }),
    })
    if ('id' in sent) {
      forget(key)
      onArrived()
    } else {
      change(key, { waiting: false, fault: sent.message || t('papers.uploadBroken') })
    }
  }

  async function add(files: readonly File[], materialSeq: number | null): Promise<void> {
    const fresh = files.map((file) => ({ key: randomKey(), file, materialSeq, received: 0, waiting: false }))
    setSending((all) => [...all, ...fresh])
    for (const one of fresh) await send(one)
  }

  return { sending, add, again: send, forget }
}
