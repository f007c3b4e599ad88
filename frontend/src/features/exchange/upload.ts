import { csrfHeader } from '@/lib/csrf'
import { sessionEvents } from '@/lib/session-events'
import type { UserError } from '@/lib/use-action'

export const MOST_BYTES = 50 * 1024 * 1024

export type Uploaded = { id: string } | { refusal: UserError }

const NETWORK: Uploaded = { refusal: { code: 'NETWORK', message: '' } }

/** Sends a file as it is, beside GraphQL. */
export async function upload(kind: string, file: File): Promise<Uploaded> {
  const query = new URLSearchParams({ kind, name: file.name })
  const answer = await fetch(`/import/files?${query}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/octet-stream', ...(await csrfHeader()) },
    body: file,
  }).catch(() => null)
  if (!answer) return NETWORK
  if (answer.status === 401) sessionEvents.tell('UNAUTHENTICATED')
  const body = (await answer.json().catch(() => null)) as ({ id?: string } & UserError) | null
  if (answer.status === 201 && body?.id) return { id: body.id }
  return body?.code ? { refusal: body } : NETWORK
}
