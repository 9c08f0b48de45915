import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import yazl from 'yazl'
import { version } from '../../package.json'
import { dumpedSequences, dumpedTables, dumpTable } from '../db/dump.ts'
import { knownMigrations, migratedTo } from '../db/migrate.ts'
import { keepRemovalsOut, letRemovalsIn } from '../db/storage/objects.ts'
import type { Storage } from '../db/storage/storage.ts'
import {
  type ArchiveEntry,
  archiveFormat,
  archiveVersion,
  explanation,
  type Manifest,
  manifestName,
  objectPath,
  sealing,
  sealName,
  sha256,
  tablePath,
} from './archive.ts'

type Source = {
  readonly client: pg.ClientBase
  readonly storage: Storage
  readonly secret: string
  /** Whether the secret is kept in the data folder, and so belongs into the archive. */
  readonly keepsSecret: boolean
  readonly now: Date
}
export type Backup = { readonly tables: number; readonly files: number; readonly bytes: number }

async function objectsIn(storage: Storage): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage.list()) keys.push(key)
  return keys
}

/**
 * Writes the archive: every table as it was at one moment (one repeatable-read transaction), then the files. What is
 * uploaded meanwhile may be in it without its row, never a row without its file: removals of files wait until it is done.
 * Other work goes on.
 */
export async function backup(target: string, source: Source, done: (entry: ArchiveEntry) => unknown): Promise<Backup> {
  const { client, storage, secret, keepsSecret, now } = source
  await client.query(keepRemovalsOut)
  await client.query('begin isolation level repeatable read, read only')
  const [tables, sequences] = [await dumpedTables(client), await dumpedSequences(client)]
  const newest = await migratedTo(client)
  const migration = knownMigrations().find(({ when }) => when === newest) ?? { tag: 'unknown', when: newest }
  const entries: ArchiveEntry[] = []
  const zip = new yazl.ZipFile()
  const options = { mtime: now, mode: 0o100600 }
  /** yazl opens one entry after the other, so the tables share the transaction and the manifest comes last. */
  const add = (path: string, open: () => Readable | Promise<Readable>, isListed = true) =>
    zip.addReadStreamLazy(path, options, async (ready) => {
      const sealed = sealing(path, (entry) => {
        if (!isListed) return
        entries.push(entry)
        done(entry)
      })
      sealed.on('error', (error) => zip.emit('error', error))
      ready(null, sealed)
      try {
        await pipeline(await open(), sealed)
      } catch (error) {
        zip.emit('error', error)
      }
    })
  const manifest = () =>
    JSON.stringify(
      {
        format: archiveFormat,
        version: archiveVersion,
        madeAt: now.toISOString(),
        program: version,
        migration,
        tables,
        sequences,
        secretSha256: sha256(secret),
        entries,
      } satisfies Manifest,
      null,
      2,
    )
  add('README.txt', () => Readable.from([Buffer.from(explanation)]))
  for (const table of tables) add(tablePath(table.name), () => dumpTable(client, table))
  const files = await objectsIn(storage)
  for (const key of files) add(objectPath(key), () => storage.get(key))
  if (keepsSecret) add('secret', () => Readable.from([Buffer.from(`${secret}\n`)]))
  add(manifestName, () => Readable.from([Buffer.from(manifest())]), false)
  add(sealName, () => Readable.from([Buffer.from(`${sha256(manifest())}\n`)]), false)
  zip.end()
  const partial = `${target}.partial`
  try {
    const failed = new Promise<never>((_, fail) => zip.on('error', fail))
    await Promise.race([failed, pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o600, flush: true }))])
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
  await client.query('commit')
  await client.query(letRemovalsIn)
  return { tables: tables.length, files: files.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) }
}
