// The files a district's offices would send, made of the public ones in ../shared/data.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { DATA, REAL_DISTRICT } from './service'

export type Cell = string | number | null
export type Sheet = Cell[][]

export interface FileForUpload {
  name: string
  mimeType: string
  buffer: Buffer
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ITEMS = `service-items/guangan-${REAL_DISTRICT}-service-items.csv`

export const CENTRE = '区政务服务中心'

/** A workbook of one sheet. */
export function workbook(name: string, rows: Sheet): FileForUpload {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'Sheet1')
  return { name, mimeType: XLSX, buffer: xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer }
}

/** The first sheet of a workbook as rows of cells; an empty cell is null. */
export function rowsOf(path: string): Sheet {
  const book = xlsx.read(readFileSync(path))
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error(`no sheet in ${path}`)
  return xlsx.utils.sheet_to_json<Cell[]>(sheet, { header: 1, defval: null })
}

const tables = new Map<string, Record<string, string>[]>()

/** Read once: the divisions of the whole country take seconds. */
function table(file: string): Record<string, string>[] {
  const rows = tables.get(file) ?? parsed(file)
  tables.set(file, rows)
  return rows
}

function parsed(file: string): Record<string, string>[] {
  const book = xlsx.read(readFileSync(join(DATA, file), 'utf8').replace(/^\uFEFF/, ''), { type: 'string', raw: true })
  return xlsx.utils.sheet_to_json<Record<string, string>>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { raw: false })
}

const townships = () => table('divisions/modood-streets.csv').filter((row) => row.areaCode === REAL_DISTRICT)

export interface PublishedItem {
  department: string
  item_name: string
  item_code: string
  dept_code: string
}

export const publishedItems = () => table(ITEMS) as unknown as PublishedItem[]

/** The published list itself, as it came. */
export const itemList = (): FileForUpload => ({ name: '广安区事项清单.csv', mimeType: 'text/csv', buffer: readFileSync(join(DATA, ITEMS)) })

/** Every department with all codes that the published list knows it by. */
export function departmentCodes(): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>()
  for (const { department, dept_code } of publishedItems()) {
    codes.set(department, (codes.get(department) ?? new Set()).add(dept_code))
  }
  return codes
}

export const officeOf = (township: string) => `${township}便民服务中心`

export const offices = () => townships().map(({ name = '' }) => officeOf(name))

/** Departments with their codes, the centre, an office a township, below a title. */
export function unitList(): FileForUpload {
  const departments = [...departmentCodes()].map(([name, codes]): Cell[] => [name, '部门', null, [...codes].join('、')])
  const places = townships().map(({ name = '' }): Cell[] => [officeOf(name), '便民服务中心', name, null])
  return workbook('广安区机构和编码.xlsx', [
    ['广安区行政审批机构和代码一览表', null, null, null],
    ['单位名称', '类别', '所属街道', '单位编码'],
    ...departments,
    [CENTRE, '政务服务中心', null, null],
    ...places,
  ])
}

/** A clerk an office, an officer and a head a department: functions, not persons. */
export function staffList(): FileForUpload {
  const clerks = townships().map(({ code = '', name = '' }): Cell[] => [`ck.${code}`, `${name}窗口`, '窗口人员', officeOf(name), null])
  const staff = [...departmentCodes().keys()].flatMap((name, at): Cell[][] => [
    [`jb.${at + 1}.${REAL_DISTRICT}`, `${name}经办`, '部门经办人', name, null],
    [`fz.${at + 1}.${REAL_DISTRICT}`, `${name}负责`, '部门负责人', name, null],
  ])
  return workbook('人员名册.xlsx', [['登录名', '姓名', '角色', '单位', '电话'], ...clerks, ...staff])
}
