import { CsvError, parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import yauzl from 'yauzl'
import { Invalid } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import { withoutApostrophe } from './export.ts'
import { text } from './table-file-text.ts'

export type TableLine = {
  /** As a person counts them in the file: the line of titles is line 1. */
  readonly line: number
  readonly cells: readonly string[]
}
export type TableFile = {
  /** « CSV, UTF-8 » or « XLSX »: for people. */
  readonly format: string
  readonly header: readonly string[]
  readonly lines: readonly TableLine[]
}
export const mostMegabytes = 10
const mostUnfolded = 150_000_000
const mostCells = 5_000_000
const mostColumns = 200

const separators = [';', ',', '\t'] as const

/** UTF-8 and UTF-16 by their mark or by their look; what is not valid UTF-8 is taken for Windows' Latin-1. */
export function decoded(bytes: Buffer): { text: string; encoding: string } {
  const as = (encoding: string, from: number, name = encoding.toUpperCase()) => ({
    text: new TextDecoder(encoding).decode(bytes.subarray(from)),
    encoding: name,
  })
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return as('utf-8', 3)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 2, 'UTF-16')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', 2, 'UTF-16')
  const start = bytes.subarray(0, 1000)
  const zeros = (odd: number) => start.filter((byte, place) => byte === 0 && place % 2 === odd).length
  if (zeros(1) > start.length / 4) return as('utf-16le', 0, 'UTF-16')
  if (zeros(0) > start.length / 4) return as('utf-16be', 0, 'UTF-16')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return as('windows-1252', 0, 'Latin-1')
  }
}

/** The separator that the line of titles uses most, outside quotation marks; Excel may say it in a line of its own. */
function separatorOf(written: string): { separator: string; body: string; skipped: number } {
  const said = /^sep=(.)\r?\n/.exec(written)
  if (said) return { separator: said[1] ?? ';', body: written.slice(said[0].length), skipped: 1 }
  const titles = (/^[^\r\n]*/.exec(written)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (separator: string) => titles.split(separator).length
  const [separator = ';'] = [...separators].sort((one, other) => count(other) - count(one))
  return { separator, body: written, skipped: 0 }
}

type Fail = (key: Parameters<ReturnType<typeof text>>[0], values?: Readonly<Record<string, string | number>>) => Invalid
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a picture has and a text has not
const isBinary = (written: string) => /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(written.slice(0, 20_000))

function csvLines(bytes: Buffer, fail: Fail): { format: string; rows: TableLine[] } {
  const { text: written, encoding } = decoded(bytes)
  if (isBinary(written)) throw fail('kind')
  const { separator, body, skipped } = separatorOf(written)
  try {
    const records: { info: { lines: number }; record: string[] }[] = parse(body, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never
    const rows = records.map(({ info, record }) => ({
      // A record ends on the line that is counted, and begins where its first cell does.
      line: info.lines + skipped - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0),
      cells: record,
    }))
    return { format: `CSV, ${encoding}`, rows }
  } catch (error) {
    if (error instanceof CsvError) throw fail('quotes', { line: Number(error.lines ?? 1) + skipped })
    throw error
  }
}

type Archive = { readonly size: number; readonly names: readonly string[]; readonly cells: number }
/** How large a grid the addresses of a sheet's cells span: one cell at XFD1048576 makes seventeen thousand million. */
function gridOf(sheet: string): number {
  let rows = 0
  let columns = 0
  for (const [, letters = '', row] of sheet.matchAll(/[ :"]([A-Z]{1,3})([1-9]\d{0,6})"/g)) {
    rows = Math.max(rows, Number(row))
    columns = Math.max(
      columns,
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    )
  }
  return rows * columns
}
/** Unfolds the whole archive, counting: sizes that an archive states about itself may be lies. */
function unfolded(bytes: Buffer): Promise<Archive> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error)
      const names: string[] = []
      let size = 0
      let cells = 0
      zip.on('error', reject)
      zip.on('end', () => resolve({ size, names, cells }))
      zip.on('entry', (entry: yauzl.Entry) => {
        names.push(entry.fileName)
        size += entry.uncompressedSize > mostUnfolded ? entry.uncompressedSize : 0
        if (size > mostUnfolded) return resolve({ size, names, cells })
        zip.openReadStream(entry, (error, stream) => {
          if (error || !stream) return reject(error)
          stream.on('error', reject)
          const pieces: Buffer[] = []
          const isSheet = entry.fileName.startsWith('xl/worksheets/')
          stream.on('data', (piece: Buffer) => {
            size += piece.length
            if (isSheet) pieces.push(piece)
            if (size <= mostUnfolded) return
            stream.destroy()
            resolve({ size, names, cells })
          })
          stream.on('end', () => {
            cells = Math.max(cells, gridOf(Buffer.concat(pieces).toString('latin1')))
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}
const written = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)

async function xlsxLines(bytes: Buffer, fail: Fail): Promise<{ format: string; rows: TableLine[] }> {
  const archive = await unfolded(bytes).catch(() => {
    throw fail('broken')
  })
  if (archive.size > mostUnfolded || archive.cells > mostCells) throw fail('bomb')
  if (!archive.names.includes('xl/workbook.xml')) throw fail('kind')
  const sheet = await readSheet(bytes).catch(() => {
    throw fail('broken')
  })
  const rows = sheet.map((row, place) => ({ line: place + 1, cells: row.map(written) }))
  return { format: 'XLSX', rows }
}

const isWorkbook = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))
const isOldWorkbook = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))
const clean = (cell: string) => withoutApostrophe(cell.trim())
const isBlank = ({ cells }: TableLine) => cells.every((cell) => cell === '')

/** The rows of a CSV file or workbook; its kind is read from its content. Throws Invalid on `file` when it is neither. */
export async function readTable(bytes: Buffer, language: Language, mostLines: number): Promise<TableFile> {
  const say = text(language) as (key: string, values: object) => string
  const fail: Fail = (key, values = {}) => new Invalid({ file: say(key, values) })
  if (bytes.length === 0) throw fail('empty')
  if (bytes.length > mostMegabytes * 1_000_000) throw fail('big', { most: mostMegabytes })
  if (isOldWorkbook(bytes)) throw fail('broken')
  const { format, rows } = isWorkbook(bytes) ? await xlsxLines(bytes, fail) : csvLines(bytes, fail)
  const cleaned = rows.map(({ line, cells }) => ({ line, cells: cells.map(clean) })).filter((row) => !isBlank(row))
  const [head, ...lines] = cleaned
  if (!head) throw fail('empty')
  if (head.cells.length > mostColumns) throw fail('wide', { most: mostColumns })
  if (head.cells.filter(Boolean).length === 0) throw fail('noHeader')
  if (lines.length === 0) throw fail('noRows')
  if (lines.length > mostLines) throw fail('long', { most: mostLines })
  const width = head.cells.findLastIndex((cell) => cell !== '') + 1
  return { format, header: head.cells.slice(0, width), lines }
}
