import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

export type Migration = { readonly tag: string; readonly when: number }
export const migrationsFolder = 'migrations'

/** The migrations that this program knows, oldest first. */
export function knownMigrations(folder = migrationsFolder): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: Migration[] }
  return journal.entries.map(({ tag, when }) => ({ tag, when }))
}

/** When the newest migration of a database was written, as the journal says it; 0 for a database without any. */
export async function migratedTo(client: pg.ClientBase): Promise<number> {
  const { rows: there } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as name`)
  if (there[0]?.name === null) return 0
  const { rows } = await client.query('select max(created_at)::float8 as newest from drizzle.__drizzle_migrations')
  return rows[0]?.newest ?? 0
}

/** The number is any number: nobody else takes this lock. */
const lock = 20_260_101

/**
 * Applies what is new in `folder`, all or nothing, and returns how many that were. The lock keeps two starting servers
 * from doing so at once. Throws CannotStart when the database has migrations that this program does not know.
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const db = drizzle(client, { casing: 'snake_case' })
    await db.execute(sql`select pg_advisory_lock(${lock})`)
    const known = knownMigrations(folder)
    const before = await migratedTo(client)
    if (before > (known.at(-1)?.when ?? 0))
      throw new CannotStart(
        'The database was written by a newer Passerelle than this one. Start that one, or restore a backup made by this one.',
      )
    const fresh = known.filter(({ when }) => when > before)
    if (fresh.length > 0) await run(db, { migrationsFolder: folder })
    return fresh.length
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const { message, cause } = error as Error
    throw new CannotStart(
      `The database could not be brought up to date and is as it was: ${(cause as Error | undefined)?.message ?? message}.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The schema of an empty database as it was at the migration `when`, inside the caller's transaction: what the migrator
 * does, statement by statement. Throws CannotStart when this program does not know that migration.
 */
export async function migrateUpTo(client: pg.ClientBase, when: number, folder = migrationsFolder): Promise<void> {
  const all = readMigrationFiles({ migrationsFolder: folder })
  if (!all.some(({ folderMillis }) => folderMillis === when))
    throw new CannotStart(
      'The archive was made by another Passerelle, whose database this one does not know. Nothing was changed.',
    )
  await client.query('create schema drizzle')
  await client.query(
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  )
  for (const { sql: statements, hash, folderMillis } of all.filter((one) => one.folderMillis <= when)) {
    for (const statement of statements) await client.query(statement)
    await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      hash,
      folderMillis,
    ])
  }
}
