import { describe, expect, it } from 'vitest'
import { ActionKey } from './idempotency'

describe('the idempotency key of an action', () => {
  it('stays the same while nobody knows whether the action happened', () => {
    const key = new ActionKey()
    const first = key.current()
    expect(key.current()).toBe(first)
  })

  it('is a new one after a definite answer', () => {
    const key = new ActionKey()
    const first = key.current()
    key.settle()
    expect(key.current()).not.toBe(first)
  })
})
