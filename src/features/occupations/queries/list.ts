import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { exists, narrow, type Scope } from '../../../db/scope.ts'
import { type Query, searchQuery } from '../../../db/search.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import type { Collection, OccupationSearch } from '../schema/search.ts'
import type { Family, Origin } from '../tables/vocabulary.ts'
import { occupation, occupationGroup, occupationSkill, skill } from '../tables.ts'
import { isAfter, numberIn, placeAfter, placeAt } from './places.ts'

export const pageSize = 30
export const rowFields = {
  id: occupation.id,
  slug: occupation.slug,
  origin: occupation.origin,
  code: occupation.code,
  state: occupation.state,
  masculine: occupation.masculine,
  feminine: occupation.feminine,
  english: occupation.english,
  sectors: occupation.sectors,
  family: occupation.family,
  summary: occupation.summary,
  groupCode: occupation.groupCode,
  isco: occupation.isco,
  changedAt: occupation.changedAt,
}
const titleKey = sql<string>`plain(coalesce(nullif(${occupation.masculine}, ''), ${occupation.english}))`
export const byTitle = [titleKey, occupation.id]

const inCollection: Record<Collection, SQL> = {
  own: sql`${occupation.origin} = 'own'`,
  reference: sql`${occupation.origin} <> 'own'`,
  rome: sql`${occupation.origin} = 'rome'`,
  esco: sql`${occupation.origin} = 'esco'`,
}
/** The conditions of a search, by the filter that asks them: a facet counts under all but its own. */
async function conditionsOf(read: Reader, actor: Actor, asked: OccupationSearch, words: Query | null) {
  const wanted = asked.skill ? await read.one(policy.skillsVisibleTo(actor), eq(skill.slug, asked.skill)) : null
  const uses = (id: string) =>
    exists(
      policy.sheetSkills(),
      sql`${occupationSkill.occupationId} = ${occupation.id} and ${occupationSkill.skillId} = ${id}`,
    )
  return {
    words: words?.matches(occupation.search),
    collection: inCollection[asked.origin],
    sector: asked.sectors.length ? sql`${occupation.sectors} && ${sql.param(asked.sectors)}::text[]` : undefined,
    family: asked.families.length ? sql`${occupation.family} = any(${sql.param(asked.families)}::text[])` : undefined,
    skill: asked.skill ? (wanted ? uses(wanted.id) : sql`false`) : undefined,
    group: asked.group ? sql`starts_with(${occupation.groupCode}, ${asked.group})` : undefined,
    state: asked.state ? eq(occupation.state, asked.state) : undefined,
  }
}
type Conditions = Awaited<ReturnType<typeof conditionsOf>>
const allBut = (conditions: Conditions, left?: keyof Conditions) =>
  and(...Object.entries(conditions).flatMap(([name, condition]) => (name === left ? [] : [condition])))

/** One page of the index: by title, or by relevance when there are words to look for. */
export async function occupationList(read: Reader, actor: Actor, asked: OccupationSearch, size = pageSize) {
  const words = await searchQuery(read, 'occupation', asked.q)
  const conditions = await conditionsOf(read, actor, asked, words)
  const visible = policy.visibleTo(actor)
  const found = narrow(visible, allBut(conditions))
  const [rows, total, facets] = await Promise.all([
    read
      .select(rowFields)
      .from(found)
      .orderBy(...(words ? [desc(words.rank(occupation.search))] : []), ...byTitle)
      .limit(size)
      .offset((asked.page - 1) * size),
    read.count(found),
    facetsOf(read, visible, conditions, asked.origin),
  ])
  return { rows, total, facets, corrected: words?.corrected ?? null }
}
/** A page of the same list for programs: `place` of its last row is where the next one begins. */
export async function occupationsFrom(
  read: Reader,
  actor: Actor,
  asked: Omit<OccupationSearch, 'page'>,
  place: string | null,
  size: number,
) {
  const words = await searchQuery(read, 'occupation', asked.q)
  const found = narrow(policy.visibleTo(actor), allBut(await conditionsOf(read, actor, { ...asked, page: 1 }, words)))
  const from = words ? numberIn(place) : 0
  const [rows, total] = await Promise.all([
    read
      .select({ ...rowFields, sortKey: titleKey })
      .from(words ? found : narrow(found, isAfter({ key: titleKey, id: occupation.id }, place)))
      .orderBy(...(words ? [desc(words.rank(occupation.search))] : []), ...byTitle)
      .limit(size)
      .offset(from),
    read.count(found),
  ])
  const placeOf = (row: (typeof rows)[number], n: number) =>
    words ? placeAt(from + n + 1) : placeAfter(row.id, row.sortKey)
  return { rows: rows.map((row, n) => ({ ...row, place: placeOf(row, n) })), total }
}
export type OccupationList = Awaited<ReturnType<typeof occupationList>>
export type OccupationRow = OccupationList['rows'][number]

const tally = (rows: readonly { key: string | null; n: number }[]) => new Map(rows.map(({ key, n }) => [key ?? '', n]))

async function facetsOf(read: Reader, visible: Scope, conditions: Conditions, collection: Collection) {
  const countBy = async (key: SQL<string | null>, left: keyof Conditions) =>
    tally(
      await read
        .select({ key, n: count() })
        .from(narrow(visible, allBut(conditions, left)))
        .groupBy(sql`1`),
    )
  if (collection !== 'own') {
    const [groups, origins] = await Promise.all([
      countBy(sql`left(${occupation.groupCode}, 1)`, 'group'),
      countBy(sql`${occupation.origin}`, 'collection'),
    ])
    return { sectors: new Map<string, number>(), families: new Map<string, number>(), groups, origins }
  }
  const [sectors, families] = await Promise.all([
    countBy(sql`unnest(${occupation.sectors})`, 'sector'),
    countBy(sql`${occupation.family}`, 'family'),
  ])
  return { sectors, families, groups: new Map<string, number>(), origins: new Map<string, number>() }
}

/** Published own sheets by sector and by family: the two ways into the index. */
export const publishedCount = (read: Reader, actor: Actor, origin: Origin = 'own') =>
  read.count(policy.visibleTo(actor), and(eq(occupation.origin, origin), eq(occupation.state, 'published')))
export async function collectionCounts(read: Reader, actor: Actor) {
  const rows = await read
    .select({ origin: occupation.origin, n: count() })
    .from(policy.visibleTo(actor))
    .where(eq(occupation.state, 'published'))
    .groupBy(occupation.origin)
  const of = (origin: Origin) => rows.find((row) => row.origin === origin)?.n ?? 0
  return { own: of('own'), rome: of('rome'), esco: of('esco') }
}

/** The headings of the repertories: the first letter of ROME, the first digit of ISCO-08. */
export const mainGroups = (read: Reader) =>
  read.rows(policy.groups(), { where: sql`length(${occupationGroup.code}) = 1`, orderBy: [occupationGroup.code] })

export type IndexRow = { readonly sectors: readonly string[]; readonly family: Family | null }
