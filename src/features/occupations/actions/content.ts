import { eq, sql } from 'drizzle-orm'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { plain } from '../../../kernel/slug.ts'
import { sectorList } from '../../organisations/queries/directory.ts'
import * as policy from '../policy.ts'
import { contentOf, ownSkills } from '../queries/contents.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
import { alias, occupation, occupationSkill, occupationVersion, skill } from '../tables.ts'
import { workText } from '../text/work.ts'
import { aliasRows } from './sheet-rows.ts'

type Row = typeof occupation.$inferSelect
export const lockSheet = (tx: Tx, actor: Actor, slug: string) =>
  tx.lock(policy.visibleTo(actor), eq(occupation.slug, slug))

/** The slug of the own skill that somebody means by its slug or one of its names. */
export async function skillFinder(tx: Tx): Promise<(written: string) => string | null> {
  const skills = (await ownSkills(tx, system)).map(({ row }) => row)
  const slugs = new Set(skills.map(({ slug }) => slug))
  const byName = new Map(
    skills.flatMap(({ label, slug }) => [label.en, label.fr].map((name) => [plain(name ?? ''), slug] as const)),
  )
  return (written) => (slugs.has(written) ? written : (byName.get(plain(written)) ?? null))
}

/** A form's content with skills by slug; Invalid where it names what is not there. */
export async function checked(tx: Tx, content: SheetContent, language: Language): Promise<SheetContent> {
  const t = workText(language)
  const errors: Record<string, string> = {}
  const sectors = new Set((await sectorList(tx)).map(({ key }) => key))
  if (content.sectors.some((sector) => !sectors.has(sector))) errors.sectors = t('unknownSector')
  if (content.rome.some((code) => !/^[A-Z]\d{4}$/.test(code))) errors.rome = t('wrongRome')
  if (content.esco && !/^http:\/\/data\.europa\.eu\/esco\/occupation\/[\w-]+$/.test(content.esco))
    errors.esco = t('wrongEsco')
  const find = await skillFinder(tx)
  const skills = content.skills.map((line, index) => {
    const slug = find(line.skill)
    if (slug === null) errors[`skills.${index}.skill`] = t('unknownSkill')
    return { ...line, skill: slug ?? line.skill }
  })
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  const [main, ...others] = content.sectors
  // The order of the others says nothing: one order, so that the same sectors are the same content.
  const ordered = [...(main ? [main] : []), ...others.sort()]
  return { ...content, sectors: ordered, skills: [...new Map(skills.map((line) => [line.skill, line])).values()] }
}

/** Puts a sheet's aliases and skills in the place of those of before. */
export async function replaceLinks(tx: Tx, occupationId: string, content: SheetContent): Promise<void> {
  await tx.removeAll(narrow(policy.aliasesVisibleTo(system), eq(alias.occupationId, occupationId)))
  await tx.removeAll(narrow(policy.sheetSkills(), eq(occupationSkill.occupationId, occupationId)))
  const slugs = sql`${sql.param(content.skills.map((line) => line.skill))}::text[]`
  const named = await tx
    .select({ id: skill.id, slug: skill.slug })
    .from(policy.skillsVisibleTo(system))
    .where(sql`${skill.slug} = any(${slugs})`)
  const ids = new Map(named.map(({ id, slug }) => [slug, id]))
  await tx.insertAll(alias, aliasRows(occupationId, content))
  await tx.insertAll(
    occupationSkill,
    content.skills.map(({ skill: slug, essential, level }, position) => {
      return { occupationId, skillId: ids.get(slug) ?? '', essential, level, position }
    }),
  )
}

/** Keeps what is public from now on, as a new version. */
export async function keepVersion(tx: Tx, actor: Actor, sheet: Row, now: Date): Promise<Row> {
  const number = sheet.versionNumber + 1
  const content = await contentOf(tx, system, sheet)
  await tx.insert(occupationVersion, { occupationId: sheet.id, number, publishedAt: now, byId: actor.id, content })
  return tx.update(occupation, sheet, { versionNumber: number, state: 'published', changedAt: now })
}
