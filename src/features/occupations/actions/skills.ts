import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug, slugOf } from '../../../kernel/slug.ts'
import { sectorList } from '../../organisations/queries/directory.ts'
import * as policy from '../policy.ts'
import { ownSkills } from '../queries/contents.ts'
import { hasCircle } from '../rules/hierarchy.ts'
import { wordingOf } from '../rules/titles.ts'
import { skillContent } from '../schema/sheet.ts'
import { occupation, occupationSkill, skill, skillBroader } from '../tables.ts'
import { workText } from '../text/work.ts'
import { skillFinder } from './content.ts'

type Row = typeof skill.$inferSelect
const slug = z.object({ slug: z.string().max(100) })
const lockSkill = (tx: Tx, actor: Actor, wanted: string) =>
  tx.lock(policy.skillsVisibleTo(actor), eq(skill.slug, wanted))

const above = async (tx: Tx) => {
  const contents = new Map((await ownSkills(tx, system)).map(({ row, content }) => [row.slug, content.broader]))
  return (one: string) => [contents.get(one) ?? ''].filter(Boolean)
}
const idOf = async (tx: Tx, wanted: string) =>
  (await tx.one(policy.skillsVisibleTo(system), eq(skill.slug, wanted)))?.id ?? ''

/** Files a skill under the broader one that was written; Invalid when there is none, or when it would close a circle. */
async function fileUnder(tx: Tx, row: Row, written: string, language: Language): Promise<void> {
  const t = workText(language)
  const fail = (broader: string): never => {
    throw new Invalid({ broader })
  }
  const broader = written && ((await skillFinder(tx))(written) ?? fail(t('unknownBroader')))
  if (broader === row.slug) fail(t('broaderItself'))
  if (broader && hasCircle(row.slug, broader, await above(tx)))
    fail(t('broaderCircle', { broader: written, skill: wordingOf(row.label, language) }))
  await tx.removeAll(narrow(policy.broaderSkills(), eq(skillBroader.skillId, row.id)))
  if (broader) await tx.insertAll(skillBroader, [{ skillId: row.id, broaderId: await idOf(tx, broader) }])
}

async function checkSectors(tx: Tx, sectors: readonly string[], language: Language) {
  const keys = new Set((await sectorList(tx)).map(({ key }) => key))
  if (sectors.some((sector) => !keys.has(sector))) throw new Invalid({ sectors: workText(language)('unknownSector') })
}

export const createSkill = action({
  name: 'occupations.create-skill',
  about: skill,
  input: skillContent,
  load: nothing,
  allow: policy.keepSkills,
  async run({ tx, language, now, input: { broader, ...content } }) {
    await checkSectors(tx, content.sectors, language)
    const taken = await tx.select({ slug: skill.slug }).from(policy.allSkills(system))
    const slug = freeSlug(slugOf(content.label.fr), new Set(['new', ...taken.map((row) => row.slug)]))
    const row = await tx.insert(skill, { slug, ...content, changedAt: now })
    await fileUnder(tx, row, broader, language)
    return row
  },
})

export const editSkill = action({
  name: 'occupations.edit-skill',
  about: skill,
  input: skillContent.extend(slug.shape),
  load: (tx, actor, input) => lockSkill(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, language, now, input: { slug: _, broader, ...content }, subject }) {
    await checkSectors(tx, content.sectors, language)
    await fileUnder(tx, subject, broader, language)
    return tx.update(skill, subject, { ...content, changedAt: now })
  },
})

const mergeInput = slug.extend({ into: z.string().trim().min(1).max(200) })

/** One skill instead of two: everything that pointed at the first points at the second, its words become synonyms. */
export const mergeSkill = action({
  name: 'occupations.merge-skill',
  about: skill,
  input: mergeInput,
  load: (tx, actor, input) => lockSkill(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, language, now, input, subject, note }) {
    const t = workText(language)
    const target = (await skillFinder(tx))(input.into)
    if (target === null) throw new Invalid({ into: t('unknownBroader') })
    if (target === subject.slug) throw new Invalid({ into: t('mergeItself') })
    const names = { one: wordingOf(subject.label, language), other: input.into }
    if (hasCircle(subject.slug, target, await above(tx))) throw new Invalid({ into: t('mergeCircle', names) })
    const other = await lockSkill(tx, system, target)
    if (!other) throw new Invalid({ into: t('unknownBroader') })
    await moveLinks(tx, subject.id, other.id)
    const aliases = { fr: together(other, subject, 'fr'), en: together(other, subject, 'en') }
    const kept = await tx.update(skill, other, { aliases, changedAt: now })
    await tx.update(skill, subject, { mergedInto: other.id, changedAt: now })
    note({ into: other.slug })
    return kept
  },
})

const together = (kept: Row, gone: Row, language: Language) => [
  ...new Set([
    ...(kept.aliases[language] ?? []),
    ...(gone.aliases[language] ?? []),
    ...[gone.label[language] ?? ''].filter((label) => label !== '' && label !== kept.label[language]),
  ]),
]

/** Sheets and narrower skills go over; where a sheet had both, it keeps the line of the skill that stays. */
async function moveLinks(tx: Tx, from: string, to: string): Promise<void> {
  const lines = await tx.rows(policy.sheetSkills(), { where: eq(occupationSkill.skillId, from) })
  await tx.insertAll(
    occupationSkill,
    lines.map((line) => ({ ...line, skillId: to })),
    'skip',
  )
  await tx.removeAll(narrow(policy.sheetSkills(), eq(occupationSkill.skillId, from)))
  const narrower = await tx.rows(policy.broaderSkills(), { where: eq(skillBroader.broaderId, from) })
  await tx.insertAll(
    skillBroader,
    narrower.filter(({ skillId }) => skillId !== to).map(({ skillId }) => ({ skillId, broaderId: to })),
    'skip',
  )
  await tx.removeAll(
    narrow(policy.broaderSkills(), sql`${from} in (${skillBroader.skillId}, ${skillBroader.broaderId})`),
  )
  const sheets = lines.map(({ occupationId }) => occupationId)
  await tx.updateAll(
    narrow(policy.allSheets(system), sql`${occupation.id} = any(${sql.param(sheets)}::uuid[])`),
    undefined,
    {
      changedAt: sql`now()`,
    },
  )
}
