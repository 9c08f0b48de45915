import { writeFileSync } from 'node:fs'
import { normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import yauzl from 'yauzl'
import { CannotStart } from '../db/cannot-start.ts'
import { dumpedTables, loadTable, setSequence, withoutConstraints } from '../db/dump.ts'
import { emptyDatabase } from '../db/empty-database.ts'
import { markFirstStart } from '../db/first-start.ts'
import { migrateUpTo } from '../db/migrate.ts'
import type { Storage } from '../db/storage/storage.ts'
import {
  type ArchiveEntry,
  type Manifest,
  manifestName,
  manifestShape,
  objectPath,
  sealing,
  sealName,
  sha256,
  tablePath,
} from './archive.ts'

export type Archive = {
  readonly manifest: Manifest
  readonly open: (path: string) => Promise<NodeJS.ReadableStream & AsyncIterable<Buffer>>
  readonly close: () => void
}

const refuse = (path: string, why: string) =>
  new CannotStart(`${path} cannot be restored: ${why}. Nothing was changed.`)

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
const isInside = (path: string) => !path.startsWith('/') && !normalize(path).startsWith('..') && !path.includes('\\')

/** Opens an archive and reads all of it once: it answers only for one that is whole and unaltered. */
export async function openArchive(path: string, checked: (entry: ArchiveEntry) => void): Promise<Archive> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true }).catch((error) => {
    if (error.code === 'ENOENT') throw refuse(path, 'there is no such file')
    throw refuse(path, `it is no archive, or only the beginning of one (${error.message})`)
  })
  try {
    const found = new Map<string, yauzl.Entry>()
    for await (const entry of zip.eachEntry()) found.set(entry.fileName, entry)
    const open = async (name: string) => {
      const entry = found.get(name)
      if (!entry) throw refuse(path, `${name} is missing in it`)
      return (await zip.openReadStreamPromise(entry)) as NodeJS.ReadableStream & AsyncIterable<Buffer>
    }
    const manifest = await readManifest(path, open)
    const listed = new Set([...manifest.entries.map((entry) => entry.path), manifestName, sealName])
    const stranger = [...found.keys()].find((name) => !listed.has(name) || !isInside(name))
    if (stranger) throw refuse(path, `${stranger} does not belong in it`)
    for (const entry of manifest.entries) {
      await checkEntry(path, entry, await open(entry.path))
      checked(entry)
    }
    return { manifest, open, close: () => zip.close() }
  } catch (error) {
    zip.close()
    if (error instanceof CannotStart) throw error
    throw refuse(path, `it is damaged (${(error as Error).message})`)
  }
}

async function readManifest(path: string, open: Archive['open']): Promise<Manifest> {
  const [text, seal] = [await textOf(await open(manifestName)), await textOf(await open(sealName))]
  if (sha256(text) !== seal.trim()) throw refuse(path, `${manifestName} was altered`)
  const read = manifestShape.safeParse(JSON.parse(text))
  if (!read.success) throw refuse(path, 'it was made by another version of the backup format')
  return read.data
}

async function checkEntry(path: string, wanted: ArchiveEntry, stream: NodeJS.ReadableStream): Promise<void> {
  const seen: { entry?: ArchiveEntry } = {}
  const seal = sealing(wanted.path, (entry) => {
    seen.entry = entry
  })
  await pipeline(stream, seal.resume())
  if (seen.entry?.sha256 !== wanted.sha256 || seen.entry.bytes !== wanted.bytes)
    throw refuse(path, `${wanted.path} was altered`)
}

/** Every deed leaves an entry in the journal: a database without entries and accounts holds only what migrations put there. */
export async function isInUse(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    'select exists (select from journal) or exists (select from account_user) as used',
  )
  return rows[0]?.used === true
}

/**
 * Puts the archive in the place of whatever the database holds, in one transaction: the schema as it was when the archive
 * was made, then its rows. Readers wait and then see the new content; when anything fails, nothing has happened.
 */
export async function restoreDatabase(
  client: pg.ClientBase,
  archive: Archive,
  loaded: (table: string) => void,
): Promise<void> {
  const { manifest } = archive
  await client.query('begin')
  try {
    await emptyDatabase(client)
    await migrateUpTo(client, manifest.migration.when)
    const there = new Set((await dumpedTables(client)).map(({ name }) => name))
    const unknown = manifest.tables.find(({ name }) => !there.has(name))
    if (unknown)
      throw new CannotStart(
        `The archive has a table ${unknown.name} that this program does not know. Nothing was changed.`,
      )
    await withoutConstraints(client, async () => {
      for (const { name } of manifest.tables) await client.query(`truncate public."${name}"`)
      for (const table of manifest.tables) {
        await loadTable(client, table, await archive.open(tablePath(table.name)))
        loaded(table.name)
      }
    })
    for (const sequence of manifest.sequences) await setSequence(client, sequence)
    await markFirstStart(client, 'done')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/**
 * Puts the files of the archive into the storage, before the rows that speak of them. An object is named by its content, so
 * nothing is ever overwritten; what no row speaks of afterwards goes with the next sweep, a day later.
 */
export async function restoreFiles(archive: Archive, storage: Storage): Promise<number> {
  const files = archive.manifest.entries.filter(({ path }) => path.startsWith('files/'))
  for (const { path } of files) {
    const { key } = await storage.put(await archive.open(path))
    if (objectPath(key) !== path) throw new CannotStart(`${path} is not what its name says. No table was changed.`)
  }
  return files.length
}

export async function restoreSecret(archive: Archive, path: string): Promise<boolean> {
  if (!archive.manifest.entries.some((entry) => entry.path === 'secret')) return false
  writeFileSync(path, await textOf(await archive.open('secret')), { mode: 0o600 })
  return true
}
