import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { TypedDocumentNode } from 'urql'
import type { ServerFault } from './graphql-error'
import { showAtFields } from './refusals'
import { useAction, type UserError } from './use-action'

interface Payload {
  result: { userErrors: UserError[] }
}

/** A form that runs one action: refusals go to their fields, the rest is kept for the top of the form. */
export function useFormAction<Data extends Payload, Variables extends { input: { idempotencyKey: string } }>(
  document: TypedDocumentNode<Data, Variables>,
  form: FormInstance,
  words: (error: UserError) => string,
) {
  const { run, running } = useAction(document)
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })

  const submit = async (input: Parameters<typeof run>[0]): Promise<Data['result'] | null> => {
    setRefused({ errors: [] })
    const outcome = await run(input)
    if (outcome.done) return outcome.result
    setRefused({ errors: showAtFields(form, outcome.userErrors, words), fault: outcome.fault })
    return null
  }

  return { submit, running, refused, forgive: () => setRefused({ errors: [] }) }
}
