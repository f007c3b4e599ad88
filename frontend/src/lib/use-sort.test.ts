import { describe, expect, it } from 'vitest'
import { nextSort, sorted, sortOf } from './use-sort'

interface Line {
  name: string
  count: string
  at?: string
}

const columns = [
  { key: 'name', title: '名称', text: (row: Line) => row.name },
  { key: 'count', title: '件数', numeric: true, text: (row: Line) => row.count },
  { key: 'at', title: '时间', text: () => '昨天', by: (row: Line) => row.at ?? '' },
]
const rows: Line[] = [
  { name: '住建局', count: '9', at: '2026-03-01' },
  { name: '民政局', count: '—' },
  { name: '第10号', count: '100', at: '2026-01-01' },
  { name: '第9号', count: '20', at: '2026-02-01' },
]
const names = (sort: string) => sorted(columns, rows, sortOf(sort, ['name', 'count', 'at'])).map(({ name }) => name)

describe('the order of a list', () => {
  it('is what the address says, of the columns the list has', () => {
    expect(sortOf('name.desc', ['name'])).toEqual({ key: 'name', descending: true })
    expect(sortOf('name', ['name'])).toEqual({ key: 'name', descending: false })
    expect(sortOf('gone.desc', ['name'])).toBeNull()
    expect(sortOf(null, ['name'])).toBeNull()
  })

  it('goes from rising to falling to the usual one', () => {
    expect(nextSort(null, 'name')).toBe('name')
    expect(nextSort({ key: 'name', descending: false }, 'name')).toBe('name.desc')
    expect(nextSort({ key: 'name', descending: true }, 'name')).toBeNull()
    expect(nextSort({ key: 'name', descending: true }, 'count')).toBe('count')
  })

  it('puts Chinese words by pinyin and the numbers in them by size', () => {
    expect(names('name')).toEqual(['第9号', '第10号', '民政局', '住建局'])
  })

  it('puts figures by size, and what has none last both ways', () => {
    expect(names('count')).toEqual(['住建局', '第9号', '第10号', '民政局'])
    expect(names('count.desc')).toEqual(['第10号', '第9号', '住建局', '民政局'])
  })

  it('goes by the moment where the words do not tell it', () => {
    expect(names('at')).toEqual(['第10号', '第9号', '住建局', '民政局'])
  })
})
