import { withCsrf } from './csrf'

/** Where the server wants the bytes, and how many of them it has already. */
export interface UploadTarget {
  path: string
  ticket: string
  received: number
}

export type Sent = { id: string } | { code: string; message: string }

interface Options {
  /** told after each piece: bytes that have arrived */
  progress?: (received: number) => void
  /** told when the line is broken and we wait to go on */
  waiting?: () => void
  signal?: AbortSignal
}

const PIECE = 1024 * 1024
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

const put = (target: UploadTarget, body: Blob, offset: number, signal?: AbortSignal): Promise<Response> =>
  withCsrf((csrf) =>
    fetch(target.path, {
      method: 'PUT',
      credentials: 'same-origin',
      signal,
      headers: {
        'content-type': 'application/octet-stream',
        'upload-ticket': target.ticket,
        'upload-offset': String(offset),
        ...csrf,
      },
      body,
    }),
  )

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
    window.addEventListener('online', done)
  })

/** Sends a file piece by piece. A broken line is waited for; what has arrived is not sent again. */
export async function sendFile(target: UploadTarget, file: Blob, options: Options = {}): Promise<Sent> {
  let offset = target.received
  for (let failures = 0; failures <= 2 * PAUSES_MS.length; ) {
    let answer: Response
    try {
      answer = await put(target, file.slice(offset, offset + PIECE), offset, options.signal)
    } catch (failure) {
      if (options.signal?.aborted) throw failure
      options.waiting?.()
      await pause(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0)
      continue
    }
    if (answer.status === 404 || answer.status === 401) return { code: 'UPLOAD_OVER', message: '' }
    const body = (await answer.json().catch(() => ({}))) as { id?: string; received?: number; code?: string; message?: string }
    if (body.id) return { id: body.id }
    if (answer.status === 422) return { code: body.code ?? 'INTERNAL', message: body.message ?? '' }
    if (typeof body.received !== 'number' || answer.status >= 500) {
      options.waiting?.()
      await pause(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0)
      continue
    }
    // 409: another piece of ours came through although its answer did not
    if (answer.status === 409) failures++
    offset = body.received
    options.progress?.(offset)
  }
  return { code: 'OFFLINE', message: '' }
}
