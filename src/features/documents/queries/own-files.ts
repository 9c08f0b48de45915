import { and, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { familyOf, fileKinds } from '../schema/kinds.ts'
import { document } from '../tables.ts'

export type FilesAsked = { readonly q: string; readonly filters: URLSearchParams; readonly sort: string }
type Window = { readonly limit: number; readonly offset: number }

const orders: Readonly<Record<string, readonly SQL[]>> = {
  '-given': [sql`${document.createdAt} desc`, sql`${document.id} desc`],
  given: [sql`${document.createdAt}`, sql`${document.id}`],
  name: [sql`plain(${document.name})`, sql`${document.id}`],
  '-size': [sql`${document.bytes} desc`, sql`${document.id}`],
}

function named(q: string): SQL | undefined {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  const like = (word: string) =>
    sql`plain(${document.name}) like '%' || plain(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`
  return and(...words.map(like))
}
const purposed = (filters: URLSearchParams) => {
  const wanted = filters.getAll('purpose')
  return wanted.length > 0 ? inArray(document.purpose, wanted) : undefined
}
function ofFamily(filters: URLSearchParams): SQL | undefined {
  const wanted: readonly string[] = filters.getAll('family')
  const kinds = fileKinds.filter((kind) => wanted.includes(familyOf(kind)))
  if (wanted.length === 0) return undefined
  return kinds.length > 0 ? inArray(document.kind, kinds) : sql`false`
}

/** One's own files. */
export async function ownFiles(
  read: Reader,
  actor: Actor,
  { q, filters, sort }: FilesAsked,
  { limit, offset }: Window,
) {
  const found = narrow(policy.ownDocuments(actor), and(named(q), purposed(filters), ofFamily(filters)))
  const orderBy = orders[sort] ?? orders['-given'] ?? []
  const [rows, total] = await Promise.all([read.rows(found, { orderBy, limit, offset }), read.count(found)])
  return { rows, total }
}
export type OwnFile = Awaited<ReturnType<typeof ownFiles>>['rows'][number]

/** How many of one's files serve each purpose, and what they weigh. */
export const ownPurposes = (read: Reader, actor: Actor) =>
  read
    .select({
      purpose: document.purpose,
      files: sql<number>`count(*)::int`,
      bytes: sql<number>`sum(${document.bytes})::float8`,
    })
    .from(policy.ownDocuments(actor))
    .groupBy(document.purpose)
    .orderBy(document.purpose)

const step = 500
/** All of them, in steps, for files. */
export async function* everyOwnFile(read: Reader, actor: Actor, asked: FilesAsked): AsyncGenerator<OwnFile[]> {
  for (let offset = 0; ; offset += step) {
    const { rows } = await ownFiles(read, actor, asked, { limit: step, offset })
    if (rows.length > 0) yield rows
    if (rows.length < step) return
  }
}
