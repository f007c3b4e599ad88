import { withCsrf } from '@/lib/csrf'

/** What codegen leaves of a citizen document: the hash of a trusted document, and its types. */
interface TrustedDocument<Result, Variables> {
  readonly __apiType?: (variables: Variables) => Result
}

/** `OFFLINE`: nobody knows whether the request arrived. `BUSY`: the server refused it for now. */
export class AskFailed extends Error {
  constructor(
    readonly code: string,
    readonly field?: string,
    readonly errorId?: string,
  ) {
    super(code)
  }
}

/** Worth sending again with the same idempotency key. */
export const passes = (failure: unknown): boolean =>
  failure instanceof AskFailed && (failure.code === 'OFFLINE' || failure.code === 'BUSY')

const PATIENCE_MS = 20_000

/** fetch() alone waits for minutes in a lift or a basement hall. */
function soon<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new AskFailed('OFFLINE')), PATIENCE_MS)
    const settle = (then: () => void) => {
      clearTimeout(timer)
      then()
    }
    work.then(
      (answer) => settle(() => resolve(answer)),
      () => settle(() => reject(new AskFailed('OFFLINE'))),
    )
  })
}

/** A district's own address wants no CSRF header: no cookie counts there. */
function post(district: string | undefined, body: string): Promise<Response> {
  const send = (headers?: Record<string, string>) =>
    fetch(district ? `/d/${encodeURIComponent(district)}/graphql` : '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body,
    })
  return district ? send() : withCsrf(send)
}

/** Sends a trusted document by its hash; /d/<district>/graphql answers with public reach whatever cookie came. */
export async function ask<Result, Variables>(
  document: TrustedDocument<Result, Variables>,
  variables: Variables,
  district?: string,
): Promise<Result> {
  const sha256Hash = (document as { __meta__: { hash: string } }).__meta__.hash
  const response = await soon(
    post(district, JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } })),
  )
  if (response.status === 404) throw new AskFailed('NOT_FOUND')
  if (response.status === 429 || response.status === 502 || response.status === 503) throw new AskFailed('BUSY')
  const body = await soon(response.json()).catch((failure: unknown) => {
    if (response.ok) throw failure
    return {}
  })
  const error = body.errors?.[0]
  if (error || !body.data) {
    throw new AskFailed(error?.extensions?.code ?? 'INTERNAL', error?.extensions?.field, error?.extensions?.errorId)
  }
  return body.data as Result
}
