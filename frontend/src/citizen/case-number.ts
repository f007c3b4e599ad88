const DIGITS = 19
const GROUPS = [6, 6, 6, 1]

/** What somebody typed or scanned, without spaces and dashes; full-width digits become plain ones. */
export function bareDigits(typed: string): string {
  return typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000·・\-－–—_.]/g, '')
}

/** ISO 7064 MOD 11,10: one wrong digit and nearly every swap of neighbours is seen. */
export function checkDigitFits(number: string): boolean {
  if (!/^\d+$/.test(number)) return false
  let product = 10
  for (const digit of number.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return (product + Number(number.slice(-1))) % 10 === 1
}

/** What is wrong with a bare number before anybody is asked; it tells nothing about which cases exist. */
export function numberFault(number: string): 'numberLength' | 'numberDigit' | undefined {
  if (!/^\d+$/.test(number) || number.length !== DIGITS) return 'numberLength'
  return checkDigitFits(number) ? undefined : 'numberDigit'
}

/** As printed on the receipt: district, day, sequence, check digit. */
export function grouped(number: string): string {
  let at = 0
  const parts = GROUPS.map((size) => number.slice(at, (at += size)))
  return [...parts, number.slice(at)].filter(Boolean).join(' ')
}

export const districtOf = (number: string): string => number.slice(0, 6)
