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

/** All rows as one. */
export function summed(rows: readonly UnitLights[]): Pick<UnitLights, 'counts' | 'total'> {
  const counts: UnitLights['counts'] = {}
  for (const light of BOARD_LIGHTS) counts[light] = rows.reduce((sum, row) => sum + (row.counts[light] ?? 0), 0)
  return { counts, total: rows.reduce((sum, row) => sum + row.total, 0) }
}

export interface UnitMonths {
  id: string
  name: string
  cells: Map<string, SatisfactionCell>
}

/** Units by months, the newest month first: it is looked at before one scrolls. */
export function satisfactionByUnit(cells: Board['satisfaction']): { months: string[]; units: UnitMonths[] } {
  const months = [...new Set(cells.map((cell) => cell.month))].sort().reverse()
  const units = new Map<string, UnitMonths>()
  for (const cell of cells) {
    const row = units.get(cell.unit.id) ?? { id: cell.unit.id, name: cell.unit.name, cells: new Map() }
    row.cells.set(cell.month, cell)
    units.set(cell.unit.id, row)
  }
  return { months, units: [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh')) }
}
