import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug, slugOf } from '../../../kernel/slug.ts'
import { cancel as cancelDuty, settle } from '../../followups/actions/owe.ts'
import * as policy from '../policy.ts'
import { contentOf } from '../queries/contents.ts'
import { reviewDuty } from '../rules/duties.ts'
import { obstacle, reservedSlugs, states } from '../rules/publishing.ts'
import { same } from '../rules/versions.ts'
import { sheetContent } from '../schema/sheet.ts'
import type { OccupationState, SheetContent } from '../tables/vocabulary.ts'
import { occupation } from '../tables.ts'
import { workText } from '../text/work.ts'
import { checked, keepVersion, lockSheet, replaceLinks } from './content.ts'
import { sheetColumns } from './sheet-rows.ts'

type Row = typeof occupation.$inferSelect
const slug = z.object({ slug: z.string().max(80) })

/** Publishing asks for the least that makes a sheet worth reading. */
function refuseUnready(content: SheetContent, language: Language): void {
  const missing = obstacle(content)
  if (missing) throw new Refused(workText(language)(missing))
}
function refuseMove(
  sheet: Row,
  to: OccupationState,
  language: Language,
  key: 'alreadyPublished' | 'notPublished' | 'alreadyArchived',
) {
  if (!states.allows(sheet.state, to)) throw new Refused(workText(language)(key))
}

/** The review that was owed about a sheet. */
const reviewOf = ({ id }: Row, by: Actor, now: Date) => ({
  kind: reviewDuty,
  about: { table: occupation, id },
  by,
  now,
})

const takenSlugs = async (tx: Tx) =>
  new Set([
    ...reservedSlugs,
    ...(await tx.select({ slug: occupation.slug }).from(policy.allSheets(system))).map((row) => row.slug),
  ])

/** A new sheet is a draft that its author keeps. */
export const create = action({
  name: 'occupations.create',
  about: occupation,
  input: sheetContent,
  load: nothing,
  allow: policy.write,
  async run({ tx, actor, language, now, input }) {
    const content = await checked(tx, input, language)
    const slug = freeSlug(slugOf(content.title.fr.masculine), await takenSlugs(tx))
    const row = await tx.insert(occupation, { slug, ...sheetColumns(content), ownerId: actor.id, changedAt: now })
    await replaceLinks(tx, row.id, content)
    return row
  },
})

/** Changes a sheet; one that is published gets a new version at once. The same content again changes nothing. */
export const edit = action({
  name: 'occupations.edit',
  about: occupation,
  input: sheetContent.extend(slug.shape),
  load: (tx, actor, input) => lockSheet(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, actor, language, now, input: { slug: _, ...input }, subject }) {
    const content = await checked(tx, input, language)
    if (same(content, await contentOf(tx, system, subject))) return subject
    if (subject.state === 'published') refuseUnready(content, language)
    const row = await tx.update(occupation, subject, { ...sheetColumns(content), changedAt: now })
    await replaceLinks(tx, row.id, content)
    return row.state === 'published' ? keepVersion(tx, actor, row, now) : row
  },
})

export const publish = action({
  name: 'occupations.publish',
  about: occupation,
  input: slug,
  load: (tx, actor, input) => lockSheet(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, actor, language, now, subject }) {
    refuseMove(subject, 'published', language, 'alreadyPublished')
    refuseUnready(await contentOf(tx, system, subject), language)
    const row = await tx.update(occupation, subject, { reviewedOn: dayOf(now) })
    await settle(tx, reviewOf(row, actor, now))
    return keepVersion(tx, actor, row, now)
  },
})

/** Takes a sheet back from the public; its versions stay. */
export const unpublish = action({
  name: 'occupations.unpublish',
  about: occupation,
  input: slug,
  load: (tx, actor, input) => lockSheet(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, actor, language, now, subject }) {
    refuseMove(subject, 'draft', language, 'notPublished')
    await cancelDuty(tx, reviewOf(subject, actor, now))
    return tx.update(occupation, subject, { state: 'draft', changedAt: now })
  },
})

export const archive = action({
  name: 'occupations.archive',
  about: occupation,
  input: slug,
  load: (tx, actor, input) => lockSheet(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, actor, language, now, subject }) {
    refuseMove(subject, 'archived', language, 'alreadyArchived')
    await cancelDuty(tx, reviewOf(subject, actor, now))
    return tx.update(occupation, subject, { state: 'archived', changedAt: now })
  },
})

/** Somebody has read the sheet again and it still holds. */
export const review = action({
  name: 'occupations.review',
  about: occupation,
  input: slug,
  load: (tx, actor, input) => lockSheet(tx, actor, input.slug),
  allow: policy.edit,
  async run({ tx, actor, now, subject }) {
    await settle(tx, reviewOf(subject, actor, now))
    return tx.update(occupation, subject, { reviewedOn: dayOf(now) })
  },
})
