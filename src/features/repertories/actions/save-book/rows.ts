import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Scope } from '../../../../db/scope.ts'
import { narrow } from '../../../../db/scope.ts'
import type { Tx } from '../../../../db/writer.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Language } from '../../../../kernel/language.ts'
import { freeSlug, slugOf } from '../../../../kernel/slug.ts'
import type { occupation, skill } from '../../../occupations/tables.ts'
import type { Book } from '../../rules/book.ts'
import type { Progress } from '../../rules/progress.ts'
import type { Counts } from '../../tables/vocabulary.ts'

export type Saving = { tx: Tx; actor: Actor; book: Book; now: Date; language: Language; progress: Progress }

export type Known = {
  readonly id: string
  readonly slug: string
  readonly code: string | null
  readonly checksum: string
  readonly gone: boolean
}

const checksumOf = (content: unknown) => createHash('sha1').update(JSON.stringify(content)).digest('base64')

/** What to write of one kind of record: the new, the changed, and those that the repertory does not have any more. */
export function compare<Item extends { readonly code: string }>(
  items: Iterable<Item>,
  known: readonly Known[],
  content: (item: Item) => unknown,
) {
  const byCode = new Map(known.map((one) => [one.code, one]))
  const created: (Item & { checksum: string })[] = []
  const updated: (Item & { checksum: string; known: Known })[] = []
  let unchanged = 0
  for (const item of items) {
    const there = byCode.get(item.code)
    byCode.delete(item.code)
    const checksum = checksumOf(content(item))
    if (!there) created.push({ ...item, checksum })
    else if (there.checksum !== checksum || there.gone) updated.push({ ...item, checksum, known: there })
    else unchanged++
  }
  const withdrawn = [...byCode.values()].filter((one) => !one.gone)
  const counts: Counts = { created: created.length, updated: updated.length, unchanged, withdrawn: withdrawn.length }
  return { created, updated, withdrawn, counts }
}

const some = 5000
/** Many ids, a few thousand at a time: one array parameter each. */
export async function inParts<Item>(items: readonly Item[], run: (part: readonly Item[]) => Promise<unknown>) {
  for (let from = 0; from < items.length; from += some) await run(items.slice(from, from + some))
}
export const anyOf = (column: unknown, values: readonly string[]) => sql`${column} = any(${sql.param(values)}::uuid[])`
export const clear = (tx: Tx, scope: Scope, column: unknown, ids: readonly string[]) =>
  inParts(ids, (part) => tx.removeAll(narrow(scope, anyOf(column, part))))

export const idsByCode = async (tx: Tx, scope: Scope, table: typeof skill | typeof occupation) =>
  new Map((await tx.select({ id: table.id, code: table.code }).from(scope)).map(({ id, code }) => [code ?? '', id]))

export function newSlug(wished: string, taken: Set<string>): string {
  const slug = freeSlug(
    slugOf(wished.length > 76 ? `${wished.slice(0, 70)}-${wished.split('-').at(-1)}` : wished),
    taken,
  )
  taken.add(slug)
  return slug
}
