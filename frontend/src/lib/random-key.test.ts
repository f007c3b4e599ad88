import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomKey } from './random-key'

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('a random key', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is a version 4 UUID', () => {
    expect(randomKey()).toMatch(uuid4)
  })

  it('is one on plain http too, where randomUUID is missing', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    expect(randomKey()).toMatch(uuid4)
    expect(randomKey()).not.toBe(randomKey())
  })
})
