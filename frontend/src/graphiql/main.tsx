// GraphiQL from our own jar: a district's network seldom reaches a CDN. Only the demo profile serves it.
import 'graphiql/style.css'
import './page.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { csrfHeader } from '@/lib/csrf'

interface Asked {
  query: string
  operationName?: string | null
  variables?: Record<string, unknown>
}

async function ask(asked: Asked): Promise<never> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(await csrfHeader()) },
    body: JSON.stringify(asked),
  })
  return answer.json() as Promise<never>
}

const first = `# Sign in at / first: what you may ask is what your account may see.
{
  apiVersion
  viewer {
    name
  }
}
`

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={first} />)
