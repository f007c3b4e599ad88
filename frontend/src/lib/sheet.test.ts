import { expect, it } from 'vitest'
import { sheetOf } from './sheet'

it('a sheet has the columns that are shown, without the buttons, and the same words', () => {
  const columns = [
    { key: 'name', title: '事项', text: (row: { name: string; n: number }) => row.name },
    { key: 'n', title: '件数', numeric: true, text: (row: { n: number }) => String(row.n) },
    { key: 'actions', title: '操作', text: () => '', action: true },
  ]
  expect(sheetOf('待办', columns, [{ name: '甲', n: 2 }])).toEqual({
    name: '待办',
    columns: [
      { title: '事项', numeric: false },
      { title: '件数', numeric: true },
    ],
    rows: [['甲', '2']],
  })
})
