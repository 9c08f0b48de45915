import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import yazl from 'yazl'
import { version } from '../../package.json'
import { dumpedSequences, dumpedTables, dumpTable } from '../db/dump.ts'
import { knownMigrations, migratedTo } from '../db/migrate.ts'
import {
  type ArchiveEntry,
  archiveFormat,
  archiveVersion,
  explanation,
  type Manifest,
  manifestName,
  sealing,
  sealName,
  sha256,
  tablePath,
} from './archive.ts'

type Source = {
  readonly client: pg.ClientBase
  readonly filesFolder: string
  readonly secret: string
  /** Whether the secret is kept in the data folder, and so belongs into the archive. */
  readonly keepsSecret: boolean
  readonly now: Date
}
export type Backup = { readonly tables: number; readonly files: number; readonly bytes: number }

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile())
        .map((found) => join(found.parentPath, found.name))
        .sort()
    : []

/**
 * Writes the archive: every table as it was at one moment (one repeatable-read transaction), then the files. What is
 * uploaded meanwhile may be in it without its row, never a row without its file. Other work goes on; nothing is locked.
 */
export async function backup(target: string, source: Source, done: (entry: ArchiveEntry) => unknown): Promise<Backup> {
  const { client, filesFolder, secret, keepsSecret, now } = source
  await client.query('begin isolation level repeatable read, read only')
  const [tables, sequences] = [await dumpedTables(client), await dumpedSequences(client)]
  const newest = await migratedTo(client)
  const migration = knownMigrations().find(({ when }) => when === newest) ?? { tag: 'unknown', when: newest }
  const entries: ArchiveEntry[] = []
  const zip = new yazl.ZipFile()
  const options = { mtime: now, mode: 0o100600 }
  /** yazl opens one entry after the other, so the tables share the transaction and the manifest comes last. */
  const add = (path: string, open: () => Readable, isListed = true) =>
    zip.addReadStreamLazy(path, options, (ready) => {
      const stream = open()
      const sealed = sealing(path, (entry) => {
        if (!isListed) return
        entries.push(entry)
        done(entry)
      })
      stream.on('error', (error) => sealed.destroy(error))
      sealed.on('error', (error) => zip.emit('error', error))
      ready(null, stream.pipe(sealed))
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
  const files = filesIn(filesFolder)
  for (const path of files)
    add(`files/${relative(filesFolder, path).split(sep).join('/')}`, () => createReadStream(path))
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
  return { tables: tables.length, files: files.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) }
}
