import { asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mobility, occupation, skill } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { importFile } from '../tables.ts'

/** What is imported: when, in which version, and how much of it there is now. */
export async function repertories(read: Reader, actor: Actor) {
  const [rows, sheets, skills, moves] = await Promise.all([
    read.rows(policy.repertoriesVisibleTo(actor)),
    read.select({ origin: occupation.origin, n: count() }).from(policy.listedSheets(actor)).groupBy(occupation.origin),
    read.select({ origin: skill.origin, n: count() }).from(policy.listedSkills(actor)).groupBy(skill.origin),
    read.select({ n: count(mobility.fromId) }).from(policy.moves(actor)),
  ])
  const of = (list: readonly { origin: string; n: number }[], origin: string) =>
    list.find((one) => one.origin === origin)?.n ?? 0
  return (['rome', 'esco', 'sheets'] as const).map((key) => {
    const origin = key === 'sheets' ? 'own' : key
    return {
      key,
      imported: rows.find((row) => row.key === key) ?? null,
      sheets: of(sheets, origin),
      skills: of(skills, origin),
      moves: key === 'rome' ? (moves[0]?.n ?? 0) : 0,
    }
  })
}
export type RepertoryState = Awaited<ReturnType<typeof repertories>>[number]

const listed = {
  id: importFile.id,
  kind: importFile.kind,
  fileName: importFile.fileName,
  state: importFile.state,
  submittedAt: importFile.submittedAt,
  finishedAt: importFile.finishedAt,
  step: importFile.step,
  done: importFile.done,
  summary: importFile.summary,
  refusal: importFile.refusal,
}
export const imports = (read: Reader, actor: Actor) =>
  read.select(listed).from(policy.importsVisibleTo(actor)).orderBy(desc(importFile.submittedAt)).limit(20)
export type ImportRow = Awaited<ReturnType<typeof imports>>[number]

export const importById = async (read: Reader, actor: Actor, id: string) =>
  /^[0-9a-f-]{36}$/.test(id) ? read.one(policy.importsVisibleTo(actor), eq(importFile.id, id)) : null

/** The import that has waited longest, or that a stopped process left running. */
export async function nextWaiting(read: Reader, actor: Actor): Promise<string | null> {
  const [row] = await read
    .select({ id: importFile.id })
    .from(policy.importsVisibleTo(actor))
    .where(sql`${importFile.state} in ('waiting', 'running') and ${importFile.kind} <> 'sheets'`)
    .orderBy(asc(importFile.submittedAt))
    .limit(1)
  return row?.id ?? null
}
