import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import type { SkillContent } from '../schema/sheet.ts'
import type { SheetContent, Worded, WordedLists } from '../tables/vocabulary.ts'
import { alias, type occupation, occupationSkill, skill, skillBroader } from '../tables.ts'

type Row = typeof occupation.$inferSelect
const both = (text: Worded) => ({ fr: text.fr ?? '', en: text.en ?? '' })
const bothLists = (lists: WordedLists) => ({ fr: [...(lists.fr ?? [])], en: [...(lists.en ?? [])] })

/** The rows of own sheets in the shape in which they are edited, exchanged and kept as versions; by id. */
export async function contentsOf(read: Reader, actor: Actor, rows: readonly Row[]): Promise<Map<string, SheetContent>> {
  const ids = sql`${sql.param(rows.map(({ id }) => id))}::uuid[]`
  const aliases = await read.rows(policy.aliasesVisibleTo(actor), {
    where: sql`${alias.occupationId} = any(${ids})`,
    orderBy: [asc(alias.position)],
  })
  const lines = await read
    .select({
      occupationId: occupationSkill.occupationId,
      skill: skill.slug,
      essential: occupationSkill.essential,
      level: occupationSkill.level,
    })
    .from(policy.sheetSkills())
    .innerJoin(policy.skillsVisibleTo(actor), eq(skill.id, occupationSkill.skillId))
    .where(sql`${occupationSkill.occupationId} = any(${ids})`)
    .orderBy(asc(occupationSkill.position), asc(skill.slug))
  const aliasesOf = Map.groupBy(aliases, (one) => one.occupationId)
  const linesOf = Map.groupBy(lines, (one) => one.occupationId)
  const labels = (id: string, language: 'fr' | 'en') =>
    (aliasesOf.get(id) ?? []).filter((one) => one.language === language).map(({ label }) => label)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: { fr: { masculine: row.masculine, feminine: row.feminine }, en: row.english },
        aliases: { fr: labels(row.id, 'fr'), en: labels(row.id, 'en') },
        sectors: row.sectors,
        family: row.family ?? 'production',
        rome: row.romeCodes,
        esco: row.escoUri ?? '',
        summary: both(row.summary),
        missions: bothLists(row.missions),
        conditions: both(row.conditions),
        prospects: both(row.prospects),
        skills: (linesOf.get(row.id) ?? []).map(({ occupationId: _, ...line }) => line),
      },
    ]),
  )
}
export const contentOf = async (read: Reader, actor: Actor, row: Row): Promise<SheetContent> =>
  (await contentsOf(read, actor, [row])).get(row.id) as SheetContent

const skillContent = (row: typeof skill.$inferSelect, broader: string): SkillContent => ({
  kind: row.kind,
  label: both(row.label),
  summary: both(row.summary),
  aliases: bothLists(row.aliases),
  broader,
  sectors: row.sectors,
})

/** The cluster's own skills, by slug, with the slug of the one above. */
export async function ownSkills(read: Reader, actor: Actor) {
  const rows = await read.rows(narrow(policy.skillsVisibleTo(actor), eq(skill.origin, 'own')), {
    orderBy: [skill.slug],
  })
  const links = await read
    .select({ id: skillBroader.skillId, above: skill.slug })
    .from(policy.broaderSkills())
    .innerJoin(policy.skillsVisibleTo(actor), eq(skill.id, skillBroader.broaderId))
    .where(
      inArray(
        skillBroader.skillId,
        rows.map(({ id }) => id),
      ),
    )
  const above = new Map(links.map((link) => [link.id, link.above]))
  return rows.map((row) => ({ row, content: skillContent(row, above.get(row.id) ?? '') }))
}

/** One own skill in the shape in which it is edited. */
export async function ownSkill(read: Reader, actor: Actor, row: typeof skill.$inferSelect): Promise<SkillContent> {
  const [above] = await read
    .select({ slug: skill.slug })
    .from(policy.broaderSkills())
    .innerJoin(policy.skillsVisibleTo(actor), eq(skill.id, skillBroader.broaderId))
    .where(eq(skillBroader.skillId, row.id))
    .orderBy(skill.slug)
    .limit(1)
  return skillContent(row, above?.slug ?? '')
}
