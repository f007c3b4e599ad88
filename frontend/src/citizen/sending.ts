import { useEffect, useRef, useState } from 'preact/hooks'
import { randomKey } from '@/lib/random-key'
import { sendFile, type UploadTarget } from '@/lib/send-file'
import { keepTrying } from './keep-trying'
import { shrunk } from './shrink'

/** A file on its way. It keeps its key, so that trying again adds it once. */
export interface Outgoing {
  key: string
  name: string
  /** null: it was sent before the page was loaded anew */
  file: File | null
  at: 'queued' | 'shrinking' | 'sending' | 'unstable' | 'sent' | 'failed'
  share: number
  /** why it failed: a word of ours, or the server's own */
  why?: string
  id?: string
}

/** The server's answer to the wish to send a file. */
export interface Ticket {
  upload?: UploadTarget | null
  userErrors: { code: string; message: string }[]
}

type Issue = (key: string, name: string, size: number) => Promise<Ticket>

interface Words {
  unreadable: string
  trouble: string
  /** of a photo, by its place */
  photo: (n: number) => string
}

const isPdf = (file: File) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name)

/**
 * Sends files one after the other. Photos are made smaller first; a PDF goes as it is.
 *
 * @param over told the code of a refusal; true: nothing more can be sent here
 */
export function useSending(issue: Issue, words: Words, before: Outgoing[] = [], over?: (code: string) => boolean) {
  const [files, setFiles] = useState(before)
  const lineRef = useRef<Promise<void>>(Promise.resolve())
  const mountedRef = useRef(true)
  useEffect(() => () => void (mountedRef.current = false), [])

  const change = (key: string, part: Partial<Outgoing>) => {
    if (mountedRef.current) setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }

  async function send({ key, file, name }: Outgoing): Promise<void> {
    if (!file) return
    change(key, { at: 'shrinking', why: undefined })
    let body: Blob
    try {
      body = isPdf(file) ? file : await shrunk(file)
    } catch {
      return change(key, { at: 'failed', why: words.unreadable })
    }
    change(key, { at: 'sending', share: 0 })
    const unstable = () => change(key, { at: 'unstable' })
    try {
      const { upload, userErrors } = await keepTrying(() => issue(key, name, body.size), unstable).answer
      const refused = userErrors[0]
      if (!upload) {
        if (refused && over?.(refused.code)) return
        return change(key, { at: 'failed', why: refused ? refused.message : words.trouble })
      }
      const sent = await sendFile(upload, body, {
        progress: (received) => change(key, { at: 'sending', share: Math.floor((100 * received) / body.size) }),
        waiting: unstable,
      })
      change(key, 'id' in sent ? { at: 'sent', id: sent.id } : { at: 'failed', why: sent.message || words.trouble })
    } catch {
      change(key, { at: 'failed', why: words.trouble })
    }
  }

  const queue = (one: Outgoing) => {
    lineRef.current = lineRef.current.then(() => send(one))
  }

  const add = (input: HTMLInputElement) => {
    const fresh = Array.from(input.files ?? []).map<Outgoing>((file, at) => ({
      key: randomKey(),
      name: isPdf(file) ? file.name : `${words.photo(files.length + at + 1)}.jpg`,
      file,
      at: 'queued',
      share: 0,
    }))
    input.value = ''
    setFiles([...files, ...fresh])
    fresh.forEach(queue)
  }

  const drop = (key: string) => setFiles((all) => all.filter((one) => one.key !== key))

  return { files, add, again: queue, drop, clear: () => setFiles([]) }
}
