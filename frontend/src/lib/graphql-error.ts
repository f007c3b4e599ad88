import type { CombinedError } from 'urql'

export interface ServerFault {
  /** UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST, INTERNAL, MUST_CHANGE_PASSWORD or our own NETWORK */
  code: string
  errorId?: string
  message?: string
}

/** What a top-level error is about. Without an answer from the server at all it is NETWORK. */
export function faultOf(error: CombinedError): ServerFault {
  const first = error.graphQLErrors[0]
  if (!first) return { code: 'NETWORK' }
  const { code, errorId } = first.extensions as { code?: string; errorId?: string }
  return { code: code ?? 'INTERNAL', errorId, message: first.message }
}

/** The server did answer, so the action did not happen: nothing is left to find out by a retry with the same key. */
export const isDefinite = (fault: ServerFault) => fault.code !== 'NETWORK' && fault.code !== 'INTERNAL'
