import { sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { storageOf } from '../../../db/storage/attached.ts'
import { journal } from '../../../db/tables.ts'
import { type Actor, isStaff } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { document } from '../tables.ts'

const sums = {
  files: sql<number>`count(*)::int`,
  bytes: sql<number>`coalesce(sum(${document.bytes}), 0)::float8`,
}
/** The team sees figures of everybody's files; anybody else none. */
const all = (actor: Actor) =>
  isStaff(actor) ? policy.visibleTo(actor) : narrow(policy.ownDocuments(actor), sql`false`)

/** What is kept, for what and by how many people; where; and what waits to be removed. */
export async function storageUse(read: Reader, actor: Actor) {
  const [purposes, [whole], waiting] = await Promise.all([
    read
      .select({
        purpose: document.purpose,
        ...sums,
        people: sql<number>`count(distinct ${document.ownerId})::int`,
        largest: sql<number>`max(${document.bytes})`,
      })
      .from(all(actor))
      .groupBy(document.purpose)
      .orderBy(sql`sum(${document.bytes}) desc`, document.purpose),
    read.select(sums).from(all(actor)),
    read.count(policy.discardedObjects(actor)),
  ])
  const { kind, place } = storageOf(read)
  return { kind, place, purposes, waiting, files: whole?.files ?? 0, bytes: whole?.bytes ?? 0 }
}
export type StorageUse = Awaited<ReturnType<typeof storageUse>>

/** The last sweeps with what they found, the newest first. */
export const sweeps = (read: Reader, actor: Actor) =>
  read
    .select({ id: journal.id, at: journal.at, actorKind: journal.actorKind, note: journal.note })
    .from(policy.sweepsVisibleTo(actor))
    .orderBy(sql`${journal.id} desc`)
    .limit(14)
export type Sweep = Awaited<ReturnType<typeof sweeps>>[number]

/** Whether the storage answers now; the sentence of its trouble is for whoever runs the site. */
export const storageTrouble = (read: Reader): Promise<string | null> =>
  storageOf(read)
    .check()
    .then(
      () => null,
      (error: Error) => error.message,
    )

export const waitingObjects = (read: Reader, actor: Actor) => read.count(policy.discardedObjects(actor))
