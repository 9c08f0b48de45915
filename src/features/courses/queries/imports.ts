import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import type { Content } from '../rules/import.ts'
import type { LineOutcome } from '../schema/words.ts'
import {
  course,
  courseImport,
  courseImportLine,
  courseOccupation,
  courseSchool,
  courseSkill,
  courseSponsorship,
} from '../tables.ts'
import type { Named } from './names.ts'

/** Every import, newest first. */
export const importList = (read: Reader, actor: Actor, most = 100) =>
  read
    .select({
      id: courseImport.id,
      fileName: courseImport.fileName,
      format: courseImport.format,
      state: courseImport.state,
      counts: courseImport.counts,
      createdAt: courseImport.createdAt,
      by: sql<string | null>`${user.name}`,
    })
    .from(policy.importsVisibleTo(actor))
    .leftJoin(policy.peopleNamed(), eq(user.id, courseImport.createdBy))
    .orderBy(sql`${courseImport.createdAt} desc`, courseImport.id)
    .limit(most)
export type ImportEntry = Awaited<ReturnType<typeof importList>>[number]

export const importById = (read: Reader, actor: Actor, id: string) =>
  read.one(policy.importsVisibleTo(actor), eq(courseImport.id, id))
export type ImportRun = NonNullable<Awaited<ReturnType<typeof importById>>>
export const importLineCount = (read: Reader, actor: Actor, id: string) =>
  read.count(policy.importLinesVisibleTo(actor), eq(courseImportLine.importId, id))

type Which = {
  readonly id: string
  readonly outcome: LineOutcome | null
  readonly limit: number
  readonly offset: number
}
/** A line that is changed and keeps something else stands in both lists. */
const inOutcome = (outcome: LineOutcome) =>
  outcome === 'corrected' ? sql`${courseImportLine.kept} is not null` : eq(courseImportLine.outcome, outcome)
/** Lines of an import, as in the file, of one outcome or all. */
export const importLines = (read: Reader, actor: Actor, { id, outcome, limit, offset }: Which) =>
  read
    .select({
      line: courseImportLine.line,
      cells: courseImportLine.cells,
      outcome: courseImportLine.outcome,
      changes: courseImportLine.changes,
      kept: courseImportLine.kept,
      reason: courseImportLine.reason,
      title: sql<string | null>`${courseImportLine.plan} ->> 'title'`,
      slug: sql<string | null>`${courseImportLine.plan} ->> 'slug'`,
    })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(courseImportLine.importId, id)))
    .where(outcome === null ? undefined : inOutcome(outcome))
    .orderBy(courseImportLine.line)
    .limit(limit)
    .offset(offset)
export type ShownLine = Awaited<ReturnType<typeof importLines>>[number]

/** The first cells of each column: what a person needs to know a column. */
export const firstLines = (read: Reader, actor: Actor, id: string) =>
  read
    .select({ cells: courseImportLine.cells })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(courseImportLine.importId, id)))
    .orderBy(courseImportLine.line)
    .limit(20)

type Linked = { readonly courseId: string; readonly id: string; readonly name: string }
const links = {
  schools: (read: Reader, where: SQL | undefined): PromiseLike<Linked[]> =>
    read
      .select({ courseId: courseSchool.courseId, id: organisation.id, name: organisation.displayName })
      .from(narrow(policy.schoolLinks(), where))
      .innerJoin(policy.everyOrganisation(), eq(organisation.id, courseSchool.organisationId))
      .orderBy(courseSchool.position, organisation.id),
  occupations: (read: Reader, where: SQL | undefined): PromiseLike<Linked[]> =>
    read
      .select({
        courseId: courseOccupation.courseId,
        id: occupation.id,
        name: sql<string>`coalesce(nullif(${occupation.masculine}, ''), ${occupation.english})`,
      })
      .from(narrow(policy.occupationLinks(), where))
      .innerJoin(policy.listedOccupations(), eq(occupation.id, courseOccupation.occupationId))
      .orderBy(courseOccupation.position, occupation.id),
  skills: (read: Reader, where: SQL | undefined): PromiseLike<Linked[]> =>
    read
      .select({
        courseId: courseSkill.courseId,
        id: skill.id,
        name: sql<string>`coalesce(${skill.label}->>'fr', ${skill.label}->>'en')`,
      })
      .from(narrow(policy.skillLinks(), where))
      .innerJoin(policy.listedSkills(), eq(skill.id, courseSkill.skillId))
      .orderBy(courseSkill.position, skill.id),
}

export type Known = {
  readonly row: typeof course.$inferSelect
  readonly content: Content
  readonly schools: readonly Named[]
}
/** Some courses, or all, as a file would describe them: fields by their names, links by identifier. */
export async function knownCourses(read: Reader, ids: readonly string[] | 'all'): Promise<ReadonlyMap<string, Known>> {
  const among = (column: unknown) => (ids === 'all' ? undefined : sql`${column} = any(${sql.param(ids)}::uuid[])`)
  const [rows, schools, occupations, skills] = await Promise.all([
    read.rows(policy.everyCourse(), { where: among(course.id), orderBy: [course.id] }),
    links.schools(read, among(courseSchool.courseId)),
    links.occupations(read, among(courseOccupation.courseId)),
    links.skills(read, among(courseSkill.courseId)),
  ])
  const [bySchool, byOccupation, bySkill] = [schools, occupations, skills].map((all) =>
    Map.groupBy(all, (one) => one.courseId),
  )
  const named = (all: readonly Linked[] | undefined) => (all ?? []).map(({ id, name }) => ({ id, name }))
  return new Map(
    rows.map((row) => {
      const taught = named(bySchool?.get(row.id))
      const content: Content = {
        'title.fr': row.title.fr,
        'title.en': row.title.en ?? null,
        schools: taught,
        diploma: row.diploma,
        level: row.level,
        rncp: row.rncp,
        months: row.months,
        rhythms: row.rhythms,
        cost: row.costCents === null ? null : row.costCents / 100,
        town: row.town,
        sectors: row.sectors,
        website: row.website,
        'summary.fr': row.summary.fr,
        'summary.en': row.summary.en ?? null,
        occupations: named(byOccupation?.get(row.id)),
        skills: named(bySkill?.get(row.id)),
      }
      return [row.id, { row, content, schools: taught }] as const
    }),
  )
}
/** What of some courses somebody has promised something for: undoing an import would lose it. */
export const sponsoredAmong = async (read: Reader, ids: readonly string[]) =>
  new Set(
    (
      await read.rows(policy.everyPart.sponsorships(), {
        where: inArray(courseSponsorship.courseId, [...ids]),
      })
    ).map((one) => one.courseId),
  )
