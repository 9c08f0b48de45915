import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import type { Query } from '../../../db/search.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import * as policy from '../policy.ts'
import {
  activeIn,
  type CountedName,
  type Counts,
  countedNames,
  facetFilters,
  facetIn,
  lastDay,
} from '../rules/asking.ts'
import { availabilities, type TalentSearch } from '../schema/search.ts'
import { card } from '../tables.ts'
import { asWritten, corrected } from './words.ts'

type Cards = Scope<typeof card>
const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`

/** One condition for each filter that is set; `except` leaves one out, for its own counts. */
export function chosen(search: TalentSearch, today: Day, except?: CountedName): SQL | undefined {
  const facets = facetFilters
    .filter((name) => name !== except && search[name].length > 0)
    .map((name) => sql`${card.facets} && ${texts(search[name].map((value) => `${name}:${value}`))}`)
  // Several languages are all wanted, each at its level.
  const languages = except === 'language' ? [] : search.language.map(spokenAt)
  const [available] = except === 'available' ? [] : search.available
  return and(
    ...facets,
    ...languages,
    available ? sql`${card.availableOn} <= ${lastDay(available, today)}` : undefined,
    search.skill.length ? sql`${card.skills} && ${sql.param(search.skill)}::uuid[]` : undefined,
  )
}
const spokenAt = (asked: string) =>
  asked.includes(':')
    ? sql`${card.spoken} @> ${texts([asked])}`
    : sql`${card.facets} @> ${texts([`language:${asked}`])}`

/** How many of the skills asked for a card holds. */
const matching = (skills: readonly string[]): SQL<number> =>
  sql<number>`${sql.join(
    skills.map((id) => sql`(${card.skills} @> array[${id}]::uuid[])::int`),
    sql` + `,
  )}`

const rowFields = {
  id: card.id,
  profileId: card.profileId,
  code: card.code,
  face: card.face,
  skills: card.skills,
  changedAt: card.changedAt,
}
/** Ranking reads all the words of each that is found. More than this are put in order by their day. */
const mostRanked = 200
const newest = sql`${card.changedAt} desc nulls last`
function orderOf(search: TalentSearch, words: Query | null, total: number): SQL[] {
  if (search.sort === 'available') return [sql`${card.availableOn} asc nulls last`, newest]
  if (search.sort === 'recent') return [newest]
  return [
    ...(search.skill.length > 1 ? [desc(matching(search.skill))] : []),
    ...(words && total <= mostRanked ? [desc(words.rank(card.search))] : []),
    newest,
  ]
}

/** How many everybody may see: the figure of the home page. */
export const countPublic = (read: Reader) => read.remember('talents.public', () => read.count(policy.publicCards()))

/** More than this are "more than so many", without counts beside the filters: a question that broad is narrowed first. */
export const mostCounted = 1000
/** Keeps a question that stops early from reading search vectors row by row: see the migration. */
const apart = sql`stands_apart(${card.fromRank})`
async function countUpTo(read: Reader, found: Cards): Promise<number> {
  const some = read
    .select({ id: card.id })
    .from(found)
    .limit(mostCounted + 1)
    .as('some')
  const [row] = await read.select({ n: sql<number>`count(*)::int` }).from(some)
  return row?.n ?? 0
}
const every = 'every:'
/** How many hold each facet; null where there are too many to look at. */
async function facetCounts(read: Reader, found: Cards): Promise<ReadonlyMap<string, number> | null> {
  const some = read
    .select({ facets: card.facets })
    .from(found)
    .limit(mostCounted + 1)
    .as('some')
  const each = read
    .select({ facet: sql<string>`unnest(${some.facets} || ${every}::text)`.as('facet') })
    .from(some)
    .as('each')
  const rows = await read.select({ facet: each.facet, n: sql<number>`count(*)::int` }).from(each).groupBy(each.facet)
  const counts = new Map(rows.map(({ facet, n }) => [String(facet), n]))
  return (counts.get(every) ?? 0) > mostCounted ? null : counts
}
async function availableCounts(read: Reader, found: Cards, today: Day): Promise<ReadonlyMap<string, number> | null> {
  const some = read
    .select({ availableOn: card.availableOn })
    .from(found)
    .limit(mostCounted + 1)
    .as('some')
  const until = (one: (typeof availabilities)[number]) =>
    sql<number>`(count(*) filter (where ${some.availableOn} <= ${lastDay(one, today)}))::int`
  const [row] = await read
    .select({ all: sql<number>`count(*)::int`, now: until('now'), month: until('month'), quarter: until('quarter') })
    .from(some)
  return (row?.all ?? 0) > mostCounted ? null : new Map(availabilities.map((one) => [one, row?.[one] ?? 0]))
}
const valuesOf = (all: ReadonlyMap<string, number> | null, name: string): ReadonlyMap<string, number> | null =>
  all &&
  new Map(
    [...all].flatMap(([facet, n]) => {
      const [of, value] = facetIn(facet)
      return of === name ? [[value, n] as const] : []
    }),
  )

/** Counts of every filter's values; of a filter that is set, as if it were not. Null where there are too many to count. */
async function countsOf(read: Reader, base: Cards, search: TalentSearch, today: Day): Promise<Counts> {
  const all = narrow(base, chosen(search, today))
  const [facets, available] = await Promise.all([facetCounts(read, all), availableCounts(read, all, today)])
  const common = countedNames.map((name) => [name, name === 'available' ? available : valuesOf(facets, name)] as const)
  const own = await Promise.all(
    activeIn(search).map(async (name) => {
      const without = narrow(base, chosen(search, today, name))
      const counted =
        name === 'available' ? availableCounts(read, without, today) : valuesOf(await facetCounts(read, without), name)
      return [name, await counted] as const
    }),
  )
  return Object.fromEntries([...common, ...own]) as Counts
}

const uncounted = Object.fromEntries(countedNames.map((name) => [name, null])) as Counts

export type Window = { readonly limit: number; readonly offset: number }
type Asked = { readonly search: TalentSearch; readonly today: Day }

/** What a reader's words find: as they are written, and corrected only where that finds nobody. */
async function asked(read: Reader, actor: Actor, { search, today }: Asked) {
  const cards = policy.cardsVisibleTo(actor)
  const find = async (words: Query | null) => {
    const base = words ? narrow(cards, and(words.matches(card.search), apart)) : cards
    const narrowed = narrow(base, chosen(search, today))
    return { words, base, narrowed, total: await countUpTo(read, narrowed) }
  }
  const first = await find(asWritten(search.q))
  if (first.total > 0 || !first.words) return first
  const better = await corrected(read, search.q)
  const second = better ? await find(better) : first
  return second.total > 0 ? second : first
}

const page = (read: Reader, from: Cards, order: readonly SQL[], { limit, offset }: Window) =>
  read
    .select(rowFields)
    .from(from)
    .orderBy(...order, card.id)
    .limit(limit)
    .offset(offset)

/** Of very many, those who have every skill asked for come first anyway: they are found without putting all in order. */
async function inOrder(read: Reader, from: Cards, search: TalentSearch, order: readonly SQL[], window: Window) {
  const whole = narrow(from, sql`${card.skills} @> ${sql.param(search.skill)}::uuid[]`)
  const first = await page(read, whole, [newest], window)
  return first.length === window.limit ? first : page(read, from, order, window)
}

/** One page of talents, cut for the reader, with how many there are of everything that could be chosen. */
export async function talents(read: Reader, actor: Actor, question: Asked, window: Window) {
  const { search, today } = question
  const { words, base, narrowed, total } = await asked(read, actor, question)
  const order = orderOf(search, words, total)
  const isBroad = total > mostCounted
  const bySkills = isBroad && search.skill.length > 1 && search.sort === 'relevance'
  const [rows, counts] = await Promise.all([
    bySkills ? inOrder(read, narrowed, search, order, window) : page(read, narrowed, order, window),
    isBroad ? uncounted : countsOf(read, base, search, today),
  ])
  return { rows, total, counts, corrected: words?.corrected ?? null }
}
export type TalentList = Awaited<ReturnType<typeof talents>>
export type TalentRow = TalentList['rows'][number]

const step = 500
/** All that a search finds, in steps: what an export says is what the list shows, and nothing else of a profile. */
export async function* everyTalent(read: Reader, actor: Actor, question: Asked) {
  const { narrowed } = await asked(read, actor, question)
  for (let after: SQL | undefined; ; ) {
    const rows = await read.select(rowFields).from(narrow(narrowed, after)).orderBy(asc(card.id)).limit(step)
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < step) return
    after = sql`${card.id} > ${last.id}::uuid`
  }
}

/** Profiles that a search finds for a reader, the newest first: what alerts compare. */
export async function foundIds(read: Reader, actor: Actor, question: Asked, most: number) {
  const { narrowed } = await asked(read, actor, question)
  const rows = await read.select({ id: card.profileId }).from(narrowed).orderBy(newest, card.id).limit(most)
  return rows.map(({ id }) => id)
}

/** How many everybody may see. */
export const publicCount = (read: Reader) => read.remember('talents.public', () => read.count(policy.publicCards()))
export const publicCountOf = (read: Reader, occupation: string) =>
  read.count(policy.publicCards(), sql`${card.facets} @> ${texts([`occupation:${occupation}`])}`)
/** Addresses for the sitemap. */
export const publicCodes = (read: Reader) =>
  read
    .select({ code: card.code, changedAt: card.changedAt, name: sql<string | null>`${card.face}->>'name'` })
    .from(policy.publicCards())
    .orderBy(card.code)
export const cardOfProfile = (read: Reader, actor: Actor, profileId: string) =>
  read.one(policy.cardsVisibleTo(actor), eq(card.profileId, profileId))
