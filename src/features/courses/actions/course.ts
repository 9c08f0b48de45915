import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { staffMails } from '../../organisations/actions/letters.ts'
import * as policy from '../policy.ts'
import { schoolsOf } from '../queries/course.ts'
import { findIn, organisationsNamed } from '../queries/names.ts'
import { courseInput, editInput, idInput, reasonInput } from '../schema/input.ts'
import { course } from '../tables.ts'
import { text } from '../text/refusals.ts'
import { letter, representativeMails } from './letters.ts'
import { checked, columnsOf, moved, newSlug, refusals, refuseIncomplete, writeParts } from './record.ts'

/** A course with the schools by which its doors are decided. */
export async function loadCourse(tx: Tx, actor: Actor, { id }: { id: string }) {
  const row = await tx.lock(policy.visibleTo(actor), eq(course.id, id))
  if (!row) return null
  const schools = await schoolsOf(tx, [row.id])
  return { ...row, schools, schoolIds: schools.map((one) => one.id) }
}
type Loaded = NonNullable<Awaited<ReturnType<typeof loadCourse>>>
const aboutOf = (one: Pick<Loaded, 'slug' | 'title' | 'schools'>, origin: string, more?: Record<string, string>) => ({
  course: one,
  schools: one.schools,
  origin,
  ...(more && { more }),
})

/** The schools that somebody names for a new course: the door asks whether they speak for them. */
async function schoolsFor(tx: Tx, _actor: Actor, { schools }: { schools: readonly string[] }) {
  const names = await organisationsNamed(tx, schools, 'school')
  return { schoolIds: schools.flatMap((name) => findIn(names, name)?.id ?? []) }
}

/** A school describes a course, or the team does; nobody else sees it yet. */
export const create = action({
  name: 'courses.create',
  about: course,
  input: courseInput,
  load: schoolsFor,
  allow: policy.create,
  refusals,
  run: async ({ tx, input, now, language }) => {
    const { links, book } = await checked(tx, input, now, language)
    if (links.schools.length === 0) throw new Invalid({ schools: text(language)('schoolMissing') })
    const row = await tx.insert(course, {
      ...columnsOf(input, links, book.places),
      slug: await newSlug(tx, input.title.fr),
      createdAt: now,
      changedAt: now,
    })
    await writeParts(tx, row.id, input, links)
    return row
  },
})

/** Everything that the form shows. What a school changes after publication goes online at once, and the team is told. */
export const edit = action({
  name: 'courses.edit',
  about: course,
  input: editInput,
  load: loadCourse,
  allow: policy.edit,
  refusals,
  run: async ({ tx, actor, subject, input: { id: _, seen, ...written }, now, language, mail, origin }) => {
    if (seen && new Date(seen).getTime() !== subject.changedAt.getTime())
      throw new Refused(text(language)('changedSince'))
    // Who teaches is the team's to say: a school could otherwise hand its course to another one.
    const input = policy.staffOnly(actor) ? written : { ...written, schools: [...subject.schoolIds] }
    const { links, book } = await checked(tx, input, now, language)
    const columns = columnsOf(input, links, book.places)
    if (subject.state !== 'draft' && subject.state !== 'withdrawn')
      refuseIncomplete(columns, links.schools.length, language)
    await writeParts(tx, subject.id, input, links)
    const isNews = subject.state === 'published' && !policy.staffOnly(actor)
    if (isNews && subject.unseenSince === null)
      await staffMails(tx, mail, letter('changed', aboutOf(subject, origin, { person: actor.name })))
    return tx.update(course, subject, {
      ...columns,
      changedAt: now,
      unseenSince: isNews ? (subject.unseenSince ?? now) : subject.unseenSince,
    })
  },
})

/** The school says that it is ready; the team is told. */
export const submit = action({
  name: 'courses.submit',
  about: course,
  input: idInput,
  load: loadCourse,
  allow: policy.submit,
  run: async ({ tx, subject, now, language, mail, origin }) => {
    const state = moved(subject.state, 'submitted', language)
    refuseIncomplete(subject, subject.schoolIds.length, language)
    await staffMails(tx, mail, letter('submitted', aboutOf(subject, origin)))
    return tx.update(course, subject, { ...state, submittedAt: now, changedAt: now })
  },
})

/** The team lets the public read it. */
export const publish = action({
  name: 'courses.publish',
  about: course,
  input: idInput,
  load: loadCourse,
  allow: policy.publish,
  run: async ({ tx, actor, subject, now, language, mail, origin }) => {
    const state = moved(subject.state, 'published', language)
    refuseIncomplete(subject, subject.schoolIds.length, language)
    const told = { organisationIds: subject.schoolIds, now, but: actor.id }
    await representativeMails(tx, mail, told, letter('published', aboutOf(subject, origin)))
    return tx.update(course, subject, { ...state, publishedAt: subject.publishedAt ?? now, changedAt: now })
  },
})

/** The team does not publish it yet, and says why. */
export const sendBack = action({
  name: 'courses.send-back',
  about: course,
  input: reasonInput,
  load: loadCourse,
  allow: policy.sendBack,
  run: async ({ tx, actor, subject, input: { reason }, now, language, mail, origin, note }) => {
    if (subject.state !== 'submitted') throw new Refused(text(language)('wrongState'))
    note({ reason })
    const told = { organisationIds: subject.schoolIds, now, but: actor.id }
    await representativeMails(tx, mail, told, letter('sentBack', aboutOf(subject, origin, { reason })))
    return tx.update(course, subject, { state: 'draft', changedAt: now })
  },
})

/** It is no longer taught, or not for the public any more. */
export const withdraw = action({
  name: 'courses.withdraw',
  about: course,
  input: reasonInput,
  load: loadCourse,
  allow: policy.withdraw,
  run: async ({ tx, actor, subject, input: { reason }, now, language, mail, origin, note }) => {
    const state = moved(subject.state, 'withdrawn', language)
    note({ reason })
    if (subject.state === 'published') {
      const write = letter('withdrawn', aboutOf(subject, origin, { reason }))
      const told = { organisationIds: subject.schoolIds, now, but: actor.id }
      await (policy.staffOnly(actor) ? representativeMails(tx, mail, told, write) : staffMails(tx, mail, write))
    }
    return tx.update(course, subject, { ...state, changedAt: now, unseenSince: null })
  },
})

/** A withdrawn course becomes a draft again: its school completes and submits it as a new one. */
export const reopen = action({
  name: 'courses.reopen',
  about: course,
  input: idInput,
  load: loadCourse,
  allow: policy.reopen,
  run: async ({ tx, subject, now, language }) => {
    if (subject.state !== 'withdrawn') throw new Refused(text(language)('wrongState'))
    return tx.update(course, subject, { state: 'draft', changedAt: now })
  },
})

/** Somebody of the team has looked at what a school changed. */
export const acknowledge = action({
  name: 'courses.acknowledge',
  about: course,
  input: idInput,
  load: loadCourse,
  allow: policy.acknowledge,
  run: async ({ tx, subject }) => tx.update(course, subject, { unseenSince: null }),
})
