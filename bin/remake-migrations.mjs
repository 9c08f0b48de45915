// Before the first release: makes the generated migration again from the tables, between the two that are written by hand.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const journal = 'migrations/meta/_journal.json'
const words = readFileSync('migrations/0002_words.sql', 'utf8')
for (const name of ['0001_start.sql', '0002_words.sql', 'meta/0001_snapshot.json', 'meta/0002_snapshot.json'])
  if (existsSync(`migrations/${name}`)) rmSync(`migrations/${name}`)
const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }, null, 2))
const generate = (...args) =>
  execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...args], { stdio: 'inherit' })
generate('--name=start')
generate('--custom', '--name=words')
writeFileSync('migrations/0002_words.sql', words)
