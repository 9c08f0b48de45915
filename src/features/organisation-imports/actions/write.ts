import { getTableColumns, inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from '../../../db/ids.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Described } from '../../organisations/schema/input.ts'
import { establishment, headCount, organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'

/** The columns that are written: neither the id nor what the database computes. */
const written = (table: PgTable) =>
  Object.entries(getTableColumns(table)).flatMap(([name, { generated }]) => (name === 'id' || generated ? [] : [name]))
export type Written = {
  readonly id: string
  readonly described: Described
  readonly row: typeof organisation.$inferInsert
}
/** Organisations with their establishments and head counts, in as few statements as possible. */
export async function writeAll(tx: Tx, records: readonly Written[]): Promise<void> {
  const [sample] = records
  if (!sample) return
  await tx.insertAll(
    organisation,
    records.map((one) => one.row),
    { on: ['id'], set: written(organisation) },
  )
  const ids = records.map((one) => one.id)
  const places = records.flatMap(({ id, described, row }) =>
    described.establishments.map((one, place) => ({
      ...one,
      id: one.id ?? uuidv7(row.changedAt as Date),
      organisationId: id,
      isHeadquarters: described.establishments.some((other) => other.isHeadquarters) ? one.isHeadquarters : place === 0,
    })),
  )
  const kept = new Set(places.map((one) => one.id))
  const counts = records.flatMap(({ id, described }) =>
    described.headCounts.map((one) => ({ ...one, organisationId: id })),
  )
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000)
    const there = await tx.rows(policy.everyEstablishment(), { where: inArray(establishment.organisationId, some) })
    const gone = there.filter((one) => !kept.has(one.id)).map((one) => one.id)
    if (gone.length > 0) await tx.removeAll(narrow(policy.everyEstablishment(), inArray(establishment.id, gone)))
    await tx.removeAll(narrow(policy.everyHeadCount(), inArray(headCount.organisationId, some)))
  }
  const [place] = places
  if (place) await tx.insertAll(establishment, places, { on: ['id'], set: written(establishment) })
  await tx.insertAll(headCount, counts)
}
