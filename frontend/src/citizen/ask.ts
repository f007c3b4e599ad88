import { csrfHeader } from '@/lib/csrf'

/** What codegen leaves of a citizen document: the hash of a trusted document, and its types. */
interface TrustedDocument<Result, Variables> {
  readonly __apiType?: (variables: Variables) => Result
}

export class AskFailed extends Error {
  constructor(readonly code: string, readonly errorId?: string) {
    super(code)
  }
}

/** Sends a trusted document by its hash; /d/<district>/graphql answers with public reach whatever cookie came. */
export async function ask<Result, Variables>(
  document: TrustedDocument<Result, Variables>,
  variables: Variables,
  district?: string,
): Promise<Result> {
  const sha256Hash = (document as { __meta__: { hash: string } }).__meta__.hash
  const response = await fetch(district ? `/d/${district}/graphql` : '/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(await csrfHeader()) },
    body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  })
  const body = await response.json().catch(() => ({}))
  const error = body.errors?.[0]
  if (error || !body.data) throw new AskFailed(error?.extensions?.code ?? 'INTERNAL', error?.extensions?.errorId)
  return body.data as Result
}
