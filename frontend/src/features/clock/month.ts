import type { CalendarFactsFragment } from '@/gql/staff/graphql'

export type SpecialDay = Omit<CalendarFactsFragment['days'][number], '__typename'>

export type DayKind = 'ordinary' | 'weekend' | 'offDay' | 'byLaw' | 'makeUpDay' | 'localOff' | 'localWork'

/** The days of a month in weeks from Monday; null before its first and after its last day. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const lead = (first.getUTCDay() + 6) % 7
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, cell) => {
    const day = cell - lead + 1
    if (day < 1 || day > length) return null
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export function kindOf(day: string, special: SpecialDay | undefined): DayKind {
  if (!special) return isWeekend(day) ? 'weekend' : 'ordinary'
  if (special.local) return special.off ? 'localOff' : 'localWork'
  if (!special.off) return 'makeUpDay'
  return special.byLaw ? 'byLaw' : 'offDay'
}
