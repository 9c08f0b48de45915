import { action, nothing } from '../../../db/action.ts'
import { uuidv7 } from '../../../db/ids.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { freeSlug } from '../../../kernel/slug.ts'
import * as policy from '../policy.ts'
import { findIn, organisationsNamed } from '../queries/names.ts'
import { courseSlug } from '../rules/course.ts'
import { type EnteredInput, enteredInput } from '../schema/input.ts'
import {
  course,
  courseInsertion,
  courseOccupation,
  courseProduction,
  courseSchool,
  courseSkill,
  courseSponsorship,
} from '../tables.ts'
import { text } from '../text/refusals.ts'
import { type Book, bookFor, columnsOf, type Links, linkRows, linksIn, refusals, refuseIncomplete } from './record.ts'

type Entered = EnteredInput['courses'][number]
const noonOf = (day: string | null, now: Date) => (day === null ? now : new Date(`${day}T12:00:00Z`))

/** Many courses with their sponsors at once, in a few statements: what a cluster brings along when it begins. */
export const enterAll = action({
  name: 'courses.enter-all',
  about: course,
  input: enteredInput,
  load: nothing,
  allow: policy.staffOnly,
  refusals,
  run: async ({ tx, input: { courses }, now, language, note, trace }) => {
    const taken = new Set((await tx.select({ slug: course.slug }).from(policy.everyCourse())).map(({ slug }) => slug))
    const [book, companies] = await Promise.all([
      bookFor(tx, courses),
      organisationsNamed(
        tx,
        [...new Set(courses.flatMap((one) => one.sponsorships.map(({ company }) => company)))],
        'company',
      ),
    ])
    const companyOf = (name: string, place: number) => {
      const found = findIn(companies, name)
      if (!found)
        throw new Invalid({ [`courses.${place}.sponsorships`]: `${text(language)('companyUnknown')} (${name})` })
      return found.id
    }
    const prepared = courses.map((one, place) => {
      const { links, errors } = linksIn(one, book, now, language)
      if (Object.keys(errors).length > 0)
        throw new Invalid(
          Object.fromEntries(Object.entries(errors).map(([key, said]) => [`courses.${place}.${key}`, said])),
        )
      const slug = freeSlug(one.slug ?? courseSlug(one.title.fr), taken)
      taken.add(slug)
      const at = noonOf(one.on, now)
      const columns = columnsOf(
        { ...one, establishmentId: one.establishmentId ?? siteOf(one.town, links, book) },
        links,
        book.places,
      )
      if (one.state === 'published' || one.state === 'submitted')
        refuseIncomplete(columns, links.schools.length, language)
      const id = uuidv7(at)
      return { one, place, links, row: { ...columns, ...datesOf(one, at), id, slug, state: one.state } }
    })
    await tx.insertAll(
      course,
      prepared.map(({ row }) => row),
    )
    const rows = prepared.map(({ row, links }) => linkRows(row.id, links))
    await tx.insertAll(
      courseSchool,
      rows.flatMap((each) => each.schools),
    )
    await tx.insertAll(
      courseOccupation,
      rows.flatMap((each) => each.occupations),
    )
    await tx.insertAll(
      courseSkill,
      rows.flatMap((each) => each.skills),
    )
    await tx.insertAll(
      courseProduction,
      prepared.flatMap(({ one, row }) =>
        one.productions.map((each, position) => ({ ...each, courseId: row.id, position })),
      ),
    )
    await tx.insertAll(
      courseInsertion,
      prepared.flatMap(({ one, row }) => one.insertions.map((each) => ({ ...each, courseId: row.id }))),
    )
    await tx.insertAll(
      courseSponsorship,
      prepared.flatMap(({ one, row, place }) =>
        one.sponsorships.map(({ company, ...each }) => ({
          ...each,
          courseId: row.id,
          organisationId: companyOf(company, place),
          createdAt: noonOf(each.startsOn, now),
          answeredAt: each.state === 'proposed' ? null : noonOf(each.startsOn, now),
        })),
      ),
    )
    note({ courses: courses.length })
    trace(prepared.map(({ row }) => ({ table: course, id: row.id })))
    return { count: courses.length, slugs: prepared.map(({ row }) => row.slug) }
  },
})
const datesOf = ({ state }: Entered, at: Date) => ({
  createdAt: at,
  changedAt: at,
  submittedAt: state === 'submitted' ? at : null,
  publishedAt: state === 'published' || state === 'withdrawn' ? at : null,
})
/** The site of a school in the town that is named, when there is one. */
const siteOf = (town: string, { schools }: Links, { places }: Book) =>
  places.find((one) => one.city === town && schools.some(({ id }) => id === one.organisationId))?.id ?? null
