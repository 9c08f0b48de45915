import { eq } from 'drizzle-orm'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { importLine, importRun } from '../tables.ts'
import { text } from '../text/import.ts'

export const loadRun = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.importsVisibleTo(actor), eq(importRun.id, id))
export const linesOf = (tx: Tx, actor: Actor, id: string) =>
  tx.rows(policy.importLinesVisibleTo(actor), { where: eq(importLine.importId, id), orderBy: [importLine.line] })
export type StoredLine = Awaited<ReturnType<typeof linesOf>>[number]
/** The lines that write something. */
export const writingLines = async (tx: Tx, actor: Actor, id: string) =>
  (await linesOf(tx, actor, id)).filter(({ outcome }) => outcome === 'created' || outcome === 'updated')
export const organisationIds = (lines: readonly StoredLine[]) => lines.flatMap((line) => line.organisationId ?? [])

const mostNames = 5
/** « Studio Bleu, Forge et 3 autres » */
export function named(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostNames).join(', ')
  return names.length > mostNames ? text(language)('andMore', { names: shown, count: names.length - mostNames }) : shown
}
