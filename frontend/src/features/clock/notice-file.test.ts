import { describe, expect, it } from 'vitest'
import { noticeOf } from './notice-file'

const file = {
  year: 2027,
  papers: ['国办发明电〔2026〕7号'],
  days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
}

describe('the file of a yearly notice', () => {
  it('is read as it is passed around', () => {
    expect(noticeOf(JSON.stringify(file))).toEqual({
      year: 2027,
      paper: '国办发明电〔2026〕7号',
      days: [{ day: '2027-01-01', off: true, name: '元旦' }],
    })
  })

  it('publishes nothing without papers, without days or with a malformed day', () => {
    expect(noticeOf(JSON.stringify({ ...file, papers: [] }))).toBeNull()
    expect(noticeOf(JSON.stringify({ ...file, days: [] }))).toBeNull()
    expect(noticeOf(JSON.stringify({ ...file, days: [{ name: '元旦', date: '2027.1.1', isOffDay: true }] }))).toBeNull()
    expect(noticeOf('元旦放假')).toBeNull()
    expect(noticeOf('null')).toBeNull()
    expect(noticeOf('7')).toBeNull()
    expect(noticeOf(JSON.stringify({ ...file, days: [null] }))).toBeNull()
  })
})
