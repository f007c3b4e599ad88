import { describe, expect, it } from 'vitest'
import { fitted } from './shrink'

describe('a photo made smaller', () => {
  it('keeps its shape', () => {
    expect(fitted(4000, 3000, 2000)).toEqual([2000, 1500])
    expect(fitted(3000, 4000, 2000)).toEqual([1500, 2000])
  })
  it('is never enlarged, and never vanishes', () => {
    expect(fitted(640, 480, 2000)).toEqual([640, 480])
    expect(fitted(20_000, 2, 2000)).toEqual([2000, 1])
  })
})
