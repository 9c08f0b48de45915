import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import type { Context } from '../../../db/context.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { type Book, emptyBook } from '../rules/book.ts'
import { FileRefused } from '../rules/file-refusal.ts'
import type { Progress } from '../rules/progress.ts'
import { isMobilityFile, mobilityFile, type RomePart, RomeReading, romeFiles } from '../rules/rome.ts'
import type { ImportSummary } from '../tables/vocabulary.ts'
import { repertory } from '../tables.ts'
import { importText } from '../text/import.ts'
import { noteOf } from './note.ts'
import { csvLines } from './reading/csv.ts'
import type { FileSet } from './reading/files.ts'
import { openSource, type Source } from './reading/source.ts'
import { saveBook } from './save-book/save.ts'

const parts = Object.keys(romeFiles) as RomePart[]
const nameOf = /^unix_(.+)_v4?(\d+)_utf8\.csv$/

/** The file of each part, and the one version that they all have. */
function findFiles(files: FileSet, language: Language): { fileOf: (part: RomePart) => string; version: string } {
  const t = importText(language)
  const found = new Map<string, string>()
  const versions = new Set<string>()
  for (const name of files.names) {
    const [, stem, version] = nameOf.exec(name) ?? []
    if (!stem || !version || !parts.some((part) => romeFiles[part].stem === stem)) continue
    found.set(stem, name)
    versions.add(version)
  }
  const missing = parts.find((part) => !found.has(romeFiles[part].stem))
  if (missing) {
    const listed = files.names.slice(0, 12).join(', ') || t('noFiles')
    const file = `unix_${romeFiles[missing].stem}_v…_utf8.csv`
    throw new FileRefused(language, { file, line: 0, reason: t('missingFile', { found: listed }) })
  }
  if (versions.size > 1)
    throw new FileRefused(language, {
      file: 'ROME',
      line: 0,
      reason: t('twoVersions', { versions: [...versions].join(', ') }),
    })
  return { fileOf: (part) => found.get(romeFiles[part].stem) ?? '', version: [...versions][0] ?? '' }
}

/** Reads and checks the official folder or archive: nothing is written. */
export async function readRome(source: Source, language: Language, progress: Progress): Promise<Book> {
  const files = await openSource(source, language)
  try {
    const { fileOf, version } = findFiles(files, language)
    const reading = new RomeReading(emptyBook('rome', version), language)
    let lines = 0
    for (const part of parts) {
      const file = fileOf(part)
      await progress('reading', lines, file)
      const { columns } = romeFiles[part]
      for await (const line of csvLines(files, { file, columns }, language)) {
        reading.take(part, file, line.line, line as never)
        lines++
      }
    }
    const moves = files.names.find(isMobilityFile)
    if (moves)
      for await (const line of csvLines(files, { file: moves, ...mobilityFile }, language))
        reading.move(moves, line.line, line as never)
    return reading.finish(fileOf)
  } finally {
    files.close()
  }
}

export const importInput = z.object({ source: z.custom<Source>(), progress: z.custom<Progress>() })

export const romeImport = action({
  name: 'repertories.import-rome',
  about: repertory,
  input: importInput,
  load: nothing,
  allow: policy.runImports,
  async run({ tx, actor, language, now, input: { source, progress }, note }) {
    const book = await readRome(source, language, progress)
    const summary = await saveBook({ tx, actor, book, now, language, progress })
    note(noteOf(summary))
    return summary
  },
})

/** The official ROME 4.0 files, a folder or an archive. Throws FileRefused, and then nothing has changed. */
export const importRome = (context: Context, source: Source, progress: Progress = () => {}): Promise<ImportSummary> =>
  romeImport(context, { source, progress })
