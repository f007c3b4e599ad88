import { csrfHeader } from './csrf'
import { hand } from './download'

/** One column of a list: what the table shows is what the export writes. */
export interface TextColumn<Row> {
  key: string
  title: string
  text: (row: Row) => string
  /** figures are set to the right, and stay numbers in a spreadsheet */
  numeric?: boolean
  /** buttons: on the screen only, always shown, never sorted by */
  action?: boolean
  /** what rows are put in order by, where the words do not tell it: a moment, a rank */
  by?: (row: Row) => string | number
}

/** Buttons are columns on the screen only. */
const written = <Row>(columns: readonly TextColumn<Row>[]) => columns.filter((column) => !column.action && column.key !== 'actions')

export function sheetOf<Row>(name: string, columns: readonly TextColumn<Row>[], rows: readonly Row[]) {
  const kept = written(columns)
  return {
    name,
    columns: kept.map(({ title, numeric = false }) => ({ title, numeric })),
    rows: rows.map((row) => kept.map((column) => column.text(row))),
  }
}

/** The server writes the list down as it stands on the screen; answers DONE or the refusal's words. */
export async function downloadSheet(sheet: ReturnType<typeof sheetOf>, format: 'XLSX' | 'CSV'): Promise<'DONE' | (string & {})> {
  const answer = await fetch(`/export/sheets?format=${format}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', ...(await csrfHeader()) },
    body: JSON.stringify(sheet),
  }).catch(() => null)
  return answer ? hand(answer) : ''
}
