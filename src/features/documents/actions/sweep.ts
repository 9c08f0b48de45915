import { inArray, sql } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import { storageOf } from '../../../db/storage/attached.ts'
import { mayRemove, removeObject } from '../../../db/storage/objects.ts'
import type { StoredObject } from '../../../db/storage/storage.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import * as policy from '../policy.ts'
import { inBatches, looksWrong } from '../rules/sweeping.ts'
import { sweepInput } from '../schema/document.ts'
import { discarded, document } from '../tables.ts'

const mostAtOnce = 500
const day = 86_400_000
const isUsed = (tx: Tx, key: string) => async () => (await tx.count(policy.speakingOf(key))) > 0

/** Removes the objects that rows have let go, unless another row speaks of them. */
export const discard = action({
  name: 'documents.discard',
  about: discarded,
  input: sweepInput,
  load: nothing,
  allow: policy.sweep,
  async run({ tx, actor, note }) {
    if (!(await mayRemove(tx))) return {}
    const all = policy.discardedObjects(actor)
    const rows = await tx.rows(all, { orderBy: [discarded.at, discarded.sha256], limit: mostAtOnce })
    let objects = 0
    for (const { sha256 } of rows) if (await removeObject(tx, sha256, isUsed(tx, sha256))) objects += 1
    const keys = rows.map(({ sha256 }) => sha256)
    if (keys.length > 0) await tx.removeAll(narrow(all, inArray(discarded.sha256, keys)))
    note({ objects })
    return {}
  },
})

async function knownAmong(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const files = await tx.select({ key: document.sha256 }).from(policy.naming('sha256', keys))
  const pictures = await tx.select({ key: sql<string>`${document.thumbnail}` }).from(policy.naming('thumbnail', keys))
  return new Set([...files, ...pictures].map(({ key }) => key))
}

/** How many objects the rows speak of. */
async function spokenOf(tx: Tx, actor: Actor): Promise<number> {
  const [row] = await tx
    .select({
      files: sql<number>`count(distinct ${document.sha256})::int`,
      pictures: sql<number>`count(distinct ${document.thumbnail})::int`,
    })
    .from(policy.visibleTo(actor))
  return (row?.files ?? 0) + (row?.pictures ?? 0)
}

/** Everything that is in the storage, and what of it no row speaks of though it is a day old. */
async function survey(tx: Tx, before: Date) {
  const found = { objects: 0, bytes: 0, known: 0 }
  const strangers: StoredObject[] = []
  for await (const batch of inBatches(storageOf(tx).list(), mostAtOnce)) {
    const known = await knownAmong(
      tx,
      batch.map(({ key }) => key),
    )
    found.objects += batch.length
    found.bytes += batch.reduce((sum, { bytes }) => sum + bytes, 0)
    found.known += known.size
    strangers.push(...batch.filter(({ key, changedAt }) => !known.has(key) && changedAt < before))
  }
  return { ...found, strangers }
}

/** Every night: files past their last day. */
export const expire = action({
  name: 'documents.expire',
  about: document,
  input: sweepInput,
  load: nothing,
  allow: policy.sweep,
  async run({ tx, now, note }) {
    note({ expired: await tx.removeAll(policy.expiredOn(dayOf(now))) })
    return {}
  },
})

/**
 * Every night, and when the team asks: objects without a row, and what interrupted writes left. Objects without a row for a
 * day come from uploads that were killed between object and row, and from restored databases. When they are more than half
 * of everything, something else is wrong (another database, a bucket shared by mistake): nothing is removed, and a person decides.
 */
export const sweep = action({
  name: 'documents.sweep',
  about: document,
  input: sweepInput,
  load: nothing,
  allow: policy.seeStorage,
  async run({ tx, actor, input, now, note }) {
    const before = new Date(now.getTime() - day)
    const left = await storageOf(tx).tidy(before)
    const spoken = await spokenOf(tx, actor)
    const { objects, bytes, known, strangers } = await survey(tx, before)
    const isHeld = (looksWrong(strangers.length, objects) && !input.evenMany) || !(await mayRemove(tx))
    let removed = 0
    if (!isHeld)
      for (const { key } of strangers.slice(0, mostAtOnce))
        if (await removeObject(tx, key, isUsed(tx, key))) removed += 1
    const missing = Math.max(0, spoken - known)
    const result = { objects, bytes, left, removed, held: isHeld ? strangers.length : 0, missing }
    note(result)
    return result
  },
})
