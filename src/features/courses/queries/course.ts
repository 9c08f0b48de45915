import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { historyOf } from '../../../db/journal.ts'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { establishment, organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import {
  course,
  courseInsertion,
  courseLabel,
  courseOccupation,
  courseProduction,
  courseSchool,
  courseSkill,
} from '../tables.ts'

/** The schools of some courses, each course's own first one first. */
export async function schoolsOf(read: Reader, courseIds: readonly string[]) {
  if (courseIds.length === 0) return []
  return read
    .select({
      courseId: courseSchool.courseId,
      id: organisation.id,
      slug: organisation.slug,
      displayName: organisation.displayName,
      city: organisation.city,
      logoHash: organisation.logoHash,
      state: organisation.state,
      website: organisation.website,
    })
    .from(narrow(policy.schoolLinks(), inArray(courseSchool.courseId, [...courseIds])))
    .innerJoin(policy.everyOrganisation(), eq(organisation.id, courseSchool.organisationId))
    .orderBy(courseSchool.courseId, courseSchool.position, organisation.id)
}
export type CourseSchool = Awaited<ReturnType<typeof schoolsOf>>[number]
export const schoolIdsOf = async (read: Reader, courseId: string): Promise<string[]> =>
  (await schoolsOf(read, [courseId])).map((one) => one.id)

export const occupationsOf = (read: Reader, courseId: string) =>
  read
    .select({
      id: occupation.id,
      slug: occupation.slug,
      origin: occupation.origin,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
      sectors: occupation.sectors,
      summary: occupation.summary,
    })
    .from(narrow(policy.occupationLinks(), eq(courseOccupation.courseId, courseId)))
    .innerJoin(policy.listedOccupations(), eq(occupation.id, courseOccupation.occupationId))
    .orderBy(courseOccupation.position, occupation.id)
export type CourseOccupation = Awaited<ReturnType<typeof occupationsOf>>[number]

export const skillsOf = (read: Reader, courseId: string) =>
  read
    .select({ id: skill.id, slug: skill.slug, kind: skill.kind, label: skill.label })
    .from(narrow(policy.skillLinks(), eq(courseSkill.courseId, courseId)))
    .innerJoin(policy.listedSkills(), eq(skill.id, courseSkill.skillId))
    .orderBy(courseSkill.position, skill.id)

async function whole(read: Reader, actor: Actor, which: ReturnType<typeof eq>) {
  const row = await read.one(policy.visibleTo(actor), which)
  if (!row) return null
  const { imported: _imported, search: _search, sortTitle: _sortTitle, ...shown } = row
  const [schools, occupations, skills, productions, insertions, labels, places] = await Promise.all([
    schoolsOf(read, [row.id]),
    occupationsOf(read, row.id),
    skillsOf(read, row.id),
    read.rows(policy.productionsVisibleTo(actor), {
      where: eq(courseProduction.courseId, row.id),
      orderBy: [desc(courseProduction.year), courseProduction.position, courseProduction.id],
    }),
    read.rows(policy.insertionsVisibleTo(actor), {
      where: eq(courseInsertion.courseId, row.id),
      orderBy: [desc(courseInsertion.year)],
    }),
    read.rows(policy.labelsVisibleTo(actor), {
      where: eq(courseLabel.courseId, row.id),
      orderBy: [desc(courseLabel.startsOn)],
    }),
    row.establishmentId
      ? read.rows(policy.establishments(), { where: eq(establishment.id, row.establishmentId) })
      : Promise.resolve([]),
  ])
  return {
    ...shown,
    schools,
    schoolIds: schools.map((one) => one.id),
    occupations,
    skills,
    productions,
    insertions,
    labels,
    place: places[0] ?? null,
  }
}
/** Everything that this actor may know of one course. */
export const bySlug = (read: Reader, actor: Actor, slug: string) => whole(read, actor, eq(course.slug, slug))
export const byId = (read: Reader, actor: Actor, id: string) => whole(read, actor, eq(course.id, id))
export type CourseRecord = NonNullable<Awaited<ReturnType<typeof bySlug>>>

/** The deeds on one course with the names of who did them: for its school and the team. */
export async function history(read: Reader, actor: Actor, id: string) {
  const deeds = await historyOf(read, policy.historiesVisibleTo(actor), id)
  const ids = [...new Set(deeds.flatMap(({ actorId }) => actorId ?? []))]
  const people = ids.length
    ? await read.select({ id: user.id, name: user.name }).from(narrow(policy.peopleNamed(), inArray(user.id, ids)))
    : []
  const names = new Map(people.map((one) => [one.id, one.name]))
  return deeds.map((deed) => ({ ...deed, actorName: deed.actorId ? (names.get(deed.actorId) ?? null) : null }))
}
export type HistoryEntry = Awaited<ReturnType<typeof history>>[number]

/** The last reason for which the team sent a course back: what its school is to change. */
export async function lastReason(read: Reader, actor: Actor, id: string): Promise<string | null> {
  const deeds = await historyOf(read, policy.historiesVisibleTo(actor), id)
  const last = deeds.find(({ action }) => action === 'courses.send-back' || action === 'courses.submit')
  return last?.action === 'courses.send-back' ? String(last.note?.reason ?? '') : null
}

/** The courses of some rows by their schools, for lists. */
export async function withSchools<Row extends { readonly id: string }>(read: Reader, rows: readonly Row[]) {
  const schools = await schoolsOf(
    read,
    rows.map((row) => row.id),
  )
  const byCourse = Map.groupBy(schools, (one) => one.courseId)
  return rows.map((row) => ({ ...row, schools: byCourse.get(row.id) ?? [] }))
}

/** Published organisations by identifier: what a form shows of the schools that somebody represents. */
export const schoolsNamed = (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .select({ id: organisation.id, slug: organisation.slug, displayName: organisation.displayName })
        .from(policy.narrowToSchools(ids))
        .orderBy(organisation.sortName)
/** The organisations that somebody represents and that are no schools: possible sponsors. */
export const companiesNamed = (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .select({ id: organisation.id, slug: organisation.slug, displayName: organisation.displayName })
        .from(
          narrow(
            policy.listedOrganisations(),
            and(sql`${organisation.kind} <> 'school'`, inArray(organisation.id, [...ids])),
          ),
        )
        .orderBy(organisation.sortName)
