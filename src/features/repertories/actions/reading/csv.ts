import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Language } from '../../../../kernel/language.ts'
import { FileRefused } from '../../rules/file-refusal.ts'
import { type ImportText, importText } from '../../text/import.ts'
import type { FileSet } from './files.ts'
import { BadText, checkedText, longestLine } from './utf8.ts'

/** A line of a file: its values by the names of the columns that were asked for, and where it begins. */
export type Line<Column extends string> = { readonly [Name in Column]: string } & { readonly line: number }

type Wanted<Column extends string, Extra extends string> = {
  readonly file: string
  readonly columns: readonly Column[]
  /** Columns that may be missing: then they are empty. */
  readonly extra?: readonly Extra[]
}

function reasonOf(error: unknown, t: ImportText): { line: number; reason: string } | null {
  if (error instanceof BadText) return { line: error.line, reason: t(error.key, { most: longestLine }) }
  if (!(error instanceof CsvError)) return null
  const { code, lines = 0, record } = error as CsvError & { lines?: number; record?: readonly string[] }
  const { column } = error as unknown as { column?: number }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { line: lines, reason: t('quoteOpen') }
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return { line: lines, reason: t('columns', { expected: expectedIn(error), found: record?.length ?? column ?? 0 }) }
  if (code === 'CSV_MAX_RECORD_SIZE') return { line: lines, reason: t('lineTooLong', { most: longestLine }) }
  return { line: lines, reason: t('badCsv') }
}
const expectedIn = (error: CsvError) => Number(/expect (\d+)/.exec(error.message)?.[1] ?? 0)

/** Where each wanted column stands in this file: files of other versions may order or add columns. */
function placesOf(
  header: readonly string[],
  wanted: readonly string[],
  needed: number,
  refuse: (column: string) => Error,
) {
  return wanted.map((column, index) => {
    const place = header.indexOf(column)
    if (place === -1 && index < needed) throw refuse(column)
    return place
  })
}

/**
 * The lines of a CSV file, streaming. Throws FileRefused, with the line, on the first thing that is not as it should be:
 * encoding, a missing column, a line with too few or too many values, an open quotation mark, a cut end.
 */
export async function* csvLines<Column extends string, Extra extends string = never>(
  files: FileSet,
  { file, columns, extra = [] }: Wanted<Column, Extra>,
  language: Language,
): AsyncGenerator<Line<Column | Extra>> {
  const t = importText(language)
  const parser = parse({ bom: true, info: true, max_record_size: longestLine })
  pipeline(Readable.from(checkedText(files.open(file), { whole: true })), parser, () => {})
  const wanted: readonly string[] = [...columns, ...extra]
  const missing = (header: readonly string[]) => (column: string) =>
    new FileRefused(language, {
      file,
      line: 1,
      reason: t('columnMissing', { column, found: header.join(', ').slice(0, 500) }),
    })
  let places: number[] | null = null
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (places) yield lineOf(record, wanted, places, line) as Line<Column | Extra>
      else places = placesOf(record, wanted, columns.length, missing(record))
      line = info.lines + 1
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const reason = reasonOf(error, t)
    throw reason ? new FileRefused(language, { file, ...reason }) : error
  } finally {
    parser.destroy()
  }
  if (!places) throw new FileRefused(language, { file, line: 1, reason: t('empty') })
}

function lineOf(record: readonly string[], wanted: readonly string[], places: readonly number[], line: number) {
  const values: Record<string, string | number> = { line }
  for (let n = 0; n < wanted.length; n++) values[wanted[n] as string] = record[places[n] as number] ?? ''
  return values
}
