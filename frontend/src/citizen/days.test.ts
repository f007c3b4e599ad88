import { describe, expect, it } from 'vitest'
import { dayInWords, dayOf, momentInWords, timeOf, weekday } from './days'

describe('a day in words', () => {
  it('has its weekday, in either language', () => {
    expect(dayInWords('2026-10-12', 'zh')).toBe('2026年10月12日 星期一')
    expect(dayInWords('2026-10-12', 'en')).toBe('Monday, 12 October 2026')
    expect(weekday('2026-11-22', 'zh')).toBe('星期日')
  })

  it('is the day in China, wherever the phone is', () => {
    expect(dayOf('2026-11-22T16:30:00Z')).toBe('2026-11-23')
    expect(timeOf('2026-11-22T16:30:00Z')).toBe('00:30')
    expect(dayOf('2026-11-22T23:59:00+08:00')).toBe('2026-11-22')
    expect(momentInWords('2026-11-22T01:05:00Z', 'zh')).toBe('2026年11月22日 星期日 09:05')
  })
})
