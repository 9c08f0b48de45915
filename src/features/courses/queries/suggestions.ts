import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { type Actor, isStaff } from '../../../kernel/actor.ts'
import { aliasesOf, skillLines } from '../../occupations/queries/sheet.ts'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import { occupation } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { type Candidate, type Suggestion, suggest, type Target } from '../rules/suggestion.ts'
import { course, courseOccupation, courseSkill, courseSuggestion } from '../tables.ts'
import { schoolsOf } from './course.ts'
import { rowFields } from './list.ts'

/** What is known of every course that could be suggested: asked once for all occupations until something is written. */
const candidates = (read: Reader): Promise<readonly Candidate[]> =>
  read.remember('courses.candidates', async () => {
    const [courses, skills, links] = await Promise.all([
      read.select({ id: course.id, title: course.title }).from(policy.published()).orderBy(course.id),
      read.select({ courseId: courseSkill.courseId, skillId: courseSkill.skillId }).from(policy.skillLinks()),
      read
        .select({
          courseId: courseOccupation.courseId,
          id: occupation.id,
          masculine: occupation.masculine,
          feminine: occupation.feminine,
          english: occupation.english,
          romeCodes: occupation.romeCodes,
        })
        .from(policy.occupationLinks())
        .innerJoin(policy.listedOccupations(), eq(occupation.id, courseOccupation.occupationId)),
    ])
    const skillsOf = Map.groupBy(skills, (one) => one.courseId)
    const linksOf = Map.groupBy(links, (one) => one.courseId)
    return courses.map(({ id, title }) => ({
      id,
      titles: [title.fr],
      skillIds: (skillsOf.get(id) ?? []).map((one) => one.skillId),
      leadsTo: (linksOf.get(id) ?? []).map((one) => ({
        id: one.id,
        name: titleOf(one, 'fr'),
        romeCodes: one.romeCodes,
      })),
    }))
  })

async function targetOf(read: Reader, actor: Actor, occupationId: string): Promise<Target | null> {
  const sheet = await read.one(policy.listedOccupations(), eq(occupation.id, occupationId))
  if (!sheet) return null
  const [lines, aliases] = await Promise.all([
    skillLines(read, actor, occupationId),
    aliasesOf(read, actor, occupationId),
  ])
  return {
    id: sheet.id,
    romeCodes: sheet.romeCodes,
    names: [
      sheet.masculine,
      sheet.feminine,
      ...aliases.filter(({ language }) => language === 'fr').map(({ label }) => label),
    ],
    skills: new Map(
      lines.filter(({ kind }) => kind !== 'behaviour').map(({ id, label }) => [id, wordingOf(label, 'fr')] as const),
    ),
  }
}

/** Courses that may lead to an occupation, with the reasons: for the team alone. */
export async function suggestionsFor(read: Reader, actor: Actor, occupationId: string): Promise<readonly Suggestion[]> {
  if (!isStaff(actor)) return []
  const [all, target, refused] = await Promise.all([
    candidates(read),
    targetOf(read, actor, occupationId),
    read.rows(policy.suggestionsVisibleTo(actor), {
      where: and(eq(courseSuggestion.occupationId, occupationId), eq(courseSuggestion.accepted, false)),
    }),
  ])
  return target ? suggest(all, target, new Set(refused.map((one) => one.courseId))) : []
}

/** The courses of some suggestions, as a page shows them. */
async function coursesByIds(read: Reader, ids: readonly string[]) {
  const rows = await read
    .select(rowFields)
    .from(narrow(policy.published(), sql`${course.id} = any(${sql.param(ids)}::uuid[])`))
    .orderBy(course.sortTitle, course.id)
  const schools = Map.groupBy(
    await schoolsOf(
      read,
      rows.map(({ id }) => id),
    ),
    (one) => one.courseId,
  )
  return new Map(rows.map((row) => [row.id, { ...row, schools: schools.get(row.id) ?? [] }]))
}
/** Everything that the team's page shows of one occupation: what to decide, and what was refused. */
export async function suggestionPage(read: Reader, actor: Actor, occupationId: string) {
  const [open, decided] = await Promise.all([
    suggestionsFor(read, actor, occupationId),
    read.rows(policy.suggestionsVisibleTo(actor), {
      where: and(eq(courseSuggestion.occupationId, occupationId), eq(courseSuggestion.accepted, false)),
      orderBy: [courseSuggestion.decidedAt],
    }),
  ])
  const courses = await coursesByIds(
    read,
    [...open, ...decided].map((one) => one.courseId),
  )
  const shown = <One extends { readonly courseId: string }>(all: readonly One[]) =>
    all.flatMap((one) => {
      const row = courses.get(one.courseId)
      return row ? [{ ...one, course: row }] : []
    })
  return { open: shown(open), refused: shown(decided) }
}
export type SuggestionPage = Awaited<ReturnType<typeof suggestionPage>>

/** The cluster's own sheets, for choosing one. */
export const sheetChoices = (read: Reader) =>
  read
    .select({
      id: occupation.id,
      slug: occupation.slug,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
    })
    .from(narrow(policy.listedOccupations(), eq(occupation.origin, 'own')))
    .orderBy(sql`plain(${occupation.masculine})`, occupation.id)
export const sheetBySlug = (read: Reader, slug: string) =>
  read.one(policy.listedOccupations(), eq(occupation.slug, slug))
