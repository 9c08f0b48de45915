import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { system } from '../../kernel/actor.ts'
import { type Day, dayOf, resolveDay } from '../../kernel/days.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { example } from '../organisations/examples.ts'
import { enterAll } from './actions/bulk.ts'
import { create, publish, submit } from './actions/course.ts'
import { uploadImport } from './actions/imports.ts'
import { confirm, propose } from './actions/sponsorship.ts'

type Change = Readonly<Record<string, unknown>>
/** What a course of a test is unless it says otherwise. */
export const aCourse = (change: Change = {}) => ({
  title: { fr: 'Animation 3D', en: '3D animation' },
  summary: { fr: 'Trois ans pour apprendre à faire jouer des personnages.', en: 'Three years of character animation.' },
  description: { fr: 'Un film par année.', en: 'One film a year.' },
  diploma: 'Diplôme d’école',
  level: 6,
  months: 36,
  rhythms: ['initial'],
  town: 'Annecy',
  sectors: ['animation'],
  admission: { fr: 'Sur dossier et entretien.', en: 'By portfolio and interview.' },
  ...change,
})
const bySystem = (context: Context) => actingAs(context, { actor: system })
/** A published course of a school. */
export async function makeCourse(context: Context, school: string, change: Change = {}) {
  const row = await create(bySystem(context), aCourse({ schools: [school], ...change }))
  return publish(bySystem(context), { id: row.id })
}

type Ids = ReadonlyMap<string, string>
type Written = {
  readonly schools?: readonly string[]
  readonly sponsorships?: readonly (Change & { readonly company: string })[]
  readonly on?: string
} & Change
/** The demo's files call organisations by names of their own; days count from today. */
const entered = (one: Written, ids: Ids, today: Day) => ({
  ...one,
  schools: one.schools?.map((name) => ids.get(name) ?? name),
  on: one.on && resolveDay(one.on, today),
  sponsorships: (one.sponsorships ?? []).map(({ from, to, company, ...rest }) => ({
    ...rest,
    company: ids.get(company) ?? company,
    startsOn: resolveDay(String(from), today),
    endsOn: to ? resolveDay(String(to), today) : null,
  })),
})
/** The demo's courses, all in one deed. Answers how many. */
export async function loadCourses(context: Context, organisations: Ids, folder = 'demo/courses'): Promise<number> {
  const today = dayOf(context.now)
  const written = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Written[])
  const { count } = await enterAll(bySystem(context), {
    courses: written.map((one) => entered(one, organisations, today)),
  })
  return count
}

/** What the addresses and subjects below speak of: a published course, one that waits, and a file. */
export async function prepare({ context, rows }: Stage) {
  const bySystem = context(system)
  const school = rows.other ?? (await example(bySystem, 'school'))
  const course = await makeCourse(bySystem, school.slug)
  const waiting = await create(bySystem, aCourse({ title: { fr: 'Montage' }, schools: [school.slug] }))
  const sponsorship = await propose(bySystem, {
    id: course.id,
    company: rows.company.slug,
    startsOn: '2026-09-01',
    commitments: ['juries'],
  })
  return {
    course,
    courseSchool: school,
    submittedCourse: await submit(bySystem, { id: waiting.id }),
    sponsorship: await confirm(bySystem, { id: sponsorship.id }),
    courseImport: await uploadImport(bySystem, { file: new File(['Titre;Niveau\nMontage;5'], 'formations.csv') }),
  }
}

const ofCourse = (rest: string) => [`/courses/:slug${rest}`, ({ course }: Rows) => `/courses/${course.slug}${rest}`]
/** An address for each page with parameters. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  ...Object.fromEntries(['', '/edit', '/withdraw', '/sponsor'].map(ofCourse)),
  '/courses/:slug/send-back': ({ submittedCourse }) => `/courses/${submittedCourse.slug}/send-back`,
  '/courses/sponsorships/:id/end': ({ sponsorship }) => `/courses/sponsorships/${sponsorship.id}/end`,
  '/courses/imports/:id': ({ courseImport }) => `/courses/imports/${courseImport.id}`,
  '/courses/imports/:id/columns': ({ courseImport }) => `/courses/imports/${courseImport.id}/columns`,
  '/courses/imports/:id/undo': ({ courseImport }) => `/courses/imports/${courseImport.id}/undo`,
  '/api/v1/courses/:id': ({ course }) => `/api/v1/courses/${course.id}`,
  '/api/v1/courses/:id/history': ({ course }) => `/api/v1/courses/${course.id}/history`,
  '/api/v1/course-queues/:queue': '/api/v1/course-queues/submitted',
  '/api/v1/course-suggestions/:occupation': '/api/v1/course-suggestions/animateur-3d',
  '/api/v1/course-imports/:id': ({ courseImport }) => `/api/v1/course-imports/${courseImport.id}`,
  '/api/v1/course-imports/:id/lines': ({ courseImport }) => `/api/v1/course-imports/${courseImport.id}/lines`,
}

/** The cast's representative speaks for the example company: the school's doors are tried with a course of theirs. */
const ownCourse = ({ company }: Rows) => ({ schoolIds: [company.id] })
const theirSponsorship = ({ company, courseSchool }: Rows) => ({
  schoolIds: [courseSchool.id],
  organisationId: company.id,
  proposedBy: 'school',
})
const anything = () => ({})
/** For each door, the subject that its rule is asked about. */
export const doors: Readonly<Record<string, (rows: Rows) => object>> = {
  'courses.create': ownCourse,
  'courses.edit': ownCourse,
  'courses.submit': ownCourse,
  'courses.withdraw': ownCourse,
  'courses.reopen': ownCourse,
  'courses.publish': ownCourse,
  'courses.send-back': ownCourse,
  'courses.acknowledge': ownCourse,
  'courses.propose-sponsorship': theirSponsorship,
  'courses.confirm-sponsorship': theirSponsorship,
  'courses.decline-sponsorship': theirSponsorship,
  'courses.end-sponsorship': theirSponsorship,
  'courses.accept-suggestion': ownCourse,
  'courses.refuse-suggestion': ownCourse,
  'courses.reconsider-suggestion': ownCourse,
  'courses.enter-all': anything,
  'courses.follow': anything,
  'courses.upload-import': anything,
  'courses.preview-import': anything,
  'courses.apply-import': anything,
  'courses.undo-import': anything,
}
