import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { knownCourses } from '../queries/imports.ts'
import type { Named } from '../queries/names.ts'
import { course, courseSchool, courseSkill, courseSponsorship } from '../tables.ts'

/** Links to what was merged lead to what took its place. */
async function moveSchools(tx: Tx) {
  const rows = await tx
    .select({
      courseId: courseSchool.courseId,
      position: courseSchool.position,
      from: organisation.id,
      to: organisation.mergedInto,
    })
    .from(policy.schoolLinks())
    .innerJoin(policy.mergedOrganisations(), eq(organisation.id, courseSchool.organisationId))
  if (rows.length === 0) return
  const gone = rows.map(({ from }) => from)
  await tx.removeAll(narrow(policy.schoolLinks(), inArray(courseSchool.organisationId, gone)))
  await tx.insertAll(
    courseSchool,
    rows.flatMap(({ courseId, position, to }) => (to ? [{ courseId, position, organisationId: to }] : [])),
    'skip',
  )
}
async function moveSponsorships(tx: Tx) {
  const rows = await tx
    .select({ id: courseSponsorship.id, courseId: courseSponsorship.courseId, to: organisation.mergedInto })
    .from(policy.everyPart.sponsorships())
    .innerJoin(policy.mergedOrganisations(), eq(organisation.id, courseSponsorship.organisationId))
  for (const { id, courseId, to } of rows) {
    if (!to) continue
    const of = (organisationId: string): SQL =>
      and(eq(courseSponsorship.courseId, courseId), eq(courseSponsorship.organisationId, organisationId)) as SQL
    const isThere = await tx.count(
      policy.everyPart.sponsorships(),
      and(of(to), sql`state in ('proposed', 'confirmed')`),
    )
    // Both sponsored the same course: the one that stays goes on, the other is over.
    const change = isThere > 0 ? { organisationId: to, state: 'ended' as const } : { organisationId: to }
    await tx.update(courseSponsorship, { id }, change)
  }
}
async function moveSkills(tx: Tx) {
  const rows = await tx
    .select({ courseId: courseSkill.courseId, position: courseSkill.position, from: skill.id, to: skill.mergedInto })
    .from(policy.skillLinks())
    .innerJoin(policy.mergedSkills(), eq(skill.id, courseSkill.skillId))
  if (rows.length === 0) return
  const gone = rows.map(({ from }) => from)
  await tx.removeAll(narrow(policy.skillLinks(), inArray(courseSkill.skillId, gone)))
  await tx.insertAll(
    courseSkill,
    rows.flatMap(({ courseId, position, to }) => (to ? [{ courseId, position, skillId: to }] : [])),
    'skip',
  )
}

const joined = (value: unknown) => ((value ?? []) as readonly Named[]).map(({ name }) => name).join(' · ')
/** The names by which search finds a course are those of today. */
async function renewNames(tx: Tx): Promise<number> {
  let renewed = 0
  for (const { row, content } of (await knownCourses(tx, 'all')).values()) {
    const schoolNames = joined(content.schools)
    const isOld = row.schoolNames !== schoolNames
    if (!isOld) continue
    await tx.updateAll(narrow(policy.everyCourse(), eq(course.id, row.id)), undefined, { schoolNames })
    renewed += 1
  }
  return renewed
}

/** After a merge or a new name: links and names are in step again. Doing it twice changes nothing. */
export const follow = action({
  name: 'courses.follow',
  about: course,
  input: z.object({}),
  load: nothing,
  allow: policy.keepInStep,
  run: async ({ tx, note }) => {
    await moveSchools(tx)
    await moveSponsorships(tx)
    await moveSkills(tx)
    note({ renewed: await renewNames(tx) })
    return {}
  },
})
