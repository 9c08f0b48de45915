import { and, asc, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { type Actor, visitor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { alias, mobility, occupation, occupationGroup, occupationSkill, occupationVersion, skill } from '../tables.ts'
import { byTitle, rowFields } from './list.ts'

export type Sheet = typeof occupation.$inferSelect
export const sheetBySlug = (read: Reader, actor: Actor, slug: string) =>
  read.one(policy.visibleTo(actor), eq(occupation.slug, slug))

export const skillLines = (read: Reader, actor: Actor, occupationId: string) =>
  read
    .select({
      id: skill.id,
      slug: skill.slug,
      kind: skill.kind,
      label: skill.label,
      essential: occupationSkill.essential,
      level: occupationSkill.level,
    })
    .from(policy.sheetSkills())
    .innerJoin(policy.skillsVisibleTo(actor), eq(skill.id, occupationSkill.skillId))
    .where(eq(occupationSkill.occupationId, occupationId))
    .orderBy(
      desc(occupationSkill.essential),
      sql`${occupationSkill.level} desc nulls last`,
      asc(occupationSkill.position),
    )
export type SkillLine = Awaited<ReturnType<typeof skillLines>>[number]

export const aliasesOf = (read: Reader, actor: Actor, occupationId: string) =>
  read
    .select({ language: alias.language, label: alias.label, code: alias.code })
    .from(policy.aliasesVisibleTo(actor))
    .where(eq(alias.occupationId, occupationId))
    .orderBy(asc(alias.language), asc(alias.position))

const short = (read: Reader, actor: Actor, where: SQL | undefined) =>
  read
    .select(rowFields)
    .from(policy.visibleTo(actor))
    .where(where)
    .orderBy(...byTitle)

/** The reference sheets that an own sheet names, when they are imported; for a reference sheet, the own ones that name it. */
export function linkedSheets(read: Reader, actor: Actor, sheet: Sheet) {
  if (sheet.origin === 'rome') return short(read, actor, sql`${occupation.romeCodes} @> array[${sheet.code}]::text[]`)
  if (sheet.origin === 'esco') return short(read, actor, eq(occupation.escoUri, sheet.code ?? ''))
  const rome = and(eq(occupation.origin, 'rome'), sql`${occupation.code} = any(${sql.param(sheet.romeCodes)}::text[])`)
  const esco = and(eq(occupation.origin, 'esco'), eq(occupation.code, sheet.escoUri ?? ''))
  return short(read, actor, or(rome, esco))
}

/** Official moves of ROME from this sheet, the nearest first. */
export const movesFrom = (read: Reader, actor: Actor, sheet: Sheet, most = 8) =>
  read
    .select({ ...rowFields, rank: mobility.rank })
    .from(policy.moves())
    .innerJoin(policy.visibleTo(actor), eq(occupation.id, mobility.toId))
    .where(eq(mobility.fromId, sheet.id))
    .orderBy(asc(mobility.rank), ...byTitle)
    .limit(most)

/**
 * What makes a sheet itself. Behaviours do not count: nearly every sheet asks for the same few. Those of the repertories
 * name a hundred skills: there the essential ones speak, when there are enough of them.
 */
function telling(sheet: Sheet, lines: readonly SkillLine[]): string[] {
  const skills = lines.filter(({ kind }) => kind !== 'behaviour')
  const core = skills.filter(({ essential }) => essential)
  return (sheet.origin !== 'own' && core.length >= 5 ? core : skills).map(({ id }) => id)
}

/** Published sheets of the same origin that share the most skills with this one, with how many. Whoever asks, they are the same. */
export function neighbours(read: Reader, sheet: Sheet, lines: readonly SkillLine[], most = 6) {
  const ids = telling(sheet, lines)
  const shared = count()
  const published = narrow(policy.visibleTo(visitor), eq(occupation.origin, sheet.origin))
  return read.remember(`occupations.neighbours ${sheet.id} ${most} ${ids}`, () =>
    read
      .select({ ...rowFields, shared })
      .from(policy.sheetSkills())
      .innerJoin(published, eq(occupation.id, occupationSkill.occupationId))
      .where(
        sql`${occupationSkill.skillId} = any(${sql.param(ids)}::uuid[]) and ${occupationSkill.occupationId} <> ${sheet.id}`,
      )
      .groupBy(occupation.id)
      .orderBy(desc(shared), ...byTitle)
      .limit(most),
  )
}

export const groupOf = async (read: Reader, sheet: Sheet) =>
  sheet.groupCode && sheet.origin !== 'own'
    ? read.one(
        policy.groups(),
        and(eq(occupationGroup.origin, sheet.origin), eq(occupationGroup.code, sheet.groupCode)),
      )
    : null

export const versionsOf = (read: Reader, actor: Actor, occupationId: string) =>
  read.rows(policy.versionsVisibleTo(actor), {
    where: eq(occupationVersion.occupationId, occupationId),
    orderBy: [desc(occupationVersion.number)],
  })

/** Names of skills by slug, for versions, whose content names them by slug; merged ones answer for themselves. */
export const skillLabels = async (read: Reader, actor: Actor, slugs: readonly string[]) => {
  const wanted = sql`${skill.slug} = any(${sql.param(slugs)}::text[])`
  const rows = [
    ...(await read.rows(policy.skillsVisibleTo(actor), { where: wanted })),
    ...(await read.rows(policy.mergedSkills(), { where: wanted })),
  ]
  return new Map(rows.map(({ slug, label }) => [slug, label]))
}

/** Published own sheets, those whose review is the oldest first. */
export const reviewList = (read: Reader, actor: Actor) =>
  read
    .select({ ...rowFields, reviewedOn: occupation.reviewedOn, ownerId: occupation.ownerId })
    .from(policy.visibleTo(actor))
    .where(and(eq(occupation.origin, 'own'), eq(occupation.state, 'published')))
    .orderBy(sql`${occupation.reviewedOn} asc nulls first`, ...byTitle)
