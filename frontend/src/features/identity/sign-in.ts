import { csrfHeader } from '@/lib/csrf'

export type SignInAnswer = { ok: true } | { ok: false; code: string; retryAfterSeconds?: number }

export async function signIn(username: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await fetch('/sign-in', {
      method: 'POST',
      credentials: 'same-origin',
      headers: await csrfHeader(),
      body: new URLSearchParams({ username, password }),
    })
    if (response.ok) return { ok: true }
    const body: { code?: string; retryAfterSeconds?: number } = await response.json().catch(() => ({}))
    return { ok: false, code: body.code ?? 'INTERNAL', retryAfterSeconds: body.retryAfterSeconds }
  } catch {
    return { ok: false, code: 'NETWORK' }
  }
}

export async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', headers: await csrfHeader() })
}
