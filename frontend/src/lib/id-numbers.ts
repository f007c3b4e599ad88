export type IdNumberFault = 'length' | 'characters' | 'birthDate' | 'checkDigit'

const CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CARD_CHECKS = '10X98765432'
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const weighted = (values: number[], weights: number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0)

/** Upper case, without the spaces people read a number aloud with. */
export const normaliseIdNumber = (text: string) => text.replace(/\s+/g, '').toUpperCase()

function isPastDay(text: string, today: string): boolean {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '1850-01-01' && day <= today
}

/** Citizen identity number, GB 11643-1999: 17 digits and a check character by ISO 7064 MOD 11-2. */
export function identityCardFault(text: string, today: string): IdNumberFault | null {
  const number = normaliseIdNumber(text)
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters'
  if (!isPastDay(number.slice(6, 14), today)) return 'birthDate'
  const sum = weighted([...number.slice(0, 17)].map(Number), CARD_WEIGHTS)
  return CARD_CHECKS[sum % 11] === number[17] ? null : 'checkDigit'
}

/** Unified social credit code, GB 32100-2015: 17 characters without I, O, S, V, Z and a check character modulo 31. */
export function usccFault(text: string): IdNumberFault | null {
  const number = normaliseIdNumber(text)
  if (number.length !== 18) return 'length'
  const values = [...number].map((character) => USCC_ALPHABET.indexOf(character))
  if (values.includes(-1)) return 'characters'
  const check = (31 - (weighted(values, USCC_WEIGHTS) % 31)) % 31
  return values[17] === check ? null : 'checkDigit'
}
