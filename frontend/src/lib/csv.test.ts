import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

const columns = [
  { title: '编号', text: (row: { number: string; name: string }) => row.number },
  { title: '名称', text: (row: { number: string; name: string }) => row.name },
]
const linesOf = (csv: string) => csv.slice(1).trimEnd().split('\r\n')

describe('the CSV export', () => {
  it('begins with a byte order mark, so that Excel shows Chinese', () => {
    expect(toCsv(columns, []).startsWith('\uFEFF编号,名称')).toBe(true)
  })

  it('writes the rows and columns it was given, in their order', () => {
    const csv = toCsv(columns, [{ number: '2', name: '乙' }, { number: '1', name: '甲' }])
    expect(linesOf(csv)).toEqual(['编号,名称', '2,乙', '1,甲'])
  })

  it('quotes commas, quotes and line breaks', () => {
    const csv = toCsv(columns, [{ number: '1', name: 'a,"b"\nc' }])
    expect(csv).toContain('1,"a,""b""\nc"')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])('makes %j text that no spreadsheet runs', (name) => {
    expect(linesOf(toCsv(columns, [{ number: '1', name }]))[1]).toContain(`'${name}`)
  })
})
