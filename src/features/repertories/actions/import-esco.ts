import { action, nothing } from '../../../db/action.ts'
import type { Context } from '../../../db/context.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { type Book, emptyBook } from '../rules/book.ts'
import { type EscoPart, EscoReading, escoFiles, frenchFiles } from '../rules/esco.ts'
import { FileRefused } from '../rules/file-refusal.ts'
import type { Progress } from '../rules/progress.ts'
import type { ImportSummary } from '../tables/vocabulary.ts'
import { repertory } from '../tables.ts'
import { importText } from '../text/import.ts'
import { importInput } from './import-rome.ts'
import { noteOf } from './note.ts'
import { csvLines } from './reading/csv.ts'
import type { FileSet } from './reading/files.ts'
import { openSource, type Source } from './reading/source.ts'
import { saveBook } from './save-book/save.ts'

type Part = { readonly names: readonly string[]; readonly columns: readonly string[] }
const parts: Record<EscoPart, Part> = { ...escoFiles, ...frenchFiles }
/** Relations come last: they point at everything else. */
const order: readonly EscoPart[] = [
  'isco',
  'iscoFr',
  'occupations',
  'occupationsFr',
  'skillGroups',
  'skillGroupsFr',
  'skills',
  'skillsFr',
  'broader',
  'relations',
]
const isOptional = (part: EscoPart) => part in frenchFiles

function fileOf(files: FileSet, part: EscoPart, language: Language): string | null {
  const { names } = parts[part]
  const found = names.find((name) => files.names.includes(name))
  if (found || isOptional(part)) return found ?? null
  const t = importText(language)
  const listed = files.names.slice(0, 12).join(', ') || t('noFiles')
  throw new FileRefused(language, { file: names[0] ?? '', line: 0, reason: t('missingFile', { found: listed }) })
}
/** « 1.1.1 » from the name of the official download, when it has kept it. */
const versionOf = (source: Source) =>
  /v?(\d+\.\d+(?:\.\d+)?)/.exec('path' in source ? (source.path.split(/[\\/]/).at(-1) ?? '') : source.name)?.[1] ?? ''

/** Reads and checks the official archive or folder: nothing is written. */
export async function readEsco(source: Source, language: Language, progress: Progress): Promise<Book> {
  const files = await openSource(source, language)
  try {
    const found = order.map((part) => ({ part, file: fileOf(files, part, language) }))
    const reading = new EscoReading(emptyBook('esco', versionOf(source)), language)
    let lines = 0
    for (const { part, file } of found) {
      if (!file) continue
      await progress('reading', lines, file)
      const { columns } = parts[part]
      const extra = part === 'occupationsFr' ? ['description'] : []
      for await (const line of csvLines(files, { file, columns, extra }, language)) {
        reading.take(part, file, line.line, line as never)
        lines++
      }
    }
    return reading.finish()
  } finally {
    files.close()
  }
}

export const escoImport = action({
  name: 'repertories.import-esco',
  about: repertory,
  input: importInput,
  load: nothing,
  allow: policy.runImports,
  async run({ tx, actor, language, now, input: { source, progress }, note }) {
    const book = await readEsco(source, language, progress)
    const summary = await saveBook({ tx, actor, book, now, language, progress })
    note(noteOf(summary))
    return summary
  },
})

/** The official ESCO CSV archive or its folder. Throws FileRefused, and then nothing has changed. */
export const importEsco = (context: Context, source: Source, progress: Progress = () => {}): Promise<ImportSummary> =>
  escoImport(context, { source, progress })
