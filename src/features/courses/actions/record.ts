import { eq, inArray, sql } from 'drizzle-orm'
import type { Refusals } from '../../../db/action.ts'
import type { Reader, Row } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug } from '../../../kernel/slug.ts'
import { sectorList } from '../../organisations/queries/directory.ts'
import * as policy from '../policy.ts'
import {
  findIn,
  type Named,
  type Names,
  occupationsNamed,
  organisationsNamed,
  type Place,
  placesOf,
  skillsNamed,
} from '../queries/names.ts'
import { centsOf, courseSlug, missingIn, mistakesIn, states } from '../rules/course.ts'
import type { CourseInput } from '../schema/input.ts'
import type { CourseState } from '../schema/words.ts'
import { course, courseInsertion, courseOccupation, courseProduction, courseSchool, courseSkill } from '../tables.ts'
import { text } from '../text/refusals.ts'

export type Course = Row<typeof course>
export const refusals: Refusals = {
  course_slug_taken: (language) => text(language)('slugTaken'),
  course_external_taken: (language) => text(language)('externalTaken'),
  course_insertion_year_taken: (language) => text(language)('insertionYearTaken'),
  course_sponsorship_once: (language) => text(language)('sponsoredAlready'),
}

/** What a course's names stand for. */
export type Links = {
  readonly schools: readonly Named[]
  readonly occupations: readonly Named[]
  readonly skills: readonly Named[]
}
/** All that names are looked up in: read once, however many courses there are to write. */
export type Book = {
  readonly schools: Names
  readonly occupations: Names
  readonly skills: Names
  readonly places: readonly Place[]
  readonly sectors: ReadonlySet<string>
}
type Naming = Pick<CourseInput, 'schools' | 'occupations' | 'skills'>
export async function bookFor(read: Reader, inputs: readonly Naming[]): Promise<Book> {
  const all = (name: keyof Naming) => [...new Set(inputs.flatMap((input) => input[name]))]
  const [schools, occupations, skills, sectors] = await Promise.all([
    organisationsNamed(read, all('schools'), 'school'),
    occupationsNamed(read, all('occupations')),
    skillsNamed(read, all('skills')),
    sectorList(read),
  ])
  const places = await placesOf(read, [...new Set([...schools.values()].map(({ id }) => id))])
  return { schools, occupations, skills, places, sectors: new Set(sectors.map(({ key }) => key)) }
}

type Errors = Record<string, string>
const distinct = (all: readonly Named[]) => [...new Map(all.map((one) => [one.id, one])).values()]
function look(written: readonly string[], names: Names, field: string, sentence: string, errors: Errors): Named[] {
  const found = written.map((name, row) => {
    const one = findIn(names, name)
    if (!one) errors[`${field}.${row}.name`] = sentence
    return one
  })
  return distinct(found.filter((one) => one !== undefined))
}

/** The links of a course and what is wrong with the rest; a field that names something unknown says so. */
export function linksIn(
  input: CourseInput,
  book: Book,
  now: Date,
  language: Language,
): { links: Links; errors: Errors } {
  const t = text(language)
  const say = t as (key: string, values: object) => string
  const errors: Errors = {}
  const links = {
    schools: look(input.schools, book.schools, 'schools', t('schoolUnknown'), errors),
    occupations: look(input.occupations, book.occupations, 'occupations', t('occupationUnknown'), errors),
    skills: look(input.skills, book.skills, 'skills', t('skillUnknown'), errors),
  }
  for (const { field, key, values } of mistakesIn(input, book.sectors, now.getUTCFullYear()))
    errors[field] ??= say(key, values)
  const place = book.places.find((one) => one.id === input.establishmentId)
  if (input.establishmentId && !(place && links.schools.some((one) => one.id === place.organisationId)))
    errors.establishmentId = t('establishmentOther')
  return { links, errors }
}
export async function checked(read: Reader, input: CourseInput, now: Date, language: Language) {
  const book = await bookFor(read, [input])
  const { links, errors } = linksIn(input, book, now, language)
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return { links, book }
}

const joined = (all: readonly Named[]) => all.map(({ name }) => name).join(' · ')
export const namesIn = (links: Links) => ({
  schoolNames: joined(links.schools),
  occupationNames: joined(links.occupations),
  skillNames: joined(links.skills),
})
/** The columns of the course itself. */
export function columnsOf(input: CourseInput, links: Links, places: readonly Place[]) {
  const { cost, schools: _s, occupations: _o, skills: _k, productions: _p, insertions: _i, ...rest } = input
  const place = places.find((one) => one.id === input.establishmentId)
  return {
    title: rest.title,
    summary: rest.summary,
    description: rest.description,
    diploma: rest.diploma,
    level: rest.level,
    rncp: rest.rncp,
    months: rest.months,
    admission: rest.admission,
    rhythms: rest.rhythms,
    costCents: centsOf(cost),
    costNote: rest.costNote,
    website: rest.website,
    establishmentId: rest.establishmentId,
    town: place?.city ?? rest.town,
    sectors: rest.sectors,
    ...namesIn(links),
  }
}

export const linkRows = (courseId: string, links: Links) => ({
  schools: links.schools.map(({ id }, position) => ({ courseId, organisationId: id, position })),
  occupations: links.occupations.map(({ id }, position) => ({ courseId, occupationId: id, position })),
  skills: links.skills.map(({ id }, position) => ({ courseId, skillId: id, position })),
})
export async function writeLinks(tx: Tx, ids: readonly string[], rows: ReturnType<typeof linkRows>) {
  await tx.removeAll(narrow(policy.schoolLinks(), inArray(courseSchool.courseId, [...ids])))
  await tx.removeAll(narrow(policy.occupationLinks(), inArray(courseOccupation.courseId, [...ids])))
  await tx.removeAll(narrow(policy.skillLinks(), inArray(courseSkill.courseId, [...ids])))
  await tx.insertAll(courseSchool, rows.schools)
  await tx.insertAll(courseOccupation, rows.occupations)
  await tx.insertAll(courseSkill, rows.skills)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const differs = (row: Readonly<Record<string, unknown>>, wished: Readonly<Record<string, unknown>>) =>
  Object.entries(wished).some(([field, value]) => !same(row[field], value))
async function writeProductions(tx: Tx, courseId: string, wished: CourseInput['productions']) {
  const there = await tx.rows(policy.everyPart.productions(), {
    where: eq(courseProduction.courseId, courseId),
    orderBy: [courseProduction.position],
  })
  for (const [position, one] of wished.entries()) {
    const row = there[position]
    if (!row) await tx.insert(courseProduction, { ...one, courseId, position })
    else if (differs(row, one)) await tx.update(courseProduction, row, one)
  }
  for (const row of there.slice(wished.length)) await tx.remove(courseProduction, row)
}
async function writeInsertions(tx: Tx, courseId: string, wished: CourseInput['insertions']) {
  const there = await tx.rows(policy.everyPart.insertions(), { where: eq(courseInsertion.courseId, courseId) })
  const years = new Set(wished.map(({ year }) => year))
  for (const row of there) if (!years.has(row.year)) await tx.remove(courseInsertion, row)
  for (const one of wished) {
    const row = there.find(({ year }) => year === one.year)
    if (!row) await tx.insert(courseInsertion, { ...one, courseId })
    else if (differs(row, one)) await tx.update(courseInsertion, row, one)
  }
}
/** Links, productions and figures become those that are described. */
export async function writeParts(tx: Tx, courseId: string, input: CourseInput, links: Links) {
  await writeLinks(tx, [courseId], linkRows(courseId, links))
  await writeProductions(tx, courseId, input.productions)
  await writeInsertions(tx, courseId, input.insertions)
}

/** An address of its own. */
export async function newSlug(read: Reader, title: string): Promise<string> {
  const wished = courseSlug(title)
  const like = `${wished}%`
  const taken = await read
    .select({ slug: course.slug })
    .from(narrow(policy.everyCourse(), sql`${course.slug} like ${like}`))
  return freeSlug(wished, new Set(taken.map(({ slug }) => slug)))
}

/** Moves to another state, or refuses: somebody may have been quicker. */
export function moved(from: CourseState, to: CourseState, language: Language) {
  if (!states.allows(from, to)) throw new Refused(text(language)('wrongState'))
  return { state: to }
}
/** Refuses to let the public read what lacks something. */
export function refuseIncomplete(one: Parameters<typeof missingIn>[0], schools: number, language: Language) {
  const t = text(language)
  const missing = missingIn(one, schools).map((field) => t(`missing-${field}`))
  if (missing.length > 0) throw new Refused(t('missingToPublish', { fields: missing.join(', ') }))
}
