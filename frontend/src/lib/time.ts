/** Days and instants as the district sees them, whatever zone the browser's computer is set to. */
export const DISTRICT_ZONE = 'Asia/Shanghai'

const localeOf = (language: string) => (language.startsWith('en') ? 'en-GB' : 'zh-CN')

const asUtcDay = (day: string) => new Date(`${day}T00:00:00Z`)

function partsOf(at: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
}

/** 2026-10-12 09:30 */
export function formatInstant(iso: string, zone: string = DISTRICT_ZONE): string {
  const { year, month, day, hour, minute } = partsOf(new Date(iso), zone)
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** The day of an instant in the district's zone: 2026-10-12 */
export const dayOf = (iso: string, zone: string = DISTRICT_ZONE) => formatInstant(iso, zone).slice(0, 10)

/** The last day before a boundary such as a due instant, which is the start of the day after. */
export const lastDayBefore = (iso: string, zone: string = DISTRICT_ZONE) =>
  dayOf(new Date(Date.parse(iso) - 1).toISOString(), zone)

export const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function weekdayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', weekday: 'short' }).format(asUtcDay(day))
}

/** 2026-10-12 周一 */
export const formatDay = (day: string, language: string) => `${day} ${weekdayOf(day, language)}`

/** 2026年10月, October 2026 */
export function formatMonth(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(asUtcDay(day))
}

/** Today in the district's zone by this computer's clock, for first values only; the server's today is the truth. */
export const todayHere = () => dayOf(new Date().toISOString())
