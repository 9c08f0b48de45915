import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { reader } from '../db/reader.ts'
import { importFile } from '../features/organisation-imports/actions/import-file.ts'
import { importLines } from '../features/organisation-imports/queries/imports.ts'
import { reasonInWords } from '../features/organisation-imports/rules/lines.ts'
import { mostImportLines } from '../features/organisation-imports/schema.ts'
import { exportColumns } from '../features/organisations/pages/export-columns.ts'
import { everySector } from '../features/organisations/queries/directory.ts'
import { exportedRows } from '../features/organisations/queries/export.ts'
import { directorySearch } from '../features/organisations/schema/input.ts'
import { system } from '../kernel/actor.ts'
import { csvBytes, xlsxBytes } from '../web/export.ts'
import type { Exporter, Importer } from './exchange.ts'

export const organisationImporters: Readonly<Record<string, Importer>> = {
  organisations: {
    summary: 'organisations: columns are recognised by their titles',
    reads: 'CSV or XLSX',
    run: async (runtime, path) => {
      const context = runtime.context({ language: 'en' })
      const { id, counts } = await importFile(context, new File([await readFile(path)], basename(path)))
      const { created = 0, updated = 0, unchanged = 0 } = counts
      const which = { id, outcome: 'refused' as const, limit: mostImportLines, offset: 0 }
      const refused = (await importLines(reader(runtime.db), system, which)).map(({ line, reason }) => ({
        file: path,
        line,
        reason: reason ? reasonInWords(reason, 'en') : '',
      }))
      return { created, updated, unchanged, refused, notes: [] }
    },
  },
}

export const organisationExporters: Readonly<Record<string, Exporter>> = {
  organisations: {
    summary: 'published organisations, as an import reads them back',
    writes: ['csv', 'xlsx'],
    run: async ({ db }, path) => {
      const read = reader(db)
      let count = 0
      async function* counted() {
        for await (const rows of exportedRows(read, system, directorySearch.parse({}))) {
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
