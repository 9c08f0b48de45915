import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { type Actor, system } from '../../kernel/actor.ts'
import { type Day, dayOf, resolveDay } from '../../kernel/days.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { example } from '../organisations/examples.ts'
import { enterAll } from './actions/bulk.ts'
import { create, publish } from './actions/course.ts'
import { propose } from './actions/sponsorship.ts'

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

type Written = { readonly sponsorships?: readonly Record<string, unknown>[]; readonly on?: string } & Change
const dated = (one: Written, today: Day) => ({
  ...one,
  on: one.on && resolveDay(one.on, today),
  sponsorships: (one.sponsorships ?? []).map(({ from, to, ...rest }) => ({
    ...rest,
    startsOn: resolveDay(String(from), today),
    endsOn: to ? resolveDay(String(to), today) : null,
  })),
})
/** The demo's courses, all in one deed. Answers how many. */
export async function loadCourses(context: Context, folder = 'demo/courses'): Promise<number> {
  const today = dayOf(context.now)
  const written = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Written[])
  const { count } = await enterAll(bySystem(context), { courses: written.map((one) => dated(one, today)) })
  return count
}

/** What the addresses and subjects below speak of: a published course that a company offers to sponsor. */
export async function prepare({ context, rows }: Stage) {
  const bySystem = context(system)
  const school = rows.other ?? (await example(bySystem, 'school'))
  const course = await makeCourse(bySystem, school.slug)
  const sponsorship = await propose(bySystem, {
    id: course.id,
    company: rows.company.slug,
    startsOn: '2026-09-01',
    commitments: ['juries'],
  })
  return { course, school, sponsorship }
}
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/courses/:slug': ({ course }) => `/courses/${course.slug}`,
}
