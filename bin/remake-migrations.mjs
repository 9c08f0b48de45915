// Until a migration is released: makes it again from the tables, with the hand-written one that follows it. Those before are released.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const released = 3
const [generated, byHand] = ['0003_exchange', '0004_exchange_words']
const journal = 'migrations/meta/_journal.json'
const sql = `migrations/${byHand}.sql`

const words = existsSync(sql)
  ? readFileSync(sql, 'utf8')
  : '-- Triggers and rows that no table definition can say.\nSELECT 1;\n'
for (const name of [generated, byHand])
  for (const file of [`migrations/${name}.sql`, `migrations/meta/${name.slice(0, 4)}_snapshot.json`])
    if (existsSync(file)) rmSync(file)
const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'))
writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, released) }, null, 2))

const generate = (...args) =>
  execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...args], { stdio: 'inherit' })
generate(`--name=${generated.slice(5)}`)
if (existsSync(`migrations/${generated}.sql`)) {
  generate('--custom', `--name=${byHand.slice(5)}`)
  writeFileSync(sql, words)
}
