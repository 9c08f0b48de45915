import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { isWriting } from '../../../kernel/table-import.ts'
import * as policy from '../policy.ts'
import { importLine, importRun } from '../tables.ts'

export const loadRun = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.importsVisibleTo(actor), eq(importRun.id, id))
export const linesOf = (tx: Tx, actor: Actor, id: string) =>
  tx.rows(policy.importLinesVisibleTo(actor), { where: eq(importLine.importId, id), orderBy: [importLine.line] })
export type StoredLine = Awaited<ReturnType<typeof linesOf>>[number]
/** The lines that write something. */
export const writingLines = async (tx: Tx, actor: Actor, id: string) => (await linesOf(tx, actor, id)).filter(isWriting)
export const organisationIds = (lines: readonly StoredLine[]) => lines.flatMap((line) => line.organisationId ?? [])
