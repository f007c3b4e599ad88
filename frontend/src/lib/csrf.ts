const COOKIE = 'XSRF-TOKEN'

function cookieValue(): string | undefined {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${COOKIE}=`))
  return pair && decodeURIComponent(pair.slice(COOKIE.length + 1))
}

/** The header every POST carries. Asks the server for the cookie first when there is none yet. */
export async function csrfHeader(): Promise<Record<string, string>> {
  if (!cookieValue()) await fetch('/csrf')
  const token = cookieValue()
  return token ? { 'X-XSRF-TOKEN': token } : {}
}

/** Sends with that header; when the cookie is older than the server's session, once more with a new one. */
export async function withCsrf(send: (header: Record<string, string>) => Promise<Response>): Promise<Response> {
  const first = await send(await csrfHeader())
  if (first.status !== 403) return first
  await fetch('/csrf')
  return send(await csrfHeader())
}
