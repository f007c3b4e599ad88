import { describe, expect, it } from 'vitest'
import { choose, headerNames, samples, setConstant, withoutCell } from './mapping'

const lines = [
  { number: 1, cells: ['某区一览表'] },
  { number: 2, cells: ['序号', '单位 名称', '联系方式', null] },
  { number: 3, cells: [null, null, '联系人', '电话'] },
  { number: 4, cells: ['1', '区民政局', '王小明', null] },
  { number: 5, cells: ['2', '区财政局', null, '028'] },
]

describe('a header', () => {
  it('of two merged lines names each cell', () => {
    expect(headerNames(lines, 2, 3)).toEqual(['序号', '单位名称', '联系方式/联系人', '联系方式/电话'])
  })

  it('of one line stands alone', () => {
    expect(headerNames(lines, 2, 2)).toEqual(['序号', '单位名称', '联系方式', ''])
  })

  it('is illustrated by what stands below it', () => {
    expect(samples(lines, 3, 1)).toBe('区民政局 | 区财政局')
    expect(samples(lines, 3, 3)).toBe('028')
  })
})

describe('choosing a column', () => {
  const chosen = [{ index: 1, key: 'name', fillDown: false }]

  it('takes it from the cell that had it', () => {
    expect(choose(chosen, 2, 'name')).toEqual([{ index: 2, key: 'name', fillDown: false }])
  })

  it('and choosing none sets the cell free', () => {
    expect(choose(chosen, 1, '')).toEqual([])
  })
})

it('a column that no cell means may get one value for all lines, and loses it again', () => {
  const columns = [{ key: 'name' }, { key: 'source' }]
  expect(withoutCell(columns, [{ index: 0, key: 'name', fillDown: false }])).toEqual([{ key: 'source' }])
  const given = setConstant([], 'source', '省平台')
  expect(given).toEqual([{ key: 'source', value: '省平台' }])
  expect(setConstant(given, 'source', '')).toEqual([])
})
