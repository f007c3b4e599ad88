import { describe, expect, it } from 'vitest'
import { lightsByUnit, satisfactionByUnit, summed } from './board-figures'

const market = { __typename: 'Unit' as const, id: '1', name: '市场监管局' }
const labour = { __typename: 'Unit' as const, id: '2', name: '人社局' }

describe('the board', () => {
  it('puts the unit with most overdue work first and sums each unit', () => {
    const rows = lightsByUnit([
      { __typename: 'DutyCount', unit: market, kind: 'CASE', light: 'GREEN', count: 40 },
      { __typename: 'DutyCount', unit: labour, kind: 'CASE', light: 'RED', count: 2 },
      { __typename: 'DutyCount', unit: labour, kind: 'CASE', light: 'GREEN', count: 1 },
    ])
    expect(rows.map((row) => [row.name, row.total])).toEqual([['人社局', 3], ['市场监管局', 40]])
    expect(summed(rows)).toMatchObject({ counts: { RED: 2, GREEN: 41, DARK: 0 }, total: 43 })
  })

  it('lays satisfaction out by unit and month, and leaves a month without figures empty', () => {
    const cell = { __typename: 'SatisfactionCell' as const, satisfied: 9, rated: 10, decided: 20, satisfactionRate: 900, activeRate: 500 }
    const { months, units } = satisfactionByUnit([
      { unit: market, month: '2026-11-01', ...cell },
      { unit: labour, month: '2026-10-01', ...cell },
    ])
    expect(months).toEqual(['2026-11-01', '2026-10-01'])
    expect(units.find((unit) => unit.id === '1')?.cells.has('2026-10-01')).toBe(false)
  })
})
