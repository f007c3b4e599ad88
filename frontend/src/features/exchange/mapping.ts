/** How a sheet's cells become columns, before the server is asked. */
export interface Line {
  number: number
  cells: readonly (string | null)[]
}

export interface Chosen {
  index: number
  key: string
  fillDown: boolean
}

/** The names that stand in the header's one or two lines, one a cell; merged cells above count for those to their right. */
export function headerNames(lines: readonly Line[], first: number, last: number): string[] {
  const cellsOf = (number: number) => lines.find((line) => line.number === number)?.cells ?? []
  const top = cellsOf(first)
  const below = last > first ? cellsOf(last) : []
  const names: string[] = []
  let group = ''
  for (let index = 0; index < Math.max(top.length, below.length); index++) {
    const above = (top[index] ?? '').replace(/\s+/g, '')
    const sub = (below[index] ?? '').replace(/\s+/g, '')
    group = above === '' && sub !== '' ? group : above
    names.push(sub === '' ? above : group === '' || group === sub ? sub : `${group}/${sub}`)
  }
  return names
}

/** A value for a whole column that the file does not have. */
export interface Constant {
  key: string
  value: string
}

/** Columns of the kind that no cell of the file means: they may get one value for all lines. */
export const withoutCell = <Column extends { key: string }>(columns: readonly Column[], chosen: readonly Chosen[]): Column[] =>
  columns.filter((column) => !chosen.some((one) => one.key === column.key))

/** The constant of a column set to a value; an empty value takes it away. */
export const setConstant = (constants: readonly Constant[], key: string, value: string): Constant[] => [
  ...constants.filter((one) => one.key !== key),
  ...(value === '' ? [] : [{ key, value }]),
]

/** The first two values below the header. */
export function samples(lines: readonly Line[], last: number, index: number): string {
  return lines
    .filter((line) => line.number > last)
    .map((line) => line.cells[index])
    .filter((cell): cell is string => cell != null)
    .slice(0, 2)
    .map((cell) => (cell.length > 24 ? `${cell.slice(0, 24)}…` : cell))
    .join(' | ')
}

/** Choosing a column for one cell takes it from the other that had it. */
export function choose(chosen: readonly Chosen[], index: number, key: string): Chosen[] {
  const others = chosen.filter((one) => one.index !== index && (key === '' || one.key !== key))
  const before = chosen.find((one) => one.index === index)
  return key === '' ? others : [...others, { index, key, fillDown: before?.fillDown ?? false }]
}
