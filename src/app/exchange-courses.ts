import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { reader } from '../db/reader.ts'
import { importFile } from '../features/courses/actions/imports.ts'
import { exportColumns } from '../features/courses/pages/export-columns.ts'
import { exportedRows } from '../features/courses/queries/export.ts'
import { importLines } from '../features/courses/queries/imports.ts'
import { reasonInWords } from '../features/courses/rules/import.ts'
import { courseSearch, mostImportLines } from '../features/courses/schema/input.ts'
import { everySector } from '../features/organisations/queries/directory.ts'
import { system } from '../kernel/actor.ts'
import { csvBytes, xlsxBytes } from '../web/export.ts'
import type { Exporter, Importer } from './exchange.ts'

export const courseImporters: Readonly<Record<string, Importer>> = {
  courses: {
    summary: 'courses: columns are recognised by their titles, those of Onisep too; new ones are drafts',
    reads: 'CSV or XLSX',
    run: async (runtime, path) => {
      const context = runtime.context({ language: 'en' })
      const { id, counts } = await importFile(context, new File([await readFile(path)], basename(path)))
      const { created = 0, updated = 0, unchanged = 0, corrected = 0 } = counts
      const which = { id, outcome: 'refused' as const, limit: mostImportLines, offset: 0 }
      const refused = (await importLines(reader(runtime.db), system, which)).map(({ line, reason }) => ({
        file: path,
        line,
        reason: reason ? reasonInWords(reason, 'en') : '',
      }))
      const notes = [
        ...(created > 0 ? [`New courses are drafts: complete and publish them at /courses/team?queue=draft`] : []),
        ...(corrected > 0
          ? [`${corrected} courses were corrected by hand and keep that: see /courses/imports/${id}?outcome=corrected`]
          : []),
      ]
      return { created, updated, unchanged, refused, notes }
    },
  },
}

export const courseExporters: Readonly<Record<string, Exporter>> = {
  courses: {
    summary: 'published courses, as an import reads them back',
    writes: ['csv', 'xlsx'],
    run: async ({ db }, path) => {
      const read = reader(db)
      let count = 0
      async function* counted() {
        for await (const rows of exportedRows(read, courseSearch.parse({}))) {
          count += rows.length
          yield rows
        }
      }
      const columns = exportColumns('fr', await everySector(read))
      const bytes =
        extname(path).toLowerCase() === '.xlsx'
          ? Readable.from([await xlsxBytes(columns, counted())])
          : csvBytes(columns, counted())
      await pipeline(bytes, createWriteStream(path))
      return count
    },
  },
}
