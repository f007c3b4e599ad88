import type { TFunction } from 'i18next'
import { permille } from '@/lib/numbers'
import type { TextColumn } from '@/lib/sheet'
import { formatMonth } from '@/lib/time'
import { BOARD_LIGHTS, type UnitLights, type UnitMonths } from './board-figures'

/** The board's matrices as files have them: the same rows, the same figures. */
export const lightColumns = (t: TFunction): TextColumn<UnitLights>[] => [
  { key: 'unit', title: t('units.unit'), text: (row) => row.name },
  ...BOARD_LIGHTS.map((light) => ({ key: light, title: t(`lights.${light}`), numeric: true, text: (row: UnitLights) => String(row.counts[light] ?? 0) })),
  { key: 'total', title: t('supervision.total'), numeric: true, text: (row) => String(row.total) },
]

/** Each month with its rate, what it is a rate of, and the active rate: a rate alone says nothing. */
export function monthColumns(months: readonly string[], t: TFunction, language: string): TextColumn<UnitMonths>[] {
  const cell = (row: UnitMonths, month: string) => {
    const found = row.cells.get(month)
    if (!found) return '—'
    const rate = found.rated > 0 ? `${permille(found.satisfactionRate)} ${found.satisfied ?? '—'}/${found.rated}` : t('supervision.none')
    return `${rate} · ${t('supervision.active')} ${permille(found.activeRate)} (${found.rated}/${found.decided})`
  }
  return [
    { key: 'unit', title: t('units.unit'), text: (row) => row.name },
    ...months.map((month) => ({ key: month, title: formatMonth(month, language), text: (row: UnitMonths) => cell(row, month) })),
  ]
}
