// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Desk, EMPTY, fitting, isComplete, withGrade, withOption } from './desk'

const TOKEN = 'Zm9vYmFyYmF6cXV4-Zm9vYmFyYmF6cXV4-Zm9vYmFyYmF'

describe('a draft of a rating', () => {
  beforeEach(() => sessionStorage.clear())

  it('is there again after a reload', () => {
    new Desk(TOKEN).write({ grade: 2, options: ['slow'], comment: '等了很久' })
    expect(new Desk(TOKEN).draft).toEqual({ grade: 2, options: ['slow'], comment: '等了很久' })
  })

  it('belongs to its link alone', () => {
    new Desk(TOKEN).write({ grade: 2, options: [], comment: '' })
    expect(new Desk('another-token').draft).toEqual(EMPTY)
  })

  it('is complete with a good grade alone, with a bad one only with a reason', () => {
    expect(isComplete(EMPTY)).toBe(false)
    expect([5, 4, 3].map((grade) => isComplete(withGrade(EMPTY, grade)))).toEqual([true, true, true])
    expect([2, 1].map((grade) => isComplete(withGrade(EMPTY, grade)))).toEqual([false, false])
    expect(isComplete(withOption(withGrade(EMPTY, 1), 'slow'))).toBe(true)
  })

  it('loses its reasons when the grade changes, and keeps them when the same grade is tapped twice', () => {
    const draft = { ...withOption(withGrade(EMPTY, 2), 'slow'), comment: '说明' }
    expect(withGrade(draft, 2)).toEqual(draft)
    expect(withGrade(draft, 5)).toEqual({ grade: 5, options: [], comment: '说明' })
  })

  it('takes a reason back when it is tapped again', () => {
    expect(withOption(withOption(EMPTY, 'slow'), 'slow').options).toEqual([])
  })

  it('loses the reasons that a newer list of options no longer has', () => {
    const form = { grades: [{ grade: 2, options: [{ code: 'slow' }] }] }
    const draft = { grade: 2, options: ['slow', 'gone'], comment: '说明' }
    expect(fitting(draft, form)).toEqual({ grade: 2, options: ['slow'], comment: '说明' })
    expect(fitting({ ...draft, grade: 6 }, form)).toEqual({ grade: null, options: [], comment: '说明' })
  })

  it('is only forgotten, not broken, where the browser forbids storage', () => {
    const forbidden = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError')
    })
    const desk = new Desk(TOKEN)
    desk.write({ grade: 4, options: [], comment: '' })
    expect(desk.draft.grade).toBe(4)
    forbidden.mockRestore()
  })
})

describe('a submission', () => {
  beforeEach(() => sessionStorage.clear())

  const chosen = (comment = '') => {
    const desk = new Desk(TOKEN)
    desk.write({ grade: 4, options: ['kind', 'fast'], comment })
    return desk
  }

  it('keeps its key while nobody knows whether it arrived, over a reload too', () => {
    const first = chosen().submission(1)
    expect(new Desk(TOKEN).pending).toEqual(first)
    expect(new Desk(TOKEN).submission(1)).toEqual(first)
  })

  it('does not depend on the order in which the options were tapped', () => {
    const desk = chosen()
    const first = desk.submission(1)
    desk.write({ grade: 4, options: ['fast', 'kind'], comment: ' ' })
    expect(desk.submission(1)).toEqual(first)
  })

  it('gets another key when its content changes', () => {
    const desk = chosen()
    const first = desk.submission(1)
    desk.write({ grade: 3, options: [], comment: '' })
    expect(desk.submission(1).idempotencyKey).not.toBe(first.idempotencyKey)
  })

  it('is gone when it was refused', () => {
    const desk = chosen()
    desk.submission(1)
    desk.refused()
    expect(new Desk(TOKEN).pending).toBeNull()
    expect(new Desk(TOKEN).draft.grade).toBe(4)
  })

  it('leaves a receipt on the phone and no grade', () => {
    const desk = chosen('谢谢')
    desk.submission(1)
    desk.arrived({ number: 'R-1', at: '2026-11-22T01:05:00Z' })
    expect(new Desk(TOKEN).receipt).toEqual({ number: 'R-1', at: '2026-11-22T01:05:00Z' })
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/谢谢|kind|grade":4/)
  })

  it('cannot be made without a grade', () => {
    expect(() => new Desk(TOKEN).submission(1)).toThrow()
  })
})
