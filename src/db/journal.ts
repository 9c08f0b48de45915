import { and, eq, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Reader } from './reader.ts'
import { type Scope, scope } from './scope.ts'
import { journal } from './tables.ts'

/**
 * What was done to one record, newest first: nothing unless the record is within the scope, which is therefore one for
 * those who may read histories. Names of people are the reader's to add.
 */
export async function historyOf(read: Reader, records: Scope, id: string, most = 100) {
  const isSeen = await read.count(records, sql`${(records.table as typeof journal).id} = ${id}`)
  if (isSeen === 0) return []
  return read
    .select({
      id: journal.id,
      at: journal.at,
      actorId: journal.actorId,
      actorKind: journal.actorKind,
      action: journal.action,
      changes: journal.changes,
      note: journal.note,
    })
    .from(scope(journal))
    .where(and(eq(journal.subjectTable, getTableConfig(records.table).name), eq(journal.subjectId, id)))
    .orderBy(sql`${journal.id} desc`)
    .limit(most)
}
export type Deed = Awaited<ReturnType<typeof historyOf>>[number]
