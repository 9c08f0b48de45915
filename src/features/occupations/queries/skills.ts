import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { searchQuery } from '../../../db/search.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import type { Collection, SkillSearch } from '../schema/search.ts'
import { occupation, occupationSkill, skill, skillBroader } from '../tables.ts'
import { byTitle, pageSize, rowFields } from './list.ts'

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
export const byLabel = [sql`plain(coalesce(${skill.label}->>'fr', ${skill.label}->>'en'))`, skill.id]

/** One page of the skills, with how many published sheets ask for each. */
export async function skillList(read: Reader, actor: Actor, asked: SkillSearch, size = pageSize) {
  const words = await searchQuery(read, 'skill', asked.q)
  const visible = narrow(
    policy.skillsVisibleTo(actor),
    and(words?.matches(skill.search), inCollection[asked.origin], sql`not ${skill.isGroup}`),
  )
  const found = narrow(
    visible,
    asked.kinds.length ? sql`${skill.kind} = any(${sql.param(asked.kinds)}::text[])` : undefined,
  )
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
  const uses = await useCounts(
    read,
    actor,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 })),
    total,
    kinds: new Map(kinds.map(({ key, n }) => [key, n])),
    corrected: words?.corrected ?? null,
  }
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
