import { describe, expect, it } from 'vitest'
import { entriesOf, textOf } from './list-text'

describe('the entries of a list as text', () => {
  it('are one a line, apart by bars or by the tabs of a sheet', () => {
    expect(entriesOf('项目核准 | 区发改局 | 条例\n\n项目备案\t区经信局\t\t\tB-2')).toEqual([
      { name: '项目核准', unitName: '区发改局', basis: '条例', content: '', code: '' },
      { name: '项目备案', unitName: '区经信局', basis: '', content: '', code: 'B-2' },
    ])
  })

  it('come back as they were', () => {
    const text = '项目核准 | 区发改局 | 条例\n项目备案 | 区经信局 |  |  | B-2'
    expect(textOf(entriesOf(text))).toBe(text)
  })
})
