import { CombinedError } from 'urql'
import { describe, expect, it } from 'vitest'
import { faultOf, isDefinite } from './graphql-error'

describe('a fault', () => {
  it('is NETWORK when the server did not answer, and then nobody knows whether the action happened', () => {
    const fault = faultOf(new CombinedError({ networkError: new Error('offline') }))
    expect(fault.code).toBe('NETWORK')
    expect(isDefinite(fault)).toBe(false)
  })

  it('carries the server\'s code and error number', () => {
    const fault = faultOf(new CombinedError({ graphQLErrors: [{ message: 'x', extensions: { code: 'INTERNAL', errorId: 'E-1' } }] }))
    expect(fault).toMatchObject({ code: 'INTERNAL', errorId: 'E-1' })
  })

  it('is definite when it was refused before anything was done', () => {
    expect(isDefinite({ code: 'FORBIDDEN' })).toBe(true)
    expect(isDefinite({ code: 'UNAUTHENTICATED' })).toBe(true)
  })
})
