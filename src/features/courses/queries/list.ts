import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../db/reader.ts'
import { exists, narrow, type Scope } from '../../../db/scope.ts'
import { type Query, searchQuery } from '../../../db/search.ts'
import { occupation } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import type { CourseSearch } from '../schema/input.ts'
import { course, courseOccupation, courseSchool } from '../tables.ts'
import { withSchools } from './course.ts'

export const rowFields = {
  id: course.id,
  slug: course.slug,
  state: course.state,
  title: course.title,
  summary: course.summary,
  diploma: course.diploma,
  level: course.level,
  rncp: course.rncp,
  months: course.months,
  rhythms: course.rhythms,
  town: course.town,
  sectors: course.sectors,
  website: course.website,
  costCents: course.costCents,
  changedAt: course.changedAt,
  publishedAt: course.publishedAt,
  submittedAt: course.submittedAt,
  unseenSince: course.unseenSince,
}
const byTitle = [course.sortTitle, course.id]
const texts = (values: readonly string[]) => sql`${sql.param(values)}::text[]`

/** Link rows of the published sheets that are asked for: one join for all of them. */
const leadsTo = (slugs: readonly string[]) =>
  exists(
    policy.occupationLinks(),
    and(
      sql`${courseOccupation.courseId} = ${course.id}`,
      exists(
        policy.listedOccupations(),
        sql`${occupation.id} = ${courseOccupation.occupationId} and ${occupation.slug} = any(${texts(slugs)})`,
      ),
    ) as SQL,
  )
/** The conditions of a search, by the filter that asks them: a facet counts under all but its own. */
function conditionsOf(search: CourseSearch, words: Query | null) {
  const { level, occupation: occupations, sector, place, rhythm } = search
  return {
    words: words?.matches(course.search),
    level: level.length ? sql`coalesce(${course.level}::text, 'none') = any(${texts(level)})` : undefined,
    occupation: occupations.length ? leadsTo(occupations) : undefined,
    sector: sector.length ? sql`${course.sectors} && ${texts(sector)}` : undefined,
    place: place.length ? sql`${course.town} = any(${texts(place)})` : undefined,
    rhythm: rhythm.length ? sql`${course.rhythms} && ${texts(rhythm)}` : undefined,
  }
}
type Conditions = ReturnType<typeof conditionsOf>
const allBut = (conditions: Conditions, left?: keyof Conditions) =>
  and(...Object.entries(conditions).flatMap(([name, condition]) => (name === left ? [] : [condition])))

const tally = (rows: readonly { key: string | null; n: number }[]) =>
  new Map(rows.flatMap(({ key, n }) => (key ? [[key, n] as const] : [])))
async function facetsOf(read: Reader, conditions: Conditions) {
  const under = (left: keyof Conditions) => narrow(policy.published(), allBut(conditions, left))
  const countBy = async (key: SQL<string | null>, left: keyof Conditions) =>
    tally(await read.select({ key, n: count() }).from(under(left)).groupBy(sql`1`))
  const occupations = read
    .select({
      key: occupation.slug,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
      n: count(),
    })
    .from(under('occupation'))
    .innerJoin(policy.occupationLinks(), eq(courseOccupation.courseId, course.id))
    .innerJoin(policy.listedOccupations(), eq(occupation.id, courseOccupation.occupationId))
    .groupBy(occupation.id)
    .orderBy(sql`plain(coalesce(nullif(${occupation.masculine}, ''), ${occupation.english}))`)
  return {
    level: await countBy(sql`coalesce(${course.level}::text, 'none')`, 'level'),
    sector: await countBy(sql`unnest(${course.sectors})`, 'sector'),
    place: await countBy(sql`nullif(${course.town}, '')`, 'place'),
    rhythm: await countBy(sql`unnest(${course.rhythms})`, 'rhythm'),
    occupation: await occupations,
  }
}
export type Facets = Awaited<ReturnType<typeof facetsOf>>

const orders: Record<Exclude<CourseSearch['sort'], 'relevance'>, readonly (SQL | PgColumn)[]> = {
  title: byTitle,
  level: [sql`${course.level} asc nulls last`, ...byTitle],
  '-level': [sql`${course.level} desc nulls last`, ...byTitle],
  recent: [sql`${course.publishedAt} desc nulls last`, course.id],
}
/** By title, unless there are words: then the courses that speak most of them come first. */
const orderOf = (search: CourseSearch, words: Query | null) =>
  search.sort !== 'relevance' ? orders[search.sort] : words ? [desc(words.rank(course.search)), ...byTitle] : byTitle

export type Window = { readonly limit: number; readonly offset: number }
/** One page of the index: published courses, the same for everybody. */
export async function courseList(read: Reader, search: CourseSearch, { limit, offset }: Window) {
  const words = await searchQuery(read, 'course', search.q)
  const conditions = conditionsOf(search, words)
  const found = narrow(policy.published(), allBut(conditions))
  const { sort: _, q: __, ...chosen } = search
  const asked = JSON.stringify([words?.asked ?? '', chosen])
  const [rows, total, counts] = await Promise.all([
    read
      .select(rowFields)
      .from(found)
      .orderBy(...orderOf(search, words))
      .limit(limit)
      .offset(offset),
    read.remember(`courses.total ${asked}`, () => read.count(found)),
    read.remember(`courses.facets ${asked}`, () => facetsOf(read, conditions)),
  ])
  return { rows: await withSchools(read, rows), total, counts, corrected: words?.corrected ?? null }
}
export type CourseList = Awaited<ReturnType<typeof courseList>>
export type CourseRow = CourseList['rows'][number]

export const countPublished = (read: Reader) => read.remember('courses.published', () => read.count(policy.published()))

const step = 500
/** Everything that a search finds, in steps. */
export async function* everyMatch(read: Reader, search: CourseSearch) {
  for (let offset = 0; ; offset += step) {
    const { rows } = await courseList(read, { ...search, sort: 'title' }, { limit: step, offset })
    if (rows.length > 0) yield rows
    if (rows.length < step) return
  }
}
/** Addresses for the sitemap. */
export async function* publishedSlugs(read: Reader) {
  let after: SQL | undefined
  for (;;) {
    const rows = await read
      .select({ slug: course.slug, changedAt: course.changedAt })
      .from(narrow(policy.published(), after))
      .orderBy(course.slug)
      .limit(1000)
    yield* rows
    if (rows.length < 1000) return
    after = sql`${course.slug} > ${rows.at(-1)?.slug}`
  }
}

const shortList = async (read: Reader, from: Scope<typeof course>, most?: number) =>
  withSchools(
    read,
    await read
      .select(rowFields)
      .from(from)
      .orderBy(...orders.level)
      .limit(most),
  )
/** Published courses that lead to an occupation. */
export const leadingTo = (read: Reader, occupationId: string) =>
  shortList(
    read,
    narrow(
      policy.published(),
      exists(
        policy.occupationLinks(),
        sql`${courseOccupation.courseId} = ${course.id} and ${courseOccupation.occupationId} = ${occupationId}`,
      ),
    ),
  )
/** Published courses of a school. */
export const taughtBy = (read: Reader, organisationId: string) =>
  shortList(
    read,
    narrow(
      policy.published(),
      exists(
        policy.schoolLinks(),
        sql`${courseSchool.courseId} = ${course.id} and ${courseSchool.organisationId} = ${organisationId}`,
      ),
    ),
  )
/** Other published courses that lead to some of the same occupations: where a page goes on. */
export async function akin(read: Reader, one: { readonly id: string }, occupationIds: readonly string[], most = 4) {
  if (occupationIds.length === 0) return []
  const shared = count()
  const rows = await read
    .select({ ...rowFields, shared })
    .from(narrow(policy.occupationLinks(), inArray(courseOccupation.occupationId, [...occupationIds])))
    .innerJoin(policy.published(), eq(course.id, courseOccupation.courseId))
    .where(sql`${course.id} <> ${one.id}`)
    .groupBy(course.id)
    .orderBy(desc(shared), ...byTitle)
    .limit(most)
  return withSchools(read, rows)
}
