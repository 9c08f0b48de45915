import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../db/reader.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import { type Query, searchQuery } from '../../../db/search.ts'
import * as policy from '../policy.ts'
import { facetsOf, profileIn } from '../rules/organisation.ts'
import type { DirectorySearch } from '../schema/input.ts'
import { establishment, organisation, sector } from '../tables.ts'

const rowFields = {
  id: organisation.id,
  slug: organisation.slug,
  kind: organisation.kind,
  displayName: organisation.displayName,
  sectors: organisation.sectors,
  summary: organisation.summary,
  city: organisation.city,
  departments: organisation.departments,
  logoHash: organisation.logoHash,
}
const byName = [organisation.sortName, organisation.id]
const recent = sql`${organisation.createdAt} desc`

const among = (column: unknown, values: readonly string[]) =>
  values.length ? sql`${column} && ${sql.param(values)}::text[]` : undefined
const chosen = (search: DirectorySearch): SQL | undefined =>
  and(
    among(organisation.sectors, search.sector),
    search.kind.length ? sql`${organisation.kind} = any(${sql.param(search.kind)}::text[])` : undefined,
    among(organisation.departments, search.place),
  )

async function asked(read: Reader, search: DirectorySearch) {
  const words = await searchQuery(read, 'organisation', search.q)
  const found = narrow(policy.published(), words?.matches(organisation.search))
  const everything = narrow(policy.published(), chosen(search))
  return { words, found, everything, narrowed: narrow(found, chosen(search)) }
}

/** Total and facets in one question: the rows are never read, only how many there are of each profile. */
const profiles = (read: Reader, found: Narrowed, asked: string) =>
  read.remember(`organisations.profiles ${asked}`, async () => {
    const rows = await read
      .select({ profile: organisation.profile, count: sql<number>`count(*)::int` })
      .from(found)
      .groupBy(organisation.profile)
    return rows.map(({ profile, count }) => profileIn(profile, count))
  })
const facets = (read: Reader, found: Narrowed, asked: string, search: DirectorySearch) => {
  const { sector, kind, place } = search
  return read.remember(`organisations.facets ${JSON.stringify([asked, sector, kind, place])}`, async () =>
    facetsOf(await profiles(read, found, asked), search),
  )
}

export type Window = { readonly limit: number; readonly offset: number }
type Narrowed = Scope<typeof organisation>
/** What a search finds, and all that it chose from before its words. */
type Sought = { readonly found: Narrowed; readonly everything: Narrowed }
const window = (read: Reader, from: Narrowed, order: readonly (SQL | PgColumn)[], { limit, offset }: Window) =>
  read
    .select(rowFields)
    .from(from)
    .orderBy(...order, organisation.id)
    .limit(limit)
    .offset(offset)

/** Ranking reads all the words of each one that is found. More than this are put in order by their names. */
const mostRanked = 500
/** Those that carry the words in their names are asked for while the others are still being counted. */
async function byRelevance(
  read: Reader,
  from: Sought,
  words: Query,
  counting: Promise<{ total: number }>,
  wanted: Window,
) {
  const name = organisation.sortName
  const { found, everything } = from
  const inName = words.matches(organisation.nameSearch)
  const named = narrow(everything, inName) // a name belongs to what is searched: asking for both would read the long texts
  const [first, { total }] = await Promise.all([window(read, named, [name], wanted), counting])
  if (total <= mostRanked) return window(read, found, [sql`${words.rank(organisation.search)} desc`, name], wanted)
  if (first.length === wanted.limit) return first
  const offset = Math.max(0, wanted.offset - (await read.count(named)))
  const others = narrow(found, sql`not (${inName})`)
  return [...first, ...(await window(read, others, [name], { limit: wanted.limit - first.length, offset }))]
}

/** One page of the directory: by name, or by relevance when there are words to look for. */
export async function directory(read: Reader, search: DirectorySearch, wanted: Window) {
  const { words, found, everything, narrowed } = await asked(read, search)
  const counting = facets(read, found, words?.asked ?? '', search)
  const ordered = () => {
    if (words && search.sort === 'relevance')
      return byRelevance(read, { found: narrowed, everything }, words, counting, wanted)
    return window(read, narrowed, [search.sort === 'recent' ? recent : organisation.sortName], wanted)
  }
  const [rows, counted] = await Promise.all([ordered(), counting])
  return { rows, ...counted, corrected: words?.corrected ?? null }
}
export type Directory = Awaited<ReturnType<typeof directory>>
export type DirectoryRow = Directory['rows'][number]

/** How many are published: the figure of the home page. */
export const countPublished = (read: Reader) =>
  read.remember('organisations.published', () => read.count(policy.published()))

/** The newest in the directory. */
export const latest = (read: Reader, most: number) =>
  read
    .select({ ...rowFields, createdAt: organisation.createdAt })
    .from(policy.published())
    .orderBy(recent, organisation.id)
    .limit(most)

/** For the global search: the best few. */
export async function bestMatches(read: Reader, q: string, most: number) {
  const search: DirectorySearch = { q, sector: [], kind: [], place: [], sort: 'relevance' }
  const { rows, total } = await directory(read, search, { limit: most, offset: 0 })
  return { rows, total }
}

export const mostPoints = 10_000
/** Where the organisations of a search are: one point for each establishment that has one. */
export async function points(read: Reader, search: DirectorySearch) {
  const { narrowed } = await asked(read, search)
  return read
    .select({
      slug: organisation.slug,
      displayName: organisation.displayName,
      kind: organisation.kind,
      sectors: organisation.sectors,
      city: establishment.city,
      latitude: sql<number>`${establishment.latitude}`,
      longitude: sql<number>`${establishment.longitude}`,
    })
    .from(narrowed)
    .innerJoin(
      policy.establishmentsOfPublished(),
      and(eq(establishment.organisationId, organisation.id), sql`${establishment.latitude} is not null`) as SQL,
    )
    .orderBy(organisation.sortName, establishment.id)
    .limit(mostPoints)
}

const exportFields = {
  ...rowFields,
  legalName: organisation.legalName,
  siren: organisation.siren,
  registrationCountry: organisation.registrationCountry,
  registrationNumber: organisation.registrationNumber,
  description: organisation.description,
  foundedYear: organisation.foundedYear,
  website: organisation.website,
  email: organisation.email,
  phone: organisation.phone,
  visibility: organisation.visibility,
  order: organisation.sortName,
}
const exportStep = 1000
/** All that a search finds, in steps, each beginning where the one before ended. Shielded fields are still in: see exports. */
export async function* everyMatch(read: Reader, search: DirectorySearch) {
  const { narrowed } = await asked(read, search)
  let after: SQL | undefined
  for (;;) {
    const rows = await read
      .select(exportFields)
      .from(narrow(narrowed, after))
      .orderBy(...byName)
      .limit(exportStep)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < exportStep) return
    after = sql`(${organisation.sortName}, ${organisation.id}) > (${last.order}, ${last.id}::uuid)`
  }
}

/** Addresses for the sitemap. */
export async function* publishedSlugs(read: Reader) {
  let after: SQL | undefined
  for (;;) {
    const rows = await read
      .select({ slug: organisation.slug, changedAt: organisation.changedAt })
      .from(narrow(policy.published(), after))
      .orderBy(organisation.slug)
      .limit(exportStep)
    yield* rows
    if (rows.length < exportStep) return
    after = sql`${organisation.slug} > ${rows.at(-1)?.slug}`
  }
}

/** How many published organisations carry each sector. */
export async function sectorCounts(read: Reader): Promise<ReadonlyMap<string, number>> {
  const { counts } = facetsOf(await profiles(read, policy.published(), ''), { sector: [], kind: [], place: [] })
  return counts.sector
}
export const sectorList = async (read: Reader) => (await everySector(read)).filter((one) => one.archivedAt === null)
/** With those that are no longer offered: for the team, and for records that still carry them. */
export const everySector = (read: Reader) =>
  read.remember('organisations.sectors', () => read.rows(policy.sectors(), { orderBy: [sector.position, sector.key] }))
