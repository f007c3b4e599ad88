import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Told {
  name?: string
  roles?: string[]
  district?: string
}

/** Another application of the district: it sends people to us, exchanges the code and greets them by what the id token says. */
export async function application(base: string) {
  const verifier = randomBytes(40).toString('base64url')
  let credentials = ''
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://x').searchParams.get('code') ?? ''
    greet(code).then(
      (words) => response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><link rel="icon" href="data:,"><p>${words}</p>`),
      (failed: unknown) => response.writeHead(500).end(String(failed)),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/back`

  async function greet(code: string): Promise<string> {
    const answer = await fetch(`${base}/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: address, code_verifier: verifier }),
    })
    const tokens = (await answer.json()) as { id_token?: string; error?: string }
    const [, body = ''] = (tokens.id_token ?? '').split('.')
    if (!body) return `没有登录 ${tokens.error ?? answer.status}`
    const told = JSON.parse(Buffer.from(body, 'base64url').toString()) as Told
    return `欢迎 ${told.name} ${told.roles?.join()} ${told.district}`
  }

  return {
    address,
    client: (id: string, secret: string) => {
      credentials = Buffer.from(`${id}:${secret}`).toString('base64')
    },
    start: (clientId: string) =>
      `${base}/oauth2/authorize?${new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: address,
        scope: 'openid profile',
        state: 'here',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      })}`,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  }
}
