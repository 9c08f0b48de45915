// Never runs: tsc proves here that what must not be forgotten cannot be forgotten.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from './action.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import type { Reader } from './reader.ts'
import { scope } from './scope.ts'
import { journal, outbox } from './tables.ts'
import type { Tx } from './writer.ts'

const input = z.object({ id: z.uuid() })
const run = async () => ({ id: '' })
// @ts-expect-error: no `allow`
action({ name: 'a.b', about: journal, input, load: nothing, run })
action({
  name: 'a.b',
  about: journal,
  input,
  // @ts-expect-error: `allow` asks for more than `load` gives
  load: nothing,
  allow: (_actor, subject: { owner: string }) => subject.owner === '',
  run,
})
export const reads = (read: Reader) => [
  // @ts-expect-error: a table is no scope
  read.rows(outbox),
  // @ts-expect-error: a table is no scope
  read.select({ id: outbox.id }).from(outbox),
  // @ts-expect-error: a join to a table without its scope
  read.select({ id: outbox.id }).from(scope(outbox)).innerJoin(journal, sql`true`),
  // @ts-expect-error: a condition is no scope, however true it is
  read.count(sql`true`),
]
export const writes = (tx: Tx) => [
  // @ts-expect-error: no scope
  tx.lock(outbox, sql`true`),
  // @ts-expect-error: rows cannot be changed unseen
  tx.updateAll(outbox, sql`true`, { state: 'sent' }),
  // @ts-expect-error: rows cannot be removed unseen
  tx.removeAll(outbox),
]
// @ts-expect-error: a context opens no way to the database
export const leak = (context: Context): Database => context.db
