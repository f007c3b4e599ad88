import { describe, expect, it } from 'vitest'
import { hoursText } from './hours'

const week = (days: number[], ...spans: [string, string][]) => days.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })))

describe('opening hours', () => {
  it('are told once for days that follow each other', () => {
    const spans = [...week([1, 2, 3, 4, 5], ['09:00', '12:00'], ['13:30', '17:00']), ...week([6], ['09:00', '12:00'])]
    expect(hoursText(spans, 'zh')).toBe('周一至周五 09:00–12:00、13:30–17:00；周六 09:00–12:00')
    expect(hoursText(spans, 'en')).toBe('Mon–Fri 09:00–12:00, 13:30–17:00; Sat 09:00–12:00')
  })
  it('of days apart are told apart, and none are none', () => {
    expect(hoursText(week([1, 3], ['09:00', '12:00']), 'zh')).toBe('周一 09:00–12:00；周三 09:00–12:00')
    expect(hoursText([], 'zh')).toBe('')
  })
})
