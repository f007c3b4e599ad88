import { describe, expect, it } from 'vitest'
import { bareDigits, checkDigitFits, districtOf, grouped, numberFault } from './case-number'

describe('a case number', () => {
  it('is accepted by the check digit of ISO 7064 MOD 11,10 (the standard’s own example: 0794 → 5)', () => {
    expect(checkDigitFits('07945')).toBe(true)
    expect([...'0123456789'].filter((digit) => checkDigitFits(`0794${digit}`))).toEqual(['5'])
  })

  it('has exactly one fitting check digit', () => {
    for (const body of ['511602261122000001', '511602261122000002', '999999991231999999']) {
      expect([...'0123456789'].filter((digit) => checkDigitFits(body + digit))).toHaveLength(1)
    }
  })

  it('betrays every single wrong digit', () => {
    const body = '511602261122000123'
    const number = body + [...'0123456789'].find((digit) => checkDigitFits(body + digit))
    for (let at = 0; at < number.length; at++) {
      for (const digit of '0123456789') {
        if (digit === number[at]) continue
        expect(checkDigitFits(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false)
      }
    }
  })

  it('may be typed with spaces, dashes and full-width digits', () => {
    expect(bareDigits(' 511602 261122-000123　４ ')).toBe('5116022611220001234')
  })

  it('is shown in the groups of the receipt', () => {
    expect(grouped('5116022611220001234')).toBe('511602 261122 000123 4')
    expect(grouped('5116')).toBe('5116')
  })

  it('names its district', () => {
    expect(districtOf('5116022611220001234')).toBe('511602')
  })

  it('is told apart as too short or miscopied', () => {
    const body = '511602261122000123'
    const fits = body + [...'0123456789'].find((digit) => checkDigitFits(body + digit))
    expect(numberFault(fits)).toBeUndefined()
    expect(numberFault(body)).toBe('numberLength')
    expect(numberFault('')).toBe('numberLength')
    expect(numberFault(`${body}x`)).toBe('numberLength')
    expect(numberFault(body + ((Number(fits.slice(-1)) + 1) % 10))).toBe('numberDigit')
  })
})
