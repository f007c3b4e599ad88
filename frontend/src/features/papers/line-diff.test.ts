import { describe, expect, it } from 'vitest'
import { lineDiff } from './line-diff'

const marks = (before: string, after: string) => lineDiff(before, after).map((line) => `${{ both: ' ', before: '-', after: '+' }[line.in]}${line.text}`)

describe('two texts line by line', () => {
  it('keep what both have, in its order', () => {
    expect(marks('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d'])
  })
  it('are alike, or wholly others', () => {
    expect(marks('a\nb', 'a\nb')).toEqual([' a', ' b'])
    expect(marks('a', 'b')).toEqual(['-a', '+b'])
  })
})
