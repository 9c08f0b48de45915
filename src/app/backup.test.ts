import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { connect } from '../db/database.ts'
import { dumpedTables } from '../db/dump.ts'
import { keepMeans } from '../db/means.ts'
import { migrate } from '../db/migrate.ts'
import { diskStorage } from '../db/storage/disk.ts'
import { mayRemove } from '../db/storage/objects.ts'
import { bytesOf } from '../db/storage/storage.ts'
import { writer } from '../db/writer.ts'
import { backup } from './backup.ts'
import { isInUse, openArchive, restoreDatabase, restoreFiles } from './restore.ts'

const server = inject('databaseUrl').replace(/test$/, 'postgres')
const urlOf = (name: string) => inject('databaseUrl').replace(/test$/, name)
const state = { folder: '', names: [] as string[], clients: [] as pg.Client[] }
const archivePath = () => join(state.folder, 'archive.zip')
const storage = () => diskStorage(join(state.folder, 'files'))

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
/** A database of its own, with all migrations. */
async function database(): Promise<pg.Client> {
  const name = `test_backup_${process.pid}_${state.names.length}`
  state.names.push(name)
  await ask(server, `create database ${name} template test_template`)
  const client = new pg.Client({ connectionString: urlOf(name) })
  state.clients.push(client)
  await client.connect()
  return client
}
const fill = (client: pg.Client) =>
  client.query(`
    insert into account_user (id, name, email, headline) values
      ('00000000-0000-7000-8000-000000000001', E'Zoé "la\nlongue", d''Art', 'zoe@example.org', ''),
      ('00000000-0000-7000-8000-000000000002', '\\N', 'n@example.org', 'œuvre, № 1; \\. 日本');
    insert into account_session (token, user_id, expires_at) values ('t', '00000000-0000-7000-8000-000000000001', 'infinity');
    insert into journal (at, actor_kind, action, changes, subject_id)
      select now(), 'system', 'test.deed', jsonb_build_object('n', jsonb_build_array(null, n)), case when n % 2 = 0 then '' end
      from generate_series(1, 5000) n;
    insert into outbox (recipient, language, subject, text) values ('a@example.org', 'fr', 'Bonjour', E'Une\\r\\nligne');`)
async function content(client: pg.Client) {
  const entries = []
  for (const { name } of await dumpedTables(client)) {
    const { rows } = await client.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as sum, count(*) as n from public."${name}" t`,
    )
    entries.push([name, rows[0]])
  }
  return Object.fromEntries(entries)
}
const write = (client: pg.Client) =>
  backup(archivePath(), { client, storage: storage(), secret: 'secret', keepsSecret: true, now: new Date() }, () => {})

// A restore makes every table anew: slow when others use the machine too.
vi.setConfig({ testTimeout: 60_000 })

beforeEach(async () => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle-backup-'))
  await storage().put(Buffer.from([0, 1, 2, 255]))
})
afterEach(async () => {
  for (const client of state.clients.splice(0)) await client.end()
  for (const name of state.names) await ask(server, `drop database ${name} with (force)`)
  state.names = []
  rmSync(state.folder, { recursive: true, force: true })
})

test('what was backed up comes back: every table, every file, every odd character', async () => {
  const [first, second] = [await database(), await database()]
  await fill(first)
  const made = await write(first)
  expect(made).toMatchObject({ files: 1 })
  expect(statSync(archivePath()).mode & 0o777).toBe(0o600)
  const archive = await openArchive(archivePath(), () => {})
  await restoreDatabase(second, archive, () => {})
  const restored = diskStorage(join(state.folder, 'restored'))
  expect(await restoreFiles(archive, restored)).toBe(1)
  archive.close()
  expect(await content(second)).toEqual(await content(first))
  for await (const { key } of storage().list())
    expect(await bytesOf(await restored.get(key))).toEqual(Buffer.from([0, 1, 2, 255]))
  // The rules guard the new database too, and it needs no migration.
  const foreign = `insert into account_session (token, user_id, expires_at) values ('u', '00000000-0000-7000-8000-00000000000f', now())`
  await expect(second.query(foreign)).rejects.toThrow(/foreign key/)
  expect(await migrate(urlOf(state.names[1] ?? ''))).toBe(0)
})

test('a backup is one moment: what is written while it runs is not in it', async () => {
  const [first, second] = [await database(), await database()]
  await fill(first)
  const before = await content(first)
  const other = new pg.Pool({ connectionString: urlOf(state.names[0] ?? ''), max: 1 })
  const late = `insert into outbox (recipient, language, subject, text) values ('b@example.org', 'fr', 'Tard', '')`
  const writing: Promise<unknown>[] = []
  await backup(
    archivePath(),
    { client: first, storage: storage(), secret: 's', keepsSecret: false, now: new Date() },
    () => writing.push(other.query(late)),
  )
  await Promise.all(writing)
  await other.end()
  const archive = await openArchive(archivePath(), () => {})
  await restoreDatabase(second, archive, () => {})
  archive.close()
  expect(writing.length).toBeGreaterThan(3)
  expect(await content(second)).toEqual(before)
})

test('an archive is refused when a part of it is missing or altered, wherever that is', async () => {
  const first = await database()
  await fill(first)
  await write(first)
  const whole = readFileSync(archivePath())
  const damaged = join(state.folder, 'damaged.zip')
  const refused = async (bytes: Buffer) => {
    writeFileSync(damaged, bytes)
    await expect(openArchive(damaged, () => {})).rejects.toThrow(
      /damaged\.zip cannot be restored: .*Nothing was changed\.$/s,
    )
  }
  for (const part of [0, 0.1, 0.5, 0.9, 0.9999]) await refused(whole.subarray(0, Math.floor(whole.length * part)))
  for (const at of [0.3, 0.4, 0.5, 0.6]) {
    const bytes = Buffer.from(whole)
    const place = Math.floor(bytes.length * at)
    bytes[place] = (bytes[place] ?? 0) ^ 1
    await refused(bytes)
  }
  await expect(openArchive(join(state.folder, 'nowhere.zip'), () => {})).rejects.toThrow(/there is no such file/)
})

test('a restore that fails in the middle leaves everything as it was', async () => {
  const [first, second] = [await database(), await database()]
  await fill(first)
  await write(first)
  await fill(second)
  await second.query(`delete from journal where subject_id is null`)
  const before = await content(second)
  const archive = await openArchive(archivePath(), () => {})
  const loaded: string[] = []
  await expect(
    restoreDatabase(second, archive, (table) => {
      loaded.push(table)
      if (table === 'journal') throw new Error('the power went')
    }),
  ).rejects.toThrow('the power went')
  archive.close()
  expect(loaded).toContain('account_user')
  expect(await content(second)).toEqual(before)
})

test('a database is in use as soon as somebody did something in it', async () => {
  const client = await database()
  expect(await isInUse(client)).toBe(false)
  await fill(client)
  expect(await isInUse(client)).toBe(true)
})

test('nothing is removed from the storage while a backup reads it', async () => {
  const client = await database()
  const other = connect(urlOf(state.names[0] ?? ''), 1)
  const asked: boolean[] = []
  const mayRemoveNow = () =>
    other.db.transaction(async (transaction) => {
      const tx = keepMeans(
        writer(transaction, () => {}),
        { root: other.db, transaction },
      )
      return mayRemove(tx)
    })
  const disk = storage()
  const watched = {
    ...disk,
    async get(...asking: Parameters<typeof disk.get>) {
      asked.push(await mayRemoveNow())
      return disk.get(...asking)
    },
  }
  await backup(archivePath(), { client, storage: watched, secret: 's', keepsSecret: false, now: new Date() }, () => {})
  expect(new Set(asked)).toEqual(new Set([false]))
  expect(await mayRemoveNow()).toBe(true)
  await other.pool.end()
})
