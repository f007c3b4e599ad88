import type { BoardQuery, Light } from '@/gql/staff/graphql'

type Board = BoardQuery['board']
export type SatisfactionCell = Board['satisfaction'][number]

export const BOARD_LIGHTS = ['DARK', 'RED', 'YELLOW', 'GREEN', 'PAUSED'] as const satisfies readonly Light[]

export interface UnitLights {
  id: string
  name: string
  counts: Partial<Record<Light, number>>
  total: number
}

/** Units by lights; who has most overdue comes first. */
export function lightsByUnit(duties: Board['duties']): UnitLights[] {
  const units = new Map<string, UnitLights>()
  for (const { unit, light, count } of duties) {
    const row = units.get(unit.id) ?? { id: unit.id, name: unit.name, counts: {}, total: 0 }
    row.counts[light] = (row.counts[light] ?? 0) + count
    row.total += count
    units.set(unit.id, row)
  }
  const late = (row: UnitLights) => (row.counts.DARK ?? 0) + (row.counts.RED ?? 0)
  return [...units.values()].sort((a, b) => late(b) - late(a) || b.total - a.total || a.name.localeCompare(b.name, 'zh'))
}

export interface UnitMonths {
  id: string
  name: string
  cells: Map<string, SatisfactionCell>
}

/** Units by months, months ascending. */
export function satisfactionByUnit(cells: Board['satisfaction']): { months: string[]; units: UnitMonths[] } {
  const months = [...new Set(cells.map((cell) => cell.month))].sort()
  const units = new Map<string, UnitMonths>()
  for (const cell of cells) {
    const row = units.get(cell.unit.id) ?? { id: cell.unit.id, name: cell.unit.name, cells: new Map() }
    row.cells.set(cell.month, cell)
    units.set(cell.unit.id, row)
  }
  return { months, units: [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh')) }
}
