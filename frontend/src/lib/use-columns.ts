import { parseAsString, useQueryState } from 'nuqs'

interface Named {
  key: string
  /** buttons: always there, at the end */
  action?: boolean
}

/** The columns that an address names, in its order; unknown ones are left out, none means all. */
export function columnsOf<Column extends Named>(all: readonly Column[], named: string | null): Column[] {
  if (!named) return [...all]
  const byKey = new Map(all.map((column) => [column.key, column]))
  const chosen = [...new Set(named.split(','))].flatMap((key) => byKey.get(key) ?? []).filter((column) => !column.action)
  return chosen.length > 0 ? [...chosen, ...all.filter((column) => column.action)] : [...all]
}

/** Without the columns that seldom say anything, where they say nothing of these rows and nobody asked for them by name. */
export function useTellingColumns<Row, Column extends Named & { text: (row: Row) => string }>(columns: readonly Column[], rows: readonly Row[], seldom: readonly string[]): Column[] {
  const [named] = useQueryState('cols', parseAsString)
  return named ? [...columns] : columns.filter((column) => !seldom.includes(column.key) || rows.some((row) => column.text(row) !== ''))
}

/** ?cols=number,item,due: which columns a list shows, so that a view can be sent to a colleague. */
export function useColumns<Column extends Named>(all: readonly Column[]): Column[] {
  const [named] = useQueryState('cols', parseAsString)
  return columnsOf(all, named)
}
