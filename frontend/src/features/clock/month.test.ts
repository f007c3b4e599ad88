import { describe, expect, it } from 'vitest'
import { kindOf, weeksOf } from './month'

const special = { day: '2026-10-10', off: false, name: '国庆调休', byLaw: false, local: false, paper: null, version: null }

describe('a month of the calendar', () => {
  it('starts its weeks on Monday and has every day once', () => {
    const weeks = weeksOf(2026, 11)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeks.flat().filter(Boolean)).toHaveLength(30)
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
  })

  it('knows the leap day', () => {
    expect(weeksOf(2028, 2).flat()).toContain('2028-02-29')
  })
})

describe('the kind of a day', () => {
  it('is weekend or ordinary when nothing special is declared', () => {
    expect(kindOf('2026-11-22', undefined)).toBe('weekend')
    expect(kindOf('2026-11-23', undefined)).toBe('ordinary')
  })

  it('tells make-up days, holidays and holidays by law apart', () => {
    expect(kindOf('2026-10-10', special)).toBe('makeUpDay')
    expect(kindOf('2026-10-01', { ...special, off: true })).toBe('offDay')
    expect(kindOf('2027-01-01', { ...special, off: true, byLaw: true })).toBe('byLaw')
  })

  it('lets the district\'s own day win', () => {
    expect(kindOf('2026-10-10', { ...special, local: true, off: true })).toBe('localOff')
    expect(kindOf('2026-10-10', { ...special, local: true })).toBe('localWork')
  })
})
