import { describe, expect, it } from 'vitest'
import { passwordFault } from './password-rules'

describe('a new password', () => {
  it('is fine with ten characters of three kinds', () => {
    expect(passwordFault('abcDEF1234', 'clerk')).toBeNull()
  })

  it('is refused when it is short, of too few kinds, or holds the login name', () => {
    expect(passwordFault('abC1', 'clerk')).toBe('passwordLength')
    expect(passwordFault('abcdefghij1', 'clerk')).toBe('passwordKinds')
    expect(passwordFault('Clerk-12345', 'clerk')).toBe('passwordLoginName')
  })
})
