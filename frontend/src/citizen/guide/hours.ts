import type { Language } from '../language'

interface Span {
  weekday: number
  opens: string
  closes: string
}

const DAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** 周一至周五 09:00–12:00、13:30–17:00；周六 09:00–12:00. Days with the same hours that follow each other are one. */
export function hoursText(spans: readonly Span[], language: Language): string {
  const days = DAYS[language]
  const groups: { from: number; to: number; hours: string }[] = []
  for (let day = 1; day <= 7; day++) {
    const hours = spans
      .filter(({ weekday }) => weekday === day)
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(language === 'zh' ? '、' : ', ')
    const last = groups[groups.length - 1]
    if (last && last.hours === hours && last.to === day - 1) last.to = day
    else groups.push({ from: day, to: day, hours })
  }
  return groups
    .filter(({ hours }) => hours)
    .map(({ from, to, hours }) => `${days[from - 1]}${from === to ? '' : `${language === 'zh' ? '至' : '–'}${days[to - 1]}`} ${hours}`)
    .join(language === 'zh' ? '；' : '; ')
}
