import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en, zh } from './words'

type Words = { [key: string]: unknown }

const keysOf = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? keysOf(value as Words, `${prefix}${key}.`) : [`${prefix}${key}`],
  )

const textsOf = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'object' && value !== null ? textsOf(value as Words) : [String(value)]))

/** Beside a Chinese character; within numbers, codes and addresses they stay as they are. */
const HALF_WIDTH = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|[”」》}][,;:?!]|\p{Script=Han}.*\([^()]*\p{Script=Han}|\([^()]*\p{Script=Han}[^()]*\)/u

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

  it('have the punctuation of Chinese where they are Chinese', () => {
    expect(HALF_WIDTH.test('已保存,立即生效')).toBe(true)
    expect(HALF_WIDTH.test('时限(工作日)')).toBe(true)
    expect(HALF_WIDTH.test('「{{status}}」,不能')).toBe(true)
    expect(HALF_WIDTH.test('对象，如 case:123；10:30（含）')).toBe(false)
    expect(textsOf(zh).filter((text) => HALF_WIDTH.test(text) && /\p{Script=Han}/u.test(text))).toEqual([])
  })
})
