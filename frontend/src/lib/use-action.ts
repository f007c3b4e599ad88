import { useCallback, useRef, useState } from 'react'
import { useMutation, type TypedDocumentNode } from 'urql'
import { faultOf, isDefinite, type ServerFault } from './graphql-error'
import { ActionKey } from './idempotency'

export interface UserError {
  code: string
  field?: string | null
  message: string
}

/** Every mutation of the staff names its root field `result`, so that one hook serves them all. */
interface Payload {
  result: { userErrors: UserError[] }
}

type WithKey<Variables> = Variables extends { input: infer Input } ? Omit<Input, 'idempotencyKey'> : never

export type ActionOutcome<Data extends Payload> =
  | { done: true; result: Data['result'] }
  | { done: false; userErrors: UserError[]; fault?: ServerFault }

/** Runs a mutation with an idempotency key that outlives a lost answer, and tells refusals from faults. */
export function useAction<Data extends Payload, Variables extends { input: { idempotencyKey: string } }>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const [, mutate] = useMutation(document)
  const key = useRef(new ActionKey())
  const [running, setRunning] = useState(false)

  const run = useCallback(
    async (input: WithKey<Variables>): Promise<ActionOutcome<Data>> => {
      setRunning(true)
      try {
        const variables = { input: { ...input, idempotencyKey: key.current.current() } } as unknown as Variables
        const { data, error } = await mutate(variables)
        if (error) {
          const fault = faultOf(error)
          if (isDefinite(fault)) key.current.settle()
          return { done: false, userErrors: [], fault }
        }
        key.current.settle()
        if (!data) return { done: false, userErrors: [], fault: { code: 'INTERNAL' } }
        const { userErrors } = data.result
        return userErrors.length > 0 ? { done: false, userErrors } : { done: true, result: data.result }
      } finally {
        setRunning(false)
      }
    },
    [mutate],
  )

  return { run, running }
}
