import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { type Query, searchQuery } from '../../../db/search.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import type { Collection, SkillSearch } from '../schema/search.ts'
import { occupation, occupationSkill, skill, skillBroader } from '../tables.ts'
import { byTitle, pageSize, rowFields } from './list.ts'
import { isAfter, numberIn, placeAfter, placeAt } from './places.ts'

const inCollection: Record<Collection, SQL> = {
  own: sql`${skill.origin} = 'own'`,
  reference: sql`${skill.origin} <> 'own'`,
  rome: sql`${skill.origin} = 'rome'`,
  esco: sql`${skill.origin} = 'esco'`,
}
const skillFields = {
  id: skill.id,
  slug: skill.slug,
  kind: skill.kind,
  label: skill.label,
  origin: skill.origin,
  sectors: skill.sectors,
}
const labelKey = sql<string>`plain(coalesce(${skill.label}->>'fr', ${skill.label}->>'en'))`
export const byLabel = [labelKey, skill.id]

/** What a search finds of the skills, and of those what its kinds leave. */
function conditionsOf(actor: Actor, asked: Omit<SkillSearch, 'page'>, words: Query | null) {
  const visible = narrow(
    policy.skillsVisibleTo(actor),
    and(words?.matches(skill.search), inCollection[asked.origin], sql`not ${skill.isGroup}`),
  )
  const ofKinds = asked.kinds.length ? sql`${skill.kind} = any(${sql.param(asked.kinds)}::text[])` : undefined
  return { visible, found: narrow(visible, ofKinds) }
}
async function withUses<Row extends { readonly id: string }>(read: Reader, actor: Actor, rows: readonly Row[]) {
  const uses = await useCounts(
    read,
    actor,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 }))
}

/** One page of the skills, with how many published sheets ask for each. */
export async function skillList(read: Reader, actor: Actor, asked: SkillSearch, size = pageSize) {
  const words = await searchQuery(read, 'skill', asked.q)
  const { visible, found } = conditionsOf(actor, asked, words)
  const [rows, total, kinds] = await Promise.all([
    read
      .select(skillFields)
      .from(found)
      .orderBy(...(words ? [desc(words.rank(skill.search))] : []), ...byLabel)
      .limit(size)
      .offset((asked.page - 1) * size),
    read.count(found),
    read.select({ key: skill.kind, n: count() }).from(visible).groupBy(skill.kind),
  ])
  return {
    rows: await withUses(read, actor, rows),
    total,
    kinds: new Map(kinds.map(({ key, n }) => [key, n])),
    corrected: words?.corrected ?? null,
  }
}
/** A page of the same list for programs: `place` of its last row is where the next one begins. */
export async function skillsFrom(
  read: Reader,
  actor: Actor,
  asked: Omit<SkillSearch, 'page'>,
  place: string | null,
  size: number,
) {
  const words = await searchQuery(read, 'skill', asked.q)
  const { found } = conditionsOf(actor, asked, words)
  const from = words ? numberIn(place) : 0
  const [rows, total] = await Promise.all([
    read
      .select({ ...skillFields, sortKey: labelKey })
      .from(words ? found : narrow(found, isAfter({ key: labelKey, id: skill.id }, place)))
      .orderBy(...(words ? [desc(words.rank(skill.search))] : []), ...byLabel)
      .limit(size)
      .offset(from),
    read.count(found),
  ])
  const placeOf = (row: (typeof rows)[number], n: number) =>
    words ? placeAt(from + n + 1) : placeAfter(row.id, row.sortKey)
  return { rows: (await withUses(read, actor, rows)).map((row, n) => ({ ...row, place: placeOf(row, n) })), total }
}
export type SkillRow = Awaited<ReturnType<typeof skillList>>['rows'][number]

async function useCounts(read: Reader, actor: Actor, ids: readonly string[]) {
  const rows = await read
    .select({ id: occupationSkill.skillId, n: count() })
    .from(policy.sheetSkills())
    .innerJoin(
      narrow(policy.visibleTo(actor), eq(occupation.state, 'published')),
      eq(occupation.id, occupationSkill.occupationId),
    )
    .where(sql`${occupationSkill.skillId} = any(${sql.param(ids)}::uuid[])`)
    .groupBy(occupationSkill.skillId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

export const skillBySlug = (read: Reader, actor: Actor, slug: string) =>
  read.one(policy.skillsVisibleTo(actor), eq(skill.slug, slug))
/** Where a merged skill went: the slug of the other one. */
export async function mergedSlug(read: Reader, actor: Actor, slug: string): Promise<string | null> {
  const merged = await read.one(policy.mergedSkills(), eq(skill.slug, slug))
  const target = merged?.mergedInto
    ? await read.one(policy.skillsVisibleTo(actor), eq(skill.id, merged.mergedInto))
    : null
  return target?.slug ?? null
}

/** Published sheets that ask for a skill, the essential ones first. */
export const usesOf = (read: Reader, actor: Actor, skillId: string, most?: number) =>
  read
    .select({ ...rowFields, essential: occupationSkill.essential, level: occupationSkill.level })
    .from(policy.sheetSkills())
    .innerJoin(
      narrow(policy.visibleTo(actor), eq(occupation.state, 'published')),
      eq(occupation.id, occupationSkill.occupationId),
    )
    .where(eq(occupationSkill.skillId, skillId))
    .orderBy(desc(occupationSkill.essential), sql`${occupationSkill.level} desc nulls last`, ...byTitle)
    .limit(most)
export type SkillUse = Awaited<ReturnType<typeof usesOf>>[number]
export const useCount = async (read: Reader, actor: Actor, skillId: string) =>
  (await useCounts(read, actor, [skillId])).get(skillId) ?? 0

const around = (read: Reader, actor: Actor, on: SQL, where: SQL) =>
  read
    .select(skillFields)
    .from(policy.broaderSkills())
    .innerJoin(policy.skillsVisibleTo(actor), on)
    .where(where)
    .orderBy(...byLabel)
    .limit(60)
export const broaderOf = (read: Reader, actor: Actor, id: string) =>
  around(read, actor, eq(skill.id, skillBroader.broaderId), eq(skillBroader.skillId, id))
export const narrowerOf = (read: Reader, actor: Actor, id: string) =>
  around(read, actor, eq(skill.id, skillBroader.skillId), eq(skillBroader.broaderId, id))

/** The cluster's own skills by name, for fields with suggestions. */
export const skillChoices = (read: Reader, actor: Actor) =>
  read
    .select(skillFields)
    .from(narrow(policy.skillsVisibleTo(actor), eq(skill.origin, 'own')))
    .orderBy(...byLabel)
