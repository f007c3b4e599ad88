import type { Language } from './language'

const WEEKDAYS = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** China keeps one time the year round, so no time zone data is needed (old phones lack it). */
const SHANGHAI_MS = 8 * 3_600_000

const utc = (day: string) => new Date(`${day}T00:00:00Z`)

export const weekday = (day: string, language: Language): string => WEEKDAYS[language][utc(day).getUTCDay()] ?? ''

/** `2026-10-12` → 2026年10月12日 星期一 */
export function dayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number)
  return language === 'zh'
    ? `${year}年${month}月${date}日 ${weekday(day, language)}`
    : `${weekday(day, language)}, ${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

function shanghai(instant: string | number): string {
  return new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString()
}

/** An instant's day in China. */
export const dayOf = (instant: string | number): string => shanghai(instant).slice(0, 10)

/** `09:30` in China. */
export const timeOf = (instant: string | number): string => shanghai(instant).slice(11, 16)

export const momentInWords = (instant: string, language: Language): string =>
  `${dayInWords(dayOf(instant), language)} ${timeOf(instant)}`

export const today = (): string => dayOf(Date.now())
