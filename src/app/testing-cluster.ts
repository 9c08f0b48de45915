import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Embedded, embedded } from '../db/embedded.ts'
import { type FileLock, tryLock } from '../db/file-lock.ts'
import { migrate } from '../db/migrate.ts'
import { openQueue } from '../db/queue.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Ends in /test: replace that by the name of the clone. */
    databaseUrl: string
  }
}

/** Tests lose nothing that matters when the power goes. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '80' }

/** A template made from the same migrations, by the same queue, is the same template. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/pg-boss/package.json'))
  for (const name of readdirSync('migrations', { recursive: true, encoding: 'utf8' }).sort())
    if (statSync(join('migrations', name)).isFile()) hash.update(name).update(readFileSync(join('migrations', name)))
  return hash.digest('hex').slice(0, 16)
}

/** Two runs at the same moment (an editor's and a person's) do not share a server. */
function freeFolder(): { folder: string; lock: FileLock } {
  mkdirSync('var', { recursive: true })
  for (let n = 1; ; n++) {
    const lock = tryLock(`var/test-postgres-${n}.lock`)
    if (lock) return { folder: `var/test-postgres-${n}`, lock }
  }
}

/** Makes the template when the one of these migrations is not there, and takes away what earlier runs left. */
async function prepareTemplate(cluster: Embedded): Promise<void> {
  const template = `template_${fingerprint()}`
  const databases = await cluster.ask(
    `select datname, datistemplate from pg_database where datname ~ '^(test|template_)'`,
  )
  const isMade = databases.some((found) => found.datname === template && found.datistemplate)
  for (const { datname } of databases.filter((found) => found.datname !== template || !isMade)) {
    await cluster.ask(`alter database "${datname}" is_template false`)
    await cluster.ask(`drop database "${datname}" with (force)`)
  }
  if (!isMade) {
    await cluster.create(template)
    await migrate(cluster.url(template))
    await (await openQueue(cluster.url(template), { supervised: false, failed: () => {} })).stop()
    // Last: a template left half made by a stopped run is not marked, and is made again.
    await cluster.ask(`alter database "${template}" is_template true`)
  }
  await cluster.create('test_template', template)
}

/**
 * One PostgreSQL for all tests, kept between runs in var/test-postgres-1; a template with all migrations, made again when
 * they changed, and cloned for each worker. Clones of earlier runs go.
 */
export default async function setup(project: TestProject) {
  const { folder, lock } = freeFolder()
  const cluster = await embedded(folder, { settings: fast })
  const stop = async () => {
    await cluster.stop()
    lock.release()
  }
  try {
    await prepareTemplate(cluster)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('databaseUrl', cluster.url('test'))
  return stop
}
