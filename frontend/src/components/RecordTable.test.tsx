import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useSorted } from '@/lib/use-sort'
import { show } from '@/test-app'
import { RecordTable, type Column } from './RecordTable'

const rows = [
  { id: '1', name: '乙', count: 3 },
  { id: '2', name: '甲', count: 20 },
]
const columns: Column<(typeof rows)[number]>[] = [
  { key: 'name', title: '名称', text: (row) => row.name },
  { key: 'count', title: '件数', numeric: true, text: (row) => String(row.count) },
  { key: 'actions', title: '操作', action: true, text: () => '' },
]

function List() {
  const list = useSorted(columns, rows)
  return <RecordTable caption="清单" columns={columns} rows={list.rows} rowKey={(row) => row.id} order={list.order} />
}

const counts = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell')[1]?.textContent)

describe('a table that can be put in order', () => {
  it('does it by the keyboard and says which way', async () => {
    show(<List />, { data: {} })
    expect(counts()).toEqual(['3', '20'])
    const heading = screen.getByRole('button', { name: '件数' })
    heading.focus()
    await userEvent.keyboard('{Enter}{Enter}')
    expect(counts()).toEqual(['20', '3'])
    expect(screen.getByRole('columnheader', { name: '件数' })).toHaveAttribute('aria-sort', 'descending')
    await userEvent.keyboard('{Enter}')
    expect(counts()).toEqual(['3', '20'])
    expect(screen.getByRole('columnheader', { name: '件数' })).not.toHaveAttribute('aria-sort')
  })

  it('takes the order from the address', () => {
    show(<List />, { data: {} }, { search: '?sort=count.desc' })
    expect(counts()).toEqual(['20', '3'])
  })

  it('has no button over the buttons, and a choice for a phone', async () => {
    show(<List />, { data: {} })
    expect(screen.queryByRole('button', { name: '操作' })).toBeNull()
    await userEvent.selectOptions(screen.getByLabelText('排序'), '件数 ↓')
    expect(counts()).toEqual(['20', '3'])
  })
})
