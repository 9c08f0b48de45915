import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Context } from '../db/context.ts'
import { reader } from '../db/reader.ts'
import { importEsco } from '../features/repertories/actions/import-esco.ts'
import { importRome } from '../features/repertories/actions/import-rome.ts'
import { importSheets } from '../features/repertories/actions/import-sheets.ts'
import { sheetEntries, skillEntries } from '../features/repertories/queries/own-files.ts'
import { sheetsCsv, skillsCsv, yamlOf } from '../features/repertories/rules/own-files.ts'
import type { Progress as Step } from '../features/repertories/rules/progress.ts'
import type { ImportSummary, Refusal } from '../features/repertories/tables/vocabulary.ts'
import { system } from '../kernel/actor.ts'
import type { Progress } from './command.ts'
import type { Exporter, Imported, Importer } from './exchange.ts'

type Show = (what: string, total?: number) => Progress
type Run = (context: Context, source: { readonly path: string }, progress: Step) => Promise<ImportSummary>

/** One line of progress for each step of the import. */
function showing(show: Show): { step: Step; done: () => void } {
  let current: { name: string; shown: Progress; count: number } | null = null
  const done = () => {
    current?.shown.done()
    current = null
  }
  const step: Step = (name, count) => {
    if (current?.name !== name) {
      done()
      current = { name, shown: show(name), count: 0 }
    }
    current.shown.add(count - current.count)
    current.count = count
  }
  return { step, done }
}

/** Nothing is wrong with the import: it is how the official files are published. */
const leftOut = (count: number, { file, line, reason }: Refusal) =>
  `left out, because the official files do not hold what they point at: ${count} line${count === 1 ? '' : 's'}; first ${file}, line ${line}: ${reason}`

const imported = ({
  occupations,
  skills,
  links,
  mobility,
  refusals,
  version,
  notes = [],
  noted = 0,
}: ImportSummary): Imported => ({
  created: occupations.created + skills.created,
  updated: occupations.updated + skills.updated,
  unchanged: occupations.unchanged + skills.unchanged,
  refused: refusals,
  notes: [
    ...(version ? [version] : []),
    `occupations: ${occupations.created} created, ${occupations.updated} updated, ${occupations.unchanged} unchanged`,
    `skills: ${skills.created} created, ${skills.updated} updated, ${skills.unchanged} unchanged; ${links} links`,
    ...(occupations.withdrawn ? [`${occupations.withdrawn} occupations are no longer in the repertory`] : []),
    ...(mobility === null ? [] : [`${mobility} official mobility links`]),
    ...(notes[0] ? [leftOut(noted, notes[0])] : []),
  ],
})

const importer = (summary: string, reads: string, run: Run, absent: string | null): Importer => ({
  summary,
  reads,
  run: async (runtime, path, show) => {
    const { step, done } = showing(show)
    try {
      const result = await run(runtime.context({ language: 'en' }), { path }, step)
      const { notes, ...rest } = imported(result)
      return { ...rest, notes: result.mobility === null && absent ? [...notes, absent] : notes }
    } finally {
      done()
    }
  },
})

export const repertoryImporters: Readonly<Record<string, Importer>> = {
  rome: importer(
    'ROME 4.0, the French public repertory of occupations',
    'folder or zip of the official CSV files',
    importRome,
    'The official mobility file is not there: no mobility links were read.',
  ),
  esco: importer('ESCO, the European classification', 'zip of the official CSV files', importEsco, null),
  occupations: importer('own occupation sheets', 'YAML or CSV', importSheets, null),
  skills: importer('own skills', 'YAML or CSV', importSheets, null),
}

const exporter = <Entry>(
  summary: string,
  entries: (read: ReturnType<typeof reader>) => Promise<readonly Entry[]>,
  yaml: (entries: readonly Entry[]) => string,
  csv: (entries: readonly Entry[]) => string,
): Exporter => ({
  summary,
  writes: ['yaml', 'csv'],
  run: async ({ db }, path) => {
    const found = await entries(reader(db))
    await writeFile(path, extname(path).toLowerCase() === '.csv' ? csv(found) : yaml(found))
    return found.length
  },
})

export const repertoryExporters: Readonly<Record<string, Exporter>> = {
  occupations: exporter('own occupation sheets', (read) => sheetEntries(read, system), yamlOf, sheetsCsv),
  skills: exporter('own skills', (read) => skillEntries(read, system), yamlOf, skillsCsv),
}
