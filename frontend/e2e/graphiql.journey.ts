import { beforeAll, describe, expect, inject, it } from 'vitest'
import { accountFor } from './accounts'
import { person, pictured, withBrowser } from './browser'
import { signIn } from './staff'

withBrowser()

describe('GraphiQL of the demo', () => {
  let page: Awaited<ReturnType<typeof person>>
  beforeAll(async () => {
    page = await person()
    await signIn(page, accountFor(inject('demo'), 'WINDOW_CLERK'))
  })

  it('comes from the service itself, knows the schema and answers what the account may ask', pictured(async () => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(inject('base')) && !request.url().startsWith('data:')) elsewhere.push(request.url())
    })
    await page.goto('/graphiql')
    await page.locator('.graphiql-query-editor .cm-property').first().waitFor()
    await page.getByRole('button', { name: /Execute query/ }).click()
    await page.locator('.result-window').getByText('"apiVersion"').waitFor()
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await page.locator('.graphiql-doc-explorer').getByText('Mutation', { exact: true }).waitFor()
    expect(elsewhere).toEqual([])
  }))
})
