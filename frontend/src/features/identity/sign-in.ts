import { csrfHeader } from '@/lib/csrf'
import * as passkey from './passkey'

/** SECOND_STEP: the password was right, and a code or a passkey is asked next. */
export type SignInAnswer = { ok: true } | { ok: false; code: string; retryAfterSeconds?: number }

async function post(path: string, init: RequestInit): Promise<SignInAnswer> {
  try {
    const response = await fetch(path, {
      ...init,
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...init.headers, ...(await csrfHeader()) },
    })
    if (response.status === 204) return { ok: true }
    const body: { code?: string; retryAfterSeconds?: number } = await response.json().catch(() => ({}))
    return { ok: false, code: body.code ?? 'INTERNAL', retryAfterSeconds: body.retryAfterSeconds }
  } catch {
    return { ok: false, code: 'NETWORK' }
  }
}

export const signIn = (username: string, password: string): Promise<SignInAnswer> =>
  post('/sign-in', { body: new URLSearchParams({ username, password }) })

export const sendCode = (code: string): Promise<SignInAnswer> => post('/sign-in/code', { body: new URLSearchParams({ code }) })

/** null: the person closed the browser's window. */
export const signInByPasskey = (): Promise<SignInAnswer | null> => passkey.signInByPasskey(post)

export async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', headers: await csrfHeader() })
}
