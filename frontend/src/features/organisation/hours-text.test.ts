import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { hoursText, OFFICE_HOURS } from './hours-text'

const t = ((key: string, values?: Record<string, string>) =>
  key === 'pairs.next' ? '；' : values ? `${values.first}-${values.last}` : key.split('.').at(-1)) as unknown as TFunction

describe('opening hours in words', () => {
  it('tells days with the same hours together', () => {
    expect(hoursText(OFFICE_HOURS, t)).toBe('1-5 09:00–12:00 13:30–17:00')
  })

  it('keeps a gap and a day of its own apart', () => {
    const hours = [
      { weekday: 6, opens: '10:00', closes: '12:00' },
      { weekday: 1, opens: '09:00', closes: '17:00' },
      { weekday: 3, opens: '09:00', closes: '17:00' },
    ]
    expect(hoursText(hours, t)).toBe('1 09:00–17:00；3 09:00–17:00；6 10:00–12:00')
  })

  it('says nothing of a point without hours', () => {
    expect(hoursText([], t)).toBe('')
  })
})
