import { afterEach, describe, expect, it, vi } from 'vitest'
import { sendFile } from './send-file'

const target = { path: '/files/upload', ticket: 't', received: 0 }
const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

describe('a file on its way', () => {
  afterEach(() => vi.unstubAllGlobals())

  function server(...answers: (Response | Error)[]) {
    const offsets: string[] = []
    vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=x' })
    vi.stubGlobal('window', { addEventListener: (_: string, go: () => void) => setTimeout(go), removeEventListener: () => undefined })
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      offsets.push((init.headers as Record<string, string>)['upload-offset'] ?? '')
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer
    })
    return offsets
  }

  it('goes piece by piece, and on where the line broke', async () => {
    const offsets = server(
      reply(200, { received: 1_048_576 }),
      new TypeError('Failed to fetch'),
      reply(409, { received: 1_500_000 }),
      reply(200, { id: 'RmlsZTox' }),
    )
    const seen: number[] = []
    const sent = await sendFile(target, new Blob([new Uint8Array(2_000_000)]), { progress: (n) => seen.push(n) })
    expect(sent).toEqual({ id: 'RmlsZTox' })
    expect(offsets).toEqual(['0', '1048576', '1048576', '1500000'])
    expect(seen).toEqual([1_048_576, 1_500_000])
  })

  it('stops at a refusal and says why', async () => {
    server(reply(422, { code: 'FILE_TYPE', message: '可执行程序' }))
    expect(await sendFile(target, new Blob(['MZ']))).toEqual({ code: 'FILE_TYPE', message: '可执行程序' })
  })

  it('knows a ticket that is over', async () => {
    server(new Response(null, { status: 404 }))
    expect(await sendFile(target, new Blob(['x']))).toMatchObject({ code: 'UPLOAD_OVER' })
  })
})
