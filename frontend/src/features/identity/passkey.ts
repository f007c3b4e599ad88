import { csrfHeader } from '@/lib/csrf'
import type { SignInAnswer } from './sign-in'

/** Browsers sign for names, not for numbers, and only where nobody can listen. */
export const canPasskey = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && isSecureContext && !/^[\d.]+$|:/.test(location.hostname)

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))

const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

interface Described {
  id: string
  type: 'public-key'
}

/** The browser's own parseCreationOptionsFromJSON is younger than the browsers in our offices. */
export async function createPasskey(options: string): Promise<string> {
  const asked = JSON.parse(options)
  const made = (await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: (asked.excludeCredentials as Described[]).map((one) => ({ ...one, id: bytes(one.id) })),
    },
  })) as PublicKeyCredential
  const response = made.response as AuthenticatorAttestationResponse
  return JSON.stringify({
    ...common(made),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  })
}

async function askPasskey(options: string): Promise<string> {
  const asked = JSON.parse(options)
  const used = (await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: [] },
  })) as PublicKeyCredential
  const response = used.response as AuthenticatorAssertionResponse
  return JSON.stringify({
    ...common(used),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  })
}

const common = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: 'public-key',
  clientExtensionResults: {},
})

/** Both steps in one; null: the person closed the browser's window. */
export async function signInByPasskey(post: (path: string, init: RequestInit) => Promise<SignInAnswer>): Promise<SignInAnswer | null> {
  const options = await fetch('/sign-in/passkey/options', { method: 'POST', credentials: 'same-origin', headers: await csrfHeader() })
  if (!options.ok) return { ok: false, code: 'INTERNAL' }
  let answer: string
  try {
    answer = await askPasskey(await options.text())
  } catch {
    return null
  }
  return post('/sign-in/passkey', { body: answer, headers: { 'Content-Type': 'application/json' } })
}
