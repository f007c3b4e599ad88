import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en, zh } from './words'

type Words = { [key: string]: unknown }

const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? keysOf(value as Words, `${prefix}${key}.`) : [`${prefix}${key}`],
  )

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(gql|citizen)|\.test\./.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))

const used = [...new Set(sources.flatMap((text) => [...text.matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? '')))]

describe('the words of the screens', () => {
  const chinese = new Set(keysOf(zh))

  it('exist in English for every Chinese one; only refusals, which the server words in Chinese, have English alone', () => {
    const english = keysOf(en).filter((key) => !key.startsWith('refusals.codes.'))
    expect(english.sort()).toEqual([...chinese].sort())
  })

  it('exist for every key that a screen names', () => {
    const missing = used.filter((key) => !chinese.has(key) && ![...chinese].some((known) => known.startsWith(`${key}.`)))
    expect(used.length).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })
})
