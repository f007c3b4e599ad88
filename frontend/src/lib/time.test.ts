import { describe, expect, it } from 'vitest'
import { dayOf, formatDay, formatInstant, formatMonth, lastDayBefore, nextDay } from './time'

describe('times on the screen', () => {
  it('are the district\'s, not the browser\'s: an evening in UTC is the next morning in Shanghai', () => {
    expect(formatInstant('2026-10-11T17:30:00Z')).toBe('2026-10-12 01:30')
    expect(dayOf('2026-10-11T17:30:00Z')).toBe('2026-10-12')
  })

  it('show midnight as 00, not 24', () => {
    expect(formatInstant('2026-10-11T16:00:00Z')).toBe('2026-10-12 00:00')
  })

  it('name the weekday of a day in the chosen language', () => {
    expect(formatDay('2026-10-12', 'zh')).toBe('2026-10-12 周一')
    expect(formatDay('2026-10-12', 'en')).toBe('2026-10-12 Mon')
  })

  it('name the last day of a span that ends where the next day begins', () => {
    expect(lastDayBefore('2026-11-24T16:00:00Z')).toBe('2026-11-24')
  })

  it('know the day after, over a month and a year', () => {
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
  })

  it('name a month', () => {
    expect(formatMonth('2026-10-01', 'zh')).toBe('2026年10月')
    expect(formatMonth('2026-10-01', 'en')).toBe('October 2026')
  })
})
