import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { NotFound, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { course } from '../../courses/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { most } from '../schema/content.ts'
import {
  saveAchievement as achievementShape,
  saveEducation as educationShape,
  saveExperience as experienceShape,
  type List,
  saveLanguage as languageShape,
  saveLink as linkShape,
  moveInput,
  rowInput,
} from '../schema/input.ts'
import { achievement, education, experience, language, link, profile, talentFile, talentSkill } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { alive, lockOwn, type Row } from './renew.ts'

export const listTables = {
  skill: talentSkill,
  experience,
  education,
  achievement,
  language,
  link,
  file: talentFile,
} as const
const limits: Record<List, number> = {
  skill: most.skills,
  experience: most.experiences,
  education: most.education,
  achievement: most.achievements,
  language: most.languages,
  link: most.links,
  file: most.files,
}
export type ListTable = (typeof listTables)[List]

/** What is newest stands first in these; the other lists grow at their end. */
const newestFirst = new Set<List>(['experience', 'education', 'achievement'])

/** Where a new row of a list goes; Refused when the list is full. */
export async function placeFor(tx: Tx, actor: Actor, list: List, language: Language): Promise<number> {
  const table = listTables[list]
  const rows = await tx.select({ position: table.position }).from(policy.ownParts(actor, table))
  if (rows.length >= limits[list]) throw new Refused(text(language)('full', { count: limits[list] }))
  const positions = rows.map(({ position }) => position)
  return newestFirst.has(list) ? Math.min(1, ...positions) - 1 : Math.max(-1, ...positions) + 1
}
export async function ownRow(tx: Tx, actor: Actor, list: List, id: string): Promise<{ id: string }> {
  const table = listTables[list]
  const row = await tx.one(policy.ownParts(actor, table), eq(table.id, id))
  if (!row) throw new NotFound()
  return row
}

/** One form for one row of a list: new without an id, changed with one. */
const save = <Schema extends z.ZodType<{ id: string | null }>>(
  list: Exclude<List, 'skill' | 'file'>,
  input: Schema,
  ready: (tx: Tx, values: z.output<Schema>) => Promise<object> = async (_tx, values) => values,
) =>
  action({
    name: `talents.save-${list}`,
    about: profile,
    input,
    load: lockOwn,
    allow: policy.edit,
    async run({ tx, actor, subject, input, now, language }) {
      const { id, extra: _extra, ...values } = (await ready(tx, input)) as { id: string | null; extra?: unknown }
      const table = listTables[list] as typeof link
      // A form knows nothing of what an import kept beside the fields: a change leaves it alone.
      if (id) await tx.update(table, await ownRow(tx, actor, list, id), values as object)
      else
        await tx.insert(table, {
          ...(values as typeof link.$inferInsert),
          profileId: subject.id,
          position: await placeFor(tx, actor, list, language),
        })
      return alive(tx, subject, now)
    },
    refusals: { talent_language_once: (language) => text(language)('languageTwice') },
  })

type Employed = { organisationId: string | null; organisationName: string }
/** An employer that is in the directory is linked, by the choice of the person or because the names are the same. */
export async function linked<Values extends Employed>(tx: Tx, values: Values): Promise<Values> {
  const { organisationId, organisationName } = values
  if (!organisationId && !organisationName) return values
  const published = narrow(policy.namedOrganisations(), eq(organisation.state, 'published'))
  const which = organisationId
    ? eq(organisation.id, organisationId)
    : sql`${organisation.sortName} = plain(${organisationName})`
  const [found, another] = await tx
    .select({ id: organisation.id, name: organisation.displayName })
    .from(published)
    .where(which)
    .limit(2)
  if (!found || another) return { ...values, organisationId: null }
  return { ...values, organisationId: found.id, organisationName: organisationName || found.name }
}
/** A course of the site is linked while it is there; what the person writes stays as it is. */
export async function studied<Values extends { courseId: string | null }>(tx: Tx, values: Values): Promise<Values> {
  if (!values.courseId) return values
  const known = await tx.one(policy.publishedCourses(), eq(course.id, values.courseId))
  return known ? values : { ...values, courseId: null }
}
export const saveExperience = save('experience', experienceShape, linked)
export const saveEducation = save('education', educationShape, studied)
export const saveAchievement = save('achievement', achievementShape)
export const saveLanguage = save('language', languageShape)
export const saveLink = save('link', linkShape)

type FileRow = { readonly documentId: string }
/** A file goes with its document: the row of the profile follows it. */
export const removeRow = action({
  name: 'talents.remove-row',
  about: profile,
  input: rowInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now }) {
    const row = await ownRow(tx, actor, input.list, input.id)
    if (input.list === 'file') await tx.removeAll(policy.documentsNamed([(row as unknown as FileRow).documentId]))
    else await tx.remove(listTables[input.list] as typeof link, row)
    return alive(tx, subject, now)
  },
})

/** One step up or down: the keyboard's way to put a list in order, and the only one that needs no script. */
export const moveRow = action({
  name: 'talents.move-row',
  about: profile,
  input: moveInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now }) {
    const table = listTables[input.list] as typeof link
    await ownRow(tx, actor, input.list, input.id)
    const rows = await tx
      .select({ id: table.id })
      .from(policy.ownParts(actor, table))
      .orderBy(asc(table.position), asc(table.id))
    const ids = moved(
      rows.map(({ id }) => id),
      input.id,
      input.by,
    )
    for (const [position, id] of ids.entries()) await renumber(tx, actor, table, subject, id, position)
    return alive(tx, subject, now)
  },
})
const renumber = (tx: Tx, actor: Actor, table: typeof link, subject: Row, id: string, position: number) =>
  tx.updateAll(policy.ownParts(actor, table), and(eq(table.id, id), eq(table.profileId, subject.id)), { position })

export function moved(ids: readonly string[], id: string, by: 'up' | 'down'): readonly string[] {
  const from = ids.indexOf(id)
  const to = by === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(from, ids[to] ?? '').with(to, id)
}
