import { eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { LineOutcome } from '../../../kernel/table-import.ts'
import type { ImportQueries, WhichLines } from '../../../web/table-import/queries.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { importLine, importRun } from '../tables.ts'

/** Every import, newest first. */
export const importList = (read: Reader, actor: Actor, most = 100) =>
  read
    .select({
      id: importRun.id,
      fileName: importRun.fileName,
      format: importRun.format,
      state: importRun.state,
      counts: importRun.counts,
      createdAt: importRun.createdAt,
      by: sql<string | null>`${user.name}`,
    })
    .from(policy.importsVisibleTo(actor))
    .leftJoin(policy.peopleNamed(), eq(user.id, importRun.createdBy))
    .orderBy(sql`${importRun.createdAt} desc`, importRun.id)
    .limit(most)

export const importById = (read: Reader, actor: Actor, id: string) =>
  read.one(policy.importsVisibleTo(actor), eq(importRun.id, id))
export type ImportRun = NonNullable<Awaited<ReturnType<typeof importById>>>

export const importLineCount = (read: Reader, actor: Actor, id: string) =>
  read.count(policy.importLinesVisibleTo(actor), eq(importLine.importId, id))

/** Lines of an import, as in the file, of one outcome or all. */
export const importLines = (read: Reader, actor: Actor, { id, outcome, limit, offset }: WhichLines<LineOutcome>) =>
  read
    .select({
      line: importLine.line,
      cells: importLine.cells,
      outcome: importLine.outcome,
      changes: importLine.changes,
      reason: importLine.reason,
      name: sql<string | null>`${importLine.plan} #>> '{described,displayName}'`,
      slug: sql<string | null>`${importLine.plan} ->> 'slug'`,
    })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, id)))
    .where(outcome === null ? undefined : eq(importLine.outcome, outcome))
    .orderBy(importLine.line)
    .limit(limit)
    .offset(offset)
export type ShownLine = Awaited<ReturnType<typeof importLines>>[number]

/** The first cells of each column: what a person needs to know a column. */
export const firstLines = (read: Reader, actor: Actor, id: string) =>
  read
    .select({ cells: importLine.cells })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, id)))
    .orderBy(importLine.line)
    .limit(20)

export const importQueries: ImportQueries<ImportRun, ShownLine, LineOutcome> = {
  list: importList,
  byId: importById,
  lines: importLines,
  count: importLineCount,
  first: firstLines,
}
