import { extname } from 'node:path'
import { type Command, Misused } from '../command.ts'

/** Loaded late: what exports know is most of the program. */
const load = async () => (await import('../exchanges.ts')).exporters
const kinds = async () =>
  Object.entries(await load()).map(
    ([name, { summary, writes }]) => `  ${name.padEnd(16)}${summary} (${writes.join(', ')})`,
  )

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes records into a file that a spreadsheet or another program reads.',
  usage: '<kind> <file>',
  takes: [2, 2],
  notes: async () => ['Kinds:', ...(await kinds())],
  options: {},
  run: async ({ positionals: [kind = '', name = ''] }, { open, out, path, progress }) => {
    const exporters = await load()
    const exporter = Object.hasOwn(exporters, kind) ? exporters[kind] : undefined
    if (!exporter)
      throw new Misused(
        `There is nothing called "${kind}" to export; there are ${Object.keys(exporters).join(', ') || 'none'}.`,
      )
    const ending = extname(name).slice(1).toLowerCase()
    if (!exporter.writes.includes(ending))
      throw new Misused(`"${name}" should end in .${exporter.writes.join(' or .')}: the ending says what is written.`)
    const count = await exporter.run(await open(), path(name), progress)
    out(`${path(name)}: ${count} records`)
    return 0
  },
}
