// npm run bench: how fast, how large, in one table, against what a user would pick instead. Words after it choose parts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { type Line, table } from './figures.ts'
import { described } from './machine.ts'
import { parts } from './parts.ts'
import { openStage } from './stage.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false }, folder: { type: 'string' } },
})
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`There is no part "${unknown[0]}"; there are ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const began = performance.now()
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'bench-'))
mkdirSync(folder, { recursive: true })
chmodSync(folder, 0o755) // the database server may run as another user
const stage = openStage(folder)
const lines: Line[] = []
let machine = ''
try {
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    const from = performance.now()
    try {
      lines.push(...(await part(stage)))
    } catch (error) {
      console.error(error)
      lines.push({ what: name, ours: 'failed, see above', met: false })
      process.exitCode = 1
    }
    console.error(`… ${name} ${((performance.now() - from) / 1000).toFixed(0)} s`)
  }
  const client = new pg.Client({ connectionString: (await stage.application()).databaseUrl })
  await client.connect()
  machine = await described(client)
  await client.end()
} finally {
  await stage.close()
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${machine}`)
console.log(
  `Medians of several runs, (least–most) beside. ${((performance.now() - began) / 1000).toFixed(0)} s in all.\n`,
)
console.log(table(lines))
