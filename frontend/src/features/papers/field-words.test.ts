import { describe, expect, it } from 'vitest'
import { inNames, inWords } from './field-words'

const fields = [
  { name: 'applicant', label: '申请人' },
  { name: 'agentId', label: '代办人证件号码（部分隐去）' },
]
const kept = '{applicant}：\n> {agentId}\n{somebody} { } {'

describe('a template’s fields', () => {
  it('are read in Chinese and kept under their names', () => {
    const read = inWords(kept, fields)
    expect(read).toBe('{申请人}：\n> {代办人证件号码（部分隐去）}\n{somebody} { } {')
    expect(inNames(read, fields)).toBe(kept)
  })

  it('may be typed under their names too; what names none stays as it was typed', () => {
    expect(inNames('{申请人} {applicant} {姓名}', fields)).toBe('{applicant} {applicant} {姓名}')
  })
})
