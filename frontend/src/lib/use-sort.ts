import { parseAsString, useQueryState } from 'nuqs'
import { useEffect } from 'react'
import type { TextColumn } from './sheet'

export interface Sort {
  key: string
  descending: boolean
}

/** What a table needs to put its rows in another order. */
export interface Order {
  by: Sort | null
  may: (key: string) => boolean
  /** the next order by this column */
  choose: (key: string) => void
  /** the order that the address is to name */
  name: (sort: string | null) => void
}

/** due → rising by due date, due.desc → falling; a column the list does not sort by is none. */
export function sortOf(named: string | null, keys: readonly string[]): Sort | null {
  const [key = '', direction] = (named ?? '').split('.')
  return keys.includes(key) ? { key, descending: direction === 'desc' } : null
}

/** A column is asked for rising, falling, and then the list's usual order again. */
export function nextSort(by: Sort | null, key: string): string | null {
  if (by?.key !== key) return key
  return by.descending ? null : `${key}.desc`
}

/** ?sort=due.desc: the order of a list's rows, so that it is kept in views and sent to colleagues. */
export function useOrder(keys: readonly string[]): Order {
  const [named, name] = useQueryState('sort', parseAsString)
  const by = sortOf(named, keys)
  return { by, may: (key) => keys.includes(key), choose: (key) => void name(nextSort(by, key)), name: (sort) => void name(sort) }
}

const words = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return words.compare(String(one), String(other))
}

/** Rows by what a column shows; what shows nothing stands last in both directions. */
export function sorted<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[], by: Sort | null): Row[] {
  const column = columns.find(({ key }) => key === by?.key)
  if (!column || !by) return [...rows]
  const value = column.by ?? ((row: Row) => (column.numeric ? Number.parseFloat(column.text(row)) : column.text(row)))
  const nothing = (of: string | number) => of === '' || of === '—' || Number.isNaN(of)
  return rows
    .map((row) => ({ row, of: value(row) }))
    .sort((a, b) => Number(nothing(a.of)) - Number(nothing(b.of)) || (nothing(a.of) ? 0 : compare(a.of, b.of) * (by.descending ? -1 : 1)))
    .map(({ row }) => row)
}

/** The order of a list that is in the browser as a whole. */
export function useSorted<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]) {
  const order = useOrder(columns.filter((column) => !column.action).map(({ key }) => key))
  return { order, rows: sorted(columns, rows, order.by) }
}

/** Longer lists are put in order by the server or not at all. */
const LONGEST = 5_000

/** What of a paged list is needed to put it in order. */
interface Pages<Row> {
  nodes: Row[]
  hasMore: boolean
  loadingMore: boolean
  fetching: boolean
  error?: unknown
  loadMore: (wholeList?: boolean) => Promise<void>
  all: (onRows: (count: number) => boolean) => Promise<Row[] | null>
}

/** The order of a paged list of moderate length: the rest of its pages is fetched when an order is asked for. */
export function useSortedPages<Row>(columns: readonly TextColumn<Row>[], pages: Pages<Row>) {
  const order = useOrder(columns.filter((column) => !column.action).map(({ key }) => key))
  const { hasMore, loadingMore, loadMore, fetching, error, nodes, all } = pages
  const wanting = order.by !== null && hasMore && !loadingMore && !fetching && !error && nodes.length < LONGEST
  useEffect(() => {
    if (wanting) void loadMore(true)
  }, [wanting, loadMore])
  return {
    order,
    /** too long: the order holds for what is shown only */
    part: order.by !== null && hasMore && nodes.length >= LONGEST,
    nodes: sorted(columns, nodes, order.by),
    all: async (onRows: (count: number) => boolean) => {
      const rows = await all(onRows)
      return rows && sorted(columns, rows, order.by)
    },
  }
}

/** The order of a long list: the server knows some orders by name (NAME, NAME_DESC), column by column. */
export function useServerOrder<Name extends string>(names: Readonly<Record<string, Name>>): { order: Order; orderBy: Name | `${Name}_DESC` | null } {
  const order = useOrder(Object.keys(names))
  const name = order.by ? names[order.by.key] : undefined
  return { order, orderBy: name ? (order.by?.descending ? `${name}_DESC` : name) : null }
}
