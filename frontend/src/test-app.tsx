import { render } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { CombinedError, Provider, type Client } from 'urql'
import { fromValue, merge, never } from 'wonka'
import { ViewerProvider, type Viewer } from './lib/viewer'

const clerk: Viewer = {
  __typename: 'Viewer',
  loginName: 'zhang',
  name: '张晓燕',
  mustChangePassword: false,
  mustEnrolSecondFactor: false,
  posts: [],
  id: 'a1',
  unit: { __typename: 'Unit', id: 'u1', name: '综合窗口' },
  acceptUnits: [{ __typename: 'Unit', id: 'u1', name: '综合窗口' }],
  units: [{ __typename: 'Unit', id: 'u1', name: '综合窗口' }],
  viewerCanAcceptCases: true,
  viewerCanEditCalendar: false,
  viewerCanEditOrganisation: false,
  viewerCanEditServicePoints: false,
  viewerCanSeeBoard: false,
  viewerCanAdministerAccounts: false,
  viewerCanReadAudit: false,
}

const district = { __typename: 'District' as const, code: '511602', name: '示范区', zone: 'Asia/Shanghai', today: '2026-11-22', subDistricts: [] }

/** What the server would answer to every query of a screen. */
export type Answer = { data: unknown } | { code: string; errorId?: string } | 'waiting' | 'offline'

function resultOf(answer: Exclude<Answer, 'waiting'>) {
  if (answer === 'offline') return { error: new CombinedError({ networkError: new Error('offline') }) }
  if ('data' in answer) return { data: answer.data }
  const { code, errorId } = answer
  return { error: new CombinedError({ graphQLErrors: [{ message: code, extensions: { code, errorId } }] }) }
}

export interface AskedQuery {
  variables: Record<string, unknown>
}

/** Renders a screen below a signed-in viewer, with an urql client that gives one answer; without styles, which jsdom looks
 * through at every question for a role. */
export function show(screen: ReactNode, answer: Answer, options: { viewer?: Partial<Viewer>; search?: string } = {}) {
  const asked: AskedQuery[] = []
  const executeQuery = (request: AskedQuery) => {
    asked.push(request)
    if (answer === 'waiting') return never
    return merge([fromValue({ stale: false, hasNext: false, ...resultOf(answer) }), never])
  }
  const client = { executeQuery, executeMutation: () => never, executeSubscription: () => never } as unknown as Client
  render(
    <Provider value={client}>
      <ViewerProvider value={{ viewer: { ...clerk, ...options.viewer }, district }}>
        <MemoryRouter>
          <ConfigProvider theme={{ zeroRuntime: true }} button={{ autoInsertSpace: false }}>
            <NuqsTestingAdapter searchParams={options.search}>{screen}</NuqsTestingAdapter>
          </ConfigProvider>
        </MemoryRouter>
      </ViewerProvider>
    </Provider>,
  )
  return { asked }
}
