import { sql } from 'drizzle-orm'
import { meansOf } from '../means.ts'
import type { Tx } from '../writer.ts'
import { storageOf } from './attached.ts'
import type { Source } from './storage.ts'

type Lock = 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared'
const lock = (tx: Tx, key: string, how: Lock) =>
  meansOf(tx).transaction.execute(sql`select ${sql.raw(how)}(hashtextextended(${key}, 20060215))`)

/** Keeps an object before the row that will speak of it commits; until then nobody else removes it. */
export const putObject = (tx: Tx, source: Source) =>
  storageOf(tx).put(source, (key) => lock(tx, key, 'pg_advisory_xact_lock_shared'))

/** Removes an object unless a row speaks of it, which `isUsed` looks up while nobody can begin to. */
export async function removeObject(tx: Tx, key: string, isUsed: () => Promise<boolean>): Promise<boolean> {
  await lock(tx, key, 'pg_advisory_xact_lock')
  if (await isUsed()) return false
  await storageOf(tx).remove(key)
  return true
}

/** A backup lists the objects of the rows it has read: nothing is removed meanwhile. Session locks, for a connection of one's own. */
const removals = 20_060_216
export const keepRemovalsOut = `select pg_advisory_lock_shared(${removals})`
export const letRemovalsIn = `select pg_advisory_unlock_shared(${removals})`

/** Whether objects may be removed in this transaction: by one at a time, and not during a backup. */
export async function mayRemove(tx: Tx): Promise<boolean> {
  const { rows } = await meansOf(tx).transaction.execute(sql`select pg_try_advisory_xact_lock(${removals}) as may`)
  return rows[0]?.may === true
}
