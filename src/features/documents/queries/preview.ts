import { parse } from 'csv-parse/sync'
import type { Reader } from '../../../db/reader.ts'
import { textOf } from '../rules/text-of.ts'
import { familyOf } from '../schema/kinds.ts'
import { contentOf } from './files.ts'
import type { OwnFile } from './own-files.ts'

const mostLetters = 4_000
const mostRows = 20
const mostColumns = 12

/** What can be shown of a file without downloading it. */
export type Preview =
  | { readonly look: 'picture' | 'film' | 'sound' | 'nothing' }
  | { readonly look: 'words'; readonly text: string; readonly isCut: boolean }
  | { readonly look: 'rows'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

function rowsOf(text: string): Preview {
  const [first = ''] = text.split('\n')
  const delimiter = [';', '\t', ','].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  )
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true, to: mostRows + 1 }
  const [head = [], ...rows] = (parse(text, options) as string[][]).map((row) => row.slice(0, mostColumns))
  return { look: 'rows', head, rows }
}
const wordsOf = (text: string): Preview =>
  text.trim() === ''
    ? { look: 'nothing' }
    : { look: 'words', text: text.slice(0, mostLetters), isCut: text.length > mostLetters }

/** Looks into a file; what cannot be read shows nothing, never an error. */
export async function previewOf(read: Reader, file: OwnFile): Promise<Preview> {
  const family = familyOf(file.kind)
  if (family === 'picture') return { look: file.thumbnail ? 'picture' : 'nothing' }
  if (family === 'film' || family === 'sound') return { look: family }
  const text = await textOf(file.kind, await contentOf(read, file)).catch(() => null)
  if (text === null) return { look: 'nothing' }
  if (file.kind !== 'csv') return wordsOf(text)
  try {
    return rowsOf(text)
  } catch {
    return wordsOf(text)
  }
}
