import { type Command, Misused } from '../command.ts'
import type { Imported } from '../exchange.ts'

/** Loaded late: what imports know is most of the program. */
const load = async () => (await import('../exchanges.ts')).importers
const kinds = async () =>
  Object.entries(await load()).map(([name, { summary, reads }]) => `  ${name.padEnd(16)}${summary} (${reads})`)
const mostShown = 20

function summaryOf({ created, updated, unchanged, refused, notes }: Imported): string[] {
  const shown = refused.slice(0, mostShown)
  return [
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused`,
    ...notes,
    ...shown.map(({ file, line, reason }) => `refused: ${file}${line === null ? '' : `, line ${line}`}: ${reason}`),
    ...(refused.length > shown.length ? [`... and ${refused.length - shown.length} more`] : []),
  ]
}

export const importCommand: Command = {
  name: 'import',
  summary: 'Reads official or own files: a second import of the same file changes nothing.',
  usage: '<kind> <file or folder>',
  takes: [2, 2],
  notes: async () => ['Kinds:', ...(await kinds())],
  options: {},
  run: async ({ positionals: [kind = '', name = ''] }, { open, out, path, progress }) => {
    const importers = await load()
    const importer = Object.hasOwn(importers, kind) ? importers[kind] : undefined
    if (!importer)
      throw new Misused(
        `There is nothing called "${kind}" to import; there are ${Object.keys(importers).join(', ') || 'none'}.`,
      )
    const { existsSync } = await import('node:fs')
    const { CannotStart } = await import('../../db/cannot-start.ts')
    if (!existsSync(path(name))) throw new CannotStart(`There is no file or folder ${path(name)}.`)
    const done = await importer.run(await open(), path(name), progress)
    for (const line of summaryOf(done)) out(line)
    return done.refused.length === 0 ? 0 : 1
  },
}
