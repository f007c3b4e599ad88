import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link, useLocation, useNavigate } from 'react-router'
import { describe, expect, it } from 'vitest'
import { show } from '@/test-app'
import { ListViews } from './ListViews'

const view = { __typename: 'SavedView', id: 'v1', name: '我的红灯', audience: 'ROLE', role: 'WINDOW_CLERK', query: 'light=RED&sort=due.desc', isDefault: true, version: 3, viewerCanChange: true }
const columns = [{ key: 'due', title: '到期日' }]

function Address() {
  const navigate = useNavigate()
  return (
    <>
      <output>{useLocation().search}</output>
      <button type="button" onClick={() => void navigate('?', { replace: true })}>
        去掉最后一个筛选
      </button>
      <Link to="/">菜单里的列表</Link>
    </>
  )
}

const list = () =>
  show(
    <>
      <ListViews list="queue" columns={columns} />
      <Address />
    </>,
    { data: { savedViews: [view] } },
  )
const address = () => screen.getByRole('status').textContent

describe('views of a list', () => {
  it('the default opens with the list, with its order, and again when the list is opened anew', async () => {
    list()
    await waitFor(() => expect(address()).toBe('?light=RED&sort=due.desc'))
    await userEvent.click(screen.getByRole('link', { name: '菜单里的列表' }))
    await waitFor(() => expect(address()).toBe('?light=RED&sort=due.desc'))
  })

  it('who takes the last filter off gets the whole list', async () => {
    list()
    await waitFor(() => expect(address()).toBe('?light=RED&sort=due.desc'))
    await userEvent.click(screen.getByRole('button', { name: '去掉最后一个筛选' }))
    await waitFor(() => expect(address()).toBe(''))
    expect(screen.getByLabelText('视图')).toHaveValue('')
  })

  it('asks before one is removed, and says that others lose it too', async () => {
    list()
    await userEvent.click(await screen.findByRole('button', { name: '删除视图' }))
    const window = await screen.findByRole('dialog')
    expect(within(window).getByText('删除视图“我的红灯”？')).toBeInTheDocument()
    expect(within(window).getByText(/共享视图/)).toBeInTheDocument()
  })
})
