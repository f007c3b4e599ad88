import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import { AcceptForm } from './AcceptForm'

const item = {
  id: 'i1',
  code: 'SF-1',
  name: '食品经营许可',
  department: { id: 'u7', name: '区市场监管局' },
  promisedLimit: 5,
  statutoryLimit: 20,
  limitUnit: 'WORKING_DAYS',
  demo: false,
  cancelledOn: null,
  acceptancePoints: [{ id: 'u1' }],
  materials: [{ id: 'm1', seq: 1, name: '申请书', required: true, reuse: false }],
}
const answer = { data: { items: { nodes: [item] }, item, itemHandling: null, itemDecisionsToJudge: [] } }

describe('accepting by keyboard', () => {
  it('Ctrl+Enter in the item’s field hands in and does not open its list again', async () => {
    show(<AcceptForm onAccepted={() => undefined} />, answer)
    const picker = screen.getByRole('combobox', { name: /事项/ })
    await userEvent.type(picker, '食品')
    await userEvent.click(await screen.findByText('区市场监管局 · SF-1'))
    await screen.findByRole('heading', { name: '申请人' })
    expect(picker).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect((await screen.findAllByText('请选择收取情况')).length).toBeGreaterThan(0)
    expect(picker).toHaveAttribute('aria-expanded', 'false')
  })
})
