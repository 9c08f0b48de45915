import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { stream } from 'hono/streaming'
import writeXlsx from 'write-excel-file/node'
import type { Web } from './routing.tsx'

/** What a cell may hold. Numbers and days stay numbers and days in a workbook. */
export type Cell = string | number | boolean | Date | null | undefined
export type ExportColumn<Row> = {
  readonly label: string
  readonly cell: (row: Row) => Cell
  /** Characters, in a workbook. */
  readonly width?: number
}
/** Rows in steps, so that a long export is never whole in memory. */
export type Steps<Row> = AsyncIterable<readonly Row[]>

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front ("CSV injection", OWASP): an export may
 * hold what strangers typed. Numbers are written by us and stay. Imports take the apostrophe off again.
 */
export const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
export const withoutApostrophe = (text: string) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

const csvCell = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? harmless(cell) : String(cell)
}
async function* csvRows<Row>(columns: readonly ExportColumn<Row>[], steps: Steps<Row>) {
  yield columns.map(({ label }) => harmless(label))
  for await (const rows of steps) for (const row of rows) yield columns.map(({ cell }) => csvCell(cell(row)))
}
const attachment = (name: string) => `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`

/** A CSV file as French spreadsheets open it: UTF-8 with its mark, semicolons. A stream. */
export const csvBytes = <Row>(columns: readonly ExportColumn<Row>[], steps: Steps<Row>): Readable =>
  Readable.from(csvRows(columns, steps)).pipe(stringify({ delimiter: ';', bom: true, record_delimiter: 'windows' }))

export function csvFile<Row>(c: Web, name: string, columns: readonly ExportColumn<Row>[], steps: Steps<Row>) {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', attachment(`${name}.csv`))
  return stream(c, async (out) => {
    for await (const piece of csvBytes(columns, steps)) await out.write(piece as Uint8Array)
  })
}

/** A workbook is made in memory: at most this many rows. */
export const mostXlsxRows = 20_000
const xlsxCell = (cell: Cell) => {
  if (cell === null || cell === undefined || cell === '') return null
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' } as const
  // Cells of a workbook have a type: a text is never a formula there, so it stays as it is.
  if (typeof cell === 'string') return { value: cell.slice(0, 32_000), type: String } as const
  return typeof cell === 'number' ? ({ value: cell, type: Number } as const) : ({ value: cell, type: Boolean } as const)
}

/** An XLSX workbook of one sheet: a bold first line that stays in sight, typed cells. */
export async function xlsxBytes<Row>(columns: readonly ExportColumn<Row>[], steps: Steps<Row>): Promise<Uint8Array> {
  const head = columns.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold' }) as const)
  const cells: ReturnType<typeof xlsxCell>[][] = []
  for await (const rows of steps) {
    for (const row of rows.slice(0, mostXlsxRows - cells.length))
      cells.push(columns.map(({ cell }) => xlsxCell(cell(row))))
    if (cells.length >= mostXlsxRows) break
  }
  const workbook = writeXlsx([head, ...cells], {
    columns: columns.map(({ width = 20 }) => ({ width })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await workbook.toBuffer())
}
export async function xlsxFile<Row>(c: Web, name: string, columns: readonly ExportColumn<Row>[], steps: Steps<Row>) {
  const bytes = await xlsxBytes(columns, steps)
  c.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  c.header('content-disposition', attachment(`${name}.xlsx`))
  return c.body(bytes as Uint8Array<ArrayBuffer>)
}
