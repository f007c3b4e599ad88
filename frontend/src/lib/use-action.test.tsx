import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CombinedError, Provider, type Client, type TypedDocumentNode } from 'urql'
import { describe, expect, it } from 'vitest'
import { fromValue } from 'wonka'
import { useAction, type UserError } from './use-action'

type Input = { input: { idempotencyKey: string; id: string } }
type Result = { result: { userErrors: UserError[] } }

const document = { kind: 'Document', definitions: [] } as unknown as TypedDocumentNode<Result, Input>
const lost = { error: new CombinedError({ networkError: new Error('lost') }) }
const done = { data: { result: { userErrors: [] } } }
const refused = { data: { result: { userErrors: [{ code: 'VERSION_CONFLICT', field: null, message: '冲突' }] } } }

function actionAnswered(...answers: object[]) {
  const keys: string[] = []
  const executeMutation = (request: { variables: Input }) => {
    keys.push(request.variables.input.idempotencyKey)
    return fromValue({ stale: false, hasNext: false, ...answers.shift() })
  }
  const client = { executeMutation } as unknown as Client
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const { result } = renderHook(() => useAction(document), { wrapper })
  return { keys, run: () => act(() => result.current.run({ id: 'c1' })) }
}

describe('an action', () => {
  it('goes out with the same key again when the answer was lost, so that it happens once', async () => {
    const { keys, run } = actionAnswered(lost, done)
    expect(await run()).toMatchObject({ done: false, fault: { code: 'NETWORK' } })
    expect(await run()).toMatchObject({ done: true })
    expect(keys[1]).toBe(keys[0])
  })

  it('takes a new key after it succeeded', async () => {
    const { keys, run } = actionAnswered(done, done)
    await run()
    await run()
    expect(keys[1]).not.toBe(keys[0])
  })

  it('hands refusals back and takes a new key for the next try', async () => {
    const { keys, run } = actionAnswered(refused, done)
    expect(await run()).toMatchObject({ done: false, userErrors: [{ code: 'VERSION_CONFLICT' }] })
    await run()
    expect(keys[1]).not.toBe(keys[0])
  })
})
