import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import QueueScreen from './QueueScreen'

const duty = {
  __typename: 'Duty',
  id: 'd1',
  label: '食品经营许可',
  light: 'RED',
  ownerUnit: { id: 'u1', name: '综合窗口' },
  budgetUnit: 'WORKING_DAYS',
  startedOn: '2026-12-25',
  dueOn: '2027-01-11',
  dueAt: '2027-01-11T16:00:00Z',
  provisional: true,
  case: {
    id: 'c1',
    number: '5116022612250000017',
    status: 'ACCEPTED',
    item: { id: 'i1', name: '食品经营许可' },
    applicant: { name: '王*明' },
  },
}
const queueOf = (nodes: unknown[]) => ({
  data: { units: [], duties: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length } },
})
const queueQuery = (asked: { variables: Record<string, unknown> }[]) => asked.find(({ variables }) => 'filter' in variables)

describe('the queue', () => {
  it('shows that it is loading', () => {
    show(<QueueScreen />, 'waiting')
    expect(screen.getByRole('status', { name: '正在载入' })).toBeInTheDocument()
  })

  it('says that nothing is waiting, and offers to accept a case', () => {
    show(<QueueScreen />, queueOf([]))
    expect(screen.getByText('没有待办')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '受理' })).toHaveAttribute('href', '/accept')
  })

  it('tells a fault with its number and tries again on request', async () => {
    const { asked } = show(<QueueScreen />, { code: 'INTERNAL', errorId: 'E-42' })
    expect(screen.getByRole('alert')).toHaveTextContent('E-42')
    const before = asked.length
    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(asked.length).toBeGreaterThan(before)
  })

  it('says so when the post does not open it', () => {
    show(<QueueScreen />, { code: 'FORBIDDEN' })
    expect(screen.getByText('没有权限')).toBeInTheDocument()
  })

  it('says when the server cannot be reached', () => {
    show(<QueueScreen />, 'offline')
    expect(screen.getByRole('alert')).toHaveTextContent('连不上服务器')
  })

  it('lists light, grouped number, masked applicant and due date with weekday, marked provisional', () => {
    show(<QueueScreen />, queueOf([duty]))
    const row = screen.getAllByRole('row')[1]
    expect(row).toHaveTextContent('超期')
    expect(row).toHaveTextContent('511602 261225 000001 7')
    expect(row).toHaveTextContent('王*明')
    expect(row).toHaveTextContent('2027-01-11 周一')
    expect(row).toHaveTextContent('暂定')
  })

  it('offers to give away what the server lets this viewer give, and asks for a colleague of the unit', async () => {
    const mine = { ...duty, viewerCanTransfer: true, version: 3, assignee: { id: 'a1', name: '张晓燕' } }
    const others = { ...duty, id: 'd2', viewerCanTransfer: false, version: 1, assignee: { id: 'a2', name: '王芳' } }
    const { asked } = show(<QueueScreen />, queueOf([mine, others]))
    const buttons = screen.getAllByRole('button', { name: '转交 食品经营许可' })
    expect(buttons).toHaveLength(1)
    await userEvent.click(screen.getByRole('button', { name: '转交 食品经营许可' }))
    expect(screen.getByRole('dialog')).toHaveTextContent('现由张晓燕承办')
    expect(asked.some(({ variables }) => variables.unitId === 'u1' && 'search' in variables)).toBe(true)
  })

  it('leaves out the columns that say nothing here; who holds it stays where it can be passed on', () => {
    show(<QueueScreen />, queueOf([duty]))
    expect(screen.queryByRole('columnheader', { name: '承办人' })).toBeNull()
    expect(screen.queryByRole('columnheader', { name: '标记' })).toBeNull()
    cleanup()
    show(<QueueScreen />, queueOf([{ ...duty, viewerCanTransfer: true, version: 3 }]))
    expect(screen.getByRole('columnheader', { name: '承办人' })).toBeInTheDocument()
    expect(screen.queryByRole('columnheader', { name: '标记' })).toBeNull()
  })

  it('names an alert by its case, a question as a question', () => {
    const alert = { ...duty, id: 'd3', kind: 'ALERT', about: 'a9', label: '预警答复 5116022612250000017 超过承诺时限', case: null }
    const question = { ...duty, id: 'd4', kind: 'CONSULTATION', about: 'q9', label: '咨询：食品经营许可', case: null }
    show(<QueueScreen />, queueOf([alert, question]))
    expect(screen.getByRole('link', { name: '511602 261225 000001 7' })).toHaveAttribute('href', '/alerts/a9')
    expect(screen.getByRole('cell', { name: '超过承诺时限 · 预警答复' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '咨询' })).toHaveAttribute('href', '/consultations/q9')
    expect(screen.getByRole('cell', { name: '食品经营许可 · 答复咨询' })).toBeInTheDocument()
  })

  it('says of a received case whose days are over that nobody has answered', () => {
    const received = { ...duty, kind: 'CASE_ACCEPTANCE', case: { ...duty.case, status: 'RECEIVED' } }
    const inTime = { ...received, id: 'd2', light: 'YELLOW' }
    show(<QueueScreen />, queueOf([received, inTime]))
    const [, late, other] = screen.getAllByRole('row')
    expect(late).toHaveTextContent('已收件 逾期未答复')
    expect(other).not.toHaveTextContent('逾期未答复')
  })

  it('asks for the own unit first', () => {
    const { asked } = show(<QueueScreen />, queueOf([]))
    expect(queueQuery(asked)?.variables).toMatchObject({ filter: { unitId: 'u1' } })
  })

  it('takes light and unit from the address, as the board links them', () => {
    const { asked } = show(<QueueScreen />, queueOf([]), { search: '?light=RED&unit=u7' })
    expect(queueQuery(asked)?.variables).toMatchObject({ filter: { light: 'RED', unitId: 'u7' } })
  })

  it('takes the kind from the address, and no kind that there is not', () => {
    const one = show(<QueueScreen />, queueOf([]), { search: '?kind=CASE_DELIVERY&unit=u7' })
    expect(queueQuery(one.asked)?.variables).toMatchObject({ filter: { kind: 'CASE_DELIVERY', unitId: 'u7' } })
    const other = show(<QueueScreen />, queueOf([]), { search: '?kind=NONSENSE&unit=u7' })
    expect(queueQuery(other.asked)?.variables).not.toMatchObject({ filter: { kind: 'NONSENSE' } })
  })

  it('asks for every unit when the viewer has none', () => {
    const { asked } = show(<QueueScreen />, queueOf([]), { viewer: { unit: null, units: [] } })
    expect(queueQuery(asked)?.variables).toMatchObject({ filter: { allUnits: true } })
  })
})
