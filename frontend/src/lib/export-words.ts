import { formatMonth, weekdayOf } from './time'

/** Words by column and code, for a file that the server writes as the screen would. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** "1" to "7": Monday to Sunday. */
export const weekdayWords = (language: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 7 }, (_, place) => [String(place + 1), weekdayOf(`2024-01-0${place + 1}`, language)]))

/** "1" to "12", with {year} in the year's place. */
export const monthWords = (language: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, place) => [String(place + 1), formatMonth(`2024-${String(place + 1).padStart(2, '0')}-01`, language).replace('2024', '{year}')]),
  )
