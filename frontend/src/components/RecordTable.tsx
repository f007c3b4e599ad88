import type { ReactNode } from 'react'
import type { TextColumn } from '@/lib/sheet'
import { useNarrow } from '@/lib/use-narrow'
import type { Order } from '@/lib/use-sort'
import { SortChoice } from './SortChoice'

export interface Column<Row> extends TextColumn<Row> {
  render?: (row: Row) => ReactNode
}

interface RecordTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** lets the rows be put in order by clicking a column's heading */
  order?: Order
}

/** A name, a state or a day is not broken in two for the sake of a wider neighbour. */
const SHORT = /^(.{1,6}|\d{4}-\d\d-\d\d(T.*|.{0,8})|\d{4}年\d{1,2}月)$/

function look<Row>(column: Column<Row>, row: Row): string | undefined {
  if (column.numeric) return 'numeric'
  return SHORT.test(column.text(row)) ? 'short' : undefined
}

const direction = (order: Order | undefined, key: string) => (order?.by?.key === key ? (order.by.descending ? 'descending' : 'ascending') : undefined)

/** A plain table; on a phone each row becomes a card. The roles keep it a table for screen readers there too. */
export function RecordTable<Row>({ caption, columns, rows, rowKey, order }: RecordTableProps<Row>) {
  const cards = useNarrow() // no headings to be seen: SortChoice stands for them
  const table = (
    <table className="records" role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={column.numeric ? 'numeric' : undefined} aria-sort={direction(order, column.key)}>
              {order?.may(column.key) && !cards ? (
                <button type="button" className="sort" onClick={() => order.choose(column.key)}>
                  {column.title}
                </button>
              ) : (
                column.title
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <td
                key={column.key}
                role="cell"
                data-label={column.title}
                className={look(column, row)}
              >
                <div>{column.render ? column.render(row) : column.text(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!order) return table
  return (
    <>
      <SortChoice columns={columns} order={order} />
      {table}
    </>
  )
}
