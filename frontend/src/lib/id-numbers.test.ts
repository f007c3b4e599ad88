import { describe, expect, it } from 'vitest'
import { identityCardFault, normaliseIdNumber, usccFault } from './id-numbers'

const today = '2026-11-22'

describe('an identity card number (GB 11643)', () => {
  it('is accepted when its check character fits', () => {
    expect(identityCardFault('11010519491231002X', today)).toBeNull()
    expect(identityCardFault('440524188001010014', today)).toBeNull()
  })

  it('is accepted with spaces and a small x, as people type it', () => {
    expect(identityCardFault('110105 19491231 002x', today)).toBeNull()
    expect(normaliseIdNumber(' 110105 002x ')).toBe('110105002X')
  })

  it('is refused when one digit is wrong', () => {
    expect(identityCardFault('110105194912310021', today)).toBe('checkDigit')
    expect(identityCardFault('11010519491230002X', today)).toBe('checkDigit')
  })

  it('is refused when the birthday does not exist or has not come yet', () => {
    expect(identityCardFault('11010519490231002X', today)).toBe('birthDate')
    expect(identityCardFault('11010520991231002X', today)).toBe('birthDate')
  })

  it('is refused when it is too short or has letters', () => {
    expect(identityCardFault('110105491231002', today)).toBe('length')
    expect(identityCardFault('11010519491231A02X', today)).toBe('characters')
  })
})

describe('a unified social credit code (GB 32100)', () => {
  it('is accepted when its check character fits', () => {
    expect(usccFault('91350100M000100Y43')).toBeNull()
    expect(usccFault('9135 0100 M000 100Y 43')).toBeNull()
  })

  it('is refused when one character is wrong', () => {
    expect(usccFault('91350100M000100Y44')).toBe('checkDigit')
  })

  it('is refused with a letter that the standard leaves out', () => {
    expect(usccFault('91350100I000100Y43')).toBe('characters')
  })

  it('is refused when it is a 15-digit registration number', () => {
    expect(usccFault('350100400000123')).toBe('length')
  })
})
