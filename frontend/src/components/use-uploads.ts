import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CombinedError } from 'urql'
import { randomKey } from '@/lib/random-key'
import { sendFile, type UploadTarget } from '@/lib/send-file'

/** One file on its way. Its key stays the same, so that "again" goes on where it broke off. */
export interface Sending {
  key: string
  file: File
  /** which part of the subject it belongs to */
  part: number | null
  received: number
  waiting: boolean
  fault?: string
}

interface Asked {
  data?: { result: { upload?: UploadTarget | null; userErrors: { message: string }[] } }
  error?: CombinedError
}

type Ask = (file: { idempotencyKey: string; name: string; size: number }, part: number | null) => Promise<Asked>

/** Uploads files one after the other; `ask` asks for the right to send one, `onArrived` is told its id after each. */
export function useUploads(ask: Ask, onArrived: (id: string) => void) {
  const { t } = useTranslation()
  const [sending, setSending] = useState<Sending[]>([])

  const change = (key: string, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const forget = (key: string) => setSending((all) => all.filter((one) => one.key !== key))

  async function send({ key, file, part }: Sending): Promise<void> {
    change(key, { fault: undefined })
    const { data, error } = await ask({ idempotencyKey: key, name: file.name, size: file.size }, part)
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
      onArrived(sent.id)
    } else {
      change(key, { waiting: false, fault: sent.message || t('upload.broken') })
    }
  }

  async function add(files: readonly File[], part: number | null = null): Promise<void> {
    const fresh = files.map((file) => ({ key: randomKey(), file, part, received: 0, waiting: false }))
    setSending((all) => [...all, ...fresh])
    for (const one of fresh) await send(one)
  }

  return { sending, add, again: send, forget }
}
