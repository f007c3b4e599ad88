// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, AskFailed, passes } from './ask'

const document_ = { __meta__: { hash: 'ab12' } } as object
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

describe('asking the server', () => {
  const fetched = vi.fn()
  beforeEach(() => {
    document.cookie = 'XSRF-TOKEN=token-1'
    vi.stubGlobal('fetch', fetched)
  })
  afterEach(() => {
    fetched.mockReset()
    vi.unstubAllGlobals()
  })

  it('sends the hash of a trusted document, never a document, to the district’s own address', async () => {
    fetched.mockResolvedValue(answer({ data: { ok: 1 } }))
    await expect(ask(document_, { input: 1 }, '511602')).resolves.toEqual({ ok: 1 })
    const [path, request] = fetched.mock.calls[0] ?? []
    expect(path).toBe('/d/511602/graphql')
    expect(JSON.parse(request.body)).toEqual({
      variables: { input: 1 },
      extensions: { persistedQuery: { version: 1, sha256Hash: 'ab12' } },
    })
    expect(request.headers['X-XSRF-TOKEN']).toBeUndefined()
  })

  it('asks a district in one trip on a phone that has no cookie, and no district with the CSRF header', async () => {
    fetched.mockImplementation(async () => answer({ data: { ok: 1 } }))
    document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    await ask(document_, {}, '511602')
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/d/511602/graphql'])
    document.cookie = 'XSRF-TOKEN=token-1'
    await ask(document_, {})
    expect(fetched.mock.calls[1]?.[1].headers['X-XSRF-TOKEN']).toBe('token-1')
  })

  it('asks for a new CSRF cookie when the old one is refused, once', async () => {
    fetched
      .mockResolvedValueOnce(answer({}, 403))
      .mockResolvedValueOnce(new Response(null, { status: 204 }))
      .mockResolvedValueOnce(answer({ data: { ok: 1 } }))
    await expect(ask(document_, {})).resolves.toEqual({ ok: 1 })
    expect(fetched.mock.calls.map(([path]) => path)).toEqual(['/graphql', '/csrf', '/graphql'])
  })

  it('tells a lost network from a refusal', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'))
    const lost = await ask(document_, {}).catch((failure: unknown) => failure)
    expect(lost).toMatchObject({ code: 'OFFLINE' })
    expect(passes(lost)).toBe(true)
    expect(passes(new AskFailed('INTERNAL'))).toBe(false)
  })

  it('says that the server is busy and that a district is unknown', async () => {
    fetched.mockResolvedValueOnce(answer({}, 503))
    await expect(ask(document_, {})).rejects.toMatchObject({ code: 'BUSY' })
    fetched.mockResolvedValueOnce(new Response('not found', { status: 404 }))
    await expect(ask(document_, {}, '000000')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('hands on code, field and error id', async () => {
    const errors = [{ message: 'x', extensions: { code: 'BAD_INPUT', field: 'budget', errorId: 'e-1' } }]
    fetched.mockResolvedValue(answer({ errors, data: null }))
    await expect(ask(document_, {})).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'budget', errorId: 'e-1' })
  })

  it('gives up waiting for a silent network', async () => {
    vi.useFakeTimers()
    fetched.mockReturnValue(new Promise(() => undefined))
    const waited = expect(ask(document_, {})).rejects.toMatchObject({ code: 'OFFLINE' })
    await vi.advanceTimersByTimeAsync(20_000)
    await waited
    vi.useRealTimers()
  })
})
