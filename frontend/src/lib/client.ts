import { persistedExchange } from '@urql/exchange-persisted'
import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql'
import { withCsrf } from './csrf'
import { faultOf } from './graphql-error'
import { sessionEvents } from './session-events'

const send: typeof fetch = (input, init) =>
  withCsrf((csrf) => {
    const headers = new Headers(init?.headers)
    for (const [name, value] of Object.entries(csrf)) headers.set(name, value)
    return fetch(input, { ...init, headers })
  })

/** Trusted documents only: what leaves the browser is the hash that codegen embedded. */
const trustedDocuments = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  preferGetForPersistedQueries: false,
  generateHash: async (_text, document) => (document as unknown as { __meta__: { hash: string } }).__meta__.hash,
})

const endOfSession = mapExchange({
  onError(error) {
    const { code } = faultOf(error)
    if (code === 'UNAUTHENTICATED' || code === 'MUST_CHANGE_PASSWORD' || code === 'MUST_ENROL_SECOND_FACTOR') sessionEvents.tell(code)
  },
})

export function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: send,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [endOfSession, cacheExchange, trustedDocuments, fetchExchange],
  })
}
