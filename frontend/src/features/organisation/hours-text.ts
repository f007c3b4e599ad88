import type { TFunction } from 'i18next'

export interface Hours {
  weekday: number
  opens: string
  closes: string
}

/** 周一至周五 09:00–12:00 14:00–17:30; days with the same hours are told together. */
export function hoursText(hours: readonly Hours[], t: TFunction): string {
  const spans = new Map<number, string>()
  for (const { weekday, opens, closes } of hours) {
    spans.set(weekday, [spans.get(weekday), `${opens}–${closes}`].filter(Boolean).join(' '))
  }
  const groups: { first: number; last: number; text: string }[] = []
  for (const [day, text] of [...spans].sort(([a], [b]) => a - b)) {
    const before = groups.at(-1)
    if (before && before.last === day - 1 && before.text === text) before.last = day
    else groups.push({ first: day, last: day, text })
  }
  const name = (day: number) => t(`organisation.weekdays.${day}`)
  return groups
    .map(({ first, last, text }) => `${first === last ? name(first) : t('organisation.weekdaySpan', { first: name(first), last: name(last) })} ${text}`)
    .join(t('pairs.next'))
}

/** What most halls keep. */
export const OFFICE_HOURS: Hours[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '12:00' },
  { weekday, opens: '13:30', closes: '17:00' },
])
