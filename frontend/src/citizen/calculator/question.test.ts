import { describe, expect, it } from 'vitest'
import { faultAt, faultsOf, inputOf, placeOf, queryOf, questionOf, withUnit, type Question } from './question'

const question: Question = {
  unit: 'WORKING_DAYS',
  accepted: '2026-09-29',
  budget: '5',
  pauses: [
    { from: '2026-10-08', to: '2026-10-10' },
    { from: '2026-10-15', to: '' },
  ],
}

describe('a question to the calculator', () => {
  it('is its address', () => {
    const query = queryOf(question)
    expect(query).toBe('?unit=WORKING_DAYS&accepted=2026-09-29&budget=5&pause=2026-10-08~2026-10-10&pause=2026-10-15~')
    expect(questionOf(query)).toEqual(question)
  })

  it('with hours is its address too', () => {
    const hours: Question = { unit: 'HOURS', accepted: '2026-09-29T09:30', budget: '48', pauses: [] }
    expect(queryOf(hours)).toBe('?unit=HOURS&accepted=2026-09-29T09:30&budget=48')
    expect(questionOf(queryOf(hours))).toEqual(hours)
  })

  it('is none when the address says nothing, and harmless when it says nonsense', () => {
    expect(questionOf('')).toBeNull()
    expect(questionOf('?budget=x&unit=DROP&pause=')).toEqual({
      unit: 'WORKING_DAYS',
      accepted: '',
      budget: 'x',
      pauses: [{ from: '', to: '' }],
    })
  })

  it('asks the server with days for day units and with instants of China for hours', () => {
    expect(inputOf(question)).toEqual({
      acceptedOn: '2026-09-29',
      acceptedAt: null,
      budget: 5,
      unit: 'WORKING_DAYS',
      suspensions: [
        { from: '2026-10-08', to: '2026-10-10' },
        { from: '2026-10-15', to: null },
      ],
    })
    expect(inputOf(withUnit(question, 'HOURS'))).toMatchObject({
      acceptedOn: null,
      acceptedAt: '2026-09-29T09:00:00+08:00',
      suspensions: [{ from: '2026-10-08T09:00:00+08:00', to: '2026-10-10T09:00:00+08:00' }, { to: null }],
    })
  })

  it('keeps its days when the unit changes there and back', () => {
    expect(withUnit(withUnit(question, 'HOURS'), 'CALENDAR_DAYS')).toEqual({ ...question, unit: 'CALENDAR_DAYS' })
  })

  it('tells at the field what is missing or impossible', () => {
    expect(faultsOf(question)).toEqual({})
    expect(faultsOf({ ...question, accepted: '', budget: '3661', pauses: [] })).toEqual({
      accepted: 'acceptedOnFault',
      budget: 'budgetFault',
    })
    expect(faultsOf({ ...question, pauses: [{ from: '2026-09-28', to: '' }] })).toEqual({ 'pauses[0].from': 'fromFault' })
    expect(faultsOf({ ...question, pauses: [{ from: '2026-10-08', to: '2026-10-07' }] })).toEqual({ 'pauses[0].to': 'toFault' })
    expect(faultsOf({ ...question, budget: '-1' })).toHaveProperty('budget')
    expect(faultsOf({ ...question, budget: '1.5' })).toHaveProperty('budget')
  })

  it('finds the field of a server’s refusal', () => {
    expect(placeOf('input.budget')).toBe('budget')
    expect(placeOf('acceptedAt')).toBe('accepted')
    expect(placeOf('suspensions[1].to')).toBe('pauses[1].to')
    expect(placeOf('input.suspensions.0.from')).toBe('pauses[0].from')
    expect(faultAt('pauses[1].to')).toBe('toFault')
    expect(faultAt('unit')).toBe('otherFault')
  })
})
