import { z } from 'zod'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cursorOf, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import { acknowledge, create, edit, publish, reopen, sendBack, submit, withdraw } from '../actions/course.ts'
import { accept, reconsider, refuse } from '../actions/suggestions.ts'
import { reasonInWords } from '../pages/suggestions.tsx'
import * as policy from '../policy.ts'
import { byId, bySlug, type CourseRecord, history } from '../queries/course.ts'
import { courseList } from '../queries/list.ts'
import { type Sponsorship, sponsorsOf } from '../queries/sponsorships.ts'
import { sheetBySlug, suggestionPage } from '../queries/suggestions.ts'
import { queues, teamQueue } from '../queries/work.ts'
import { doneShape, historyShape, recordShape, rowShape, suggestionShape, writtenShape } from '../schema/answer.ts'
import { courseSearch } from '../schema/input.ts'

const idOnly = z.object({ id: z.uuid() })
const idOrSlug = z.object({ id: z.string().max(200).describe('Identifier, or the name in the address') })
const read = 'courses:read' as const
const write = 'courses:write' as const

type Row = { readonly slug: string; readonly schools: readonly { id: string; slug: string; displayName: string }[] }
const rowOf = <One extends Row>(row: One, origin: string) => ({
  ...row,
  url: `${origin}/courses/${row.slug}`,
  schools: row.schools.map(({ id, slug, displayName }) => ({ id, slug, displayName })),
})
export const sponsorshipOf = (one: Sponsorship) => ({
  ...one,
  organisation: { id: one.organisationId, slug: one.organisationSlug, displayName: one.organisationName },
})
const recordOf = (one: CourseRecord, sponsors: readonly Sponsorship[], language: Language, origin: string) => ({
  ...rowOf(one, origin),
  occupations: one.occupations.map((each) => ({ id: each.id, slug: each.slug, title: titleOf(each, language) })),
  skills: one.skills.map(({ id, slug, label }) => ({ id, slug, label: wordingOf(label, language) })),
  sponsorships: sponsors.map(sponsorshipOf),
  changedAt: one.changedAt.toISOString(),
})
/** By its id or by its name in the address. */
const courseBy = (read: Reader, actor: Actor, key: string) =>
  z.uuid().safeParse(key).success ? byId(read, actor, key) : bySlug(read, actor, key)

type Written = { readonly id: string; readonly slug: string; readonly state: string }
const written = ({ id, slug, state }: Written, { origin }: { origin: string }) => ({
  id,
  slug,
  state,
  url: `${origin}/courses/${slug}`,
})
const deed = { scope: write, response: writtenShape, answer: written } as const
const done = { scope: write, response: doneShape, answer: ({ id }: { id: string }) => ({ id }) } as const

/** The place in a list that is ordered by more than one column is its number. */
const offsetOf = (cursor: string | undefined) => Number.parseInt(placeOf(cursor) ?? '0', 10) || 0
const nextOf = (offset: number, count: number, total: number) =>
  offset + count < total ? cursorOf(String(offset + count)) : null

export const courseApi: readonly Endpoint[] = [
  reads({
    path: '/courses',
    summary: 'Published courses: search, filters (several values separated by commas), order',
    scope: read,
    query: courseSearch.extend(pageQuery),
    response: pageOf(rowShape).extend({ total: z.number(), corrected: z.string().nullable() }),
    run: async ({ read, query: { cursor, limit, ...search }, origin }) => {
      const offset = offsetOf(cursor)
      const { rows, total, corrected } = await courseList(read, search, { limit, offset })
      return {
        items: rows.map((row) => rowOf(row, origin)),
        next: nextOf(offset, rows.length, total),
        total,
        corrected,
      }
    },
  }),
  reads({
    path: '/courses/:id',
    summary: 'One course, with what it teaches, where it leads and who sponsors it',
    scope: read,
    params: idOrSlug,
    response: recordShape,
    run: async ({ read, actor, params, language, origin }) => {
      const one = await courseBy(read, actor, params.id)
      if (!one) return null
      return recordShape.parse(recordOf(one, await sponsorsOf(read, actor, one.id), language, origin))
    },
  }),
  reads({
    path: '/courses/:id/history',
    summary: 'What was done to a course: for its school and the team',
    scope: read,
    params: idOrSlug,
    response: z.object({ items: z.array(historyShape) }),
    run: async ({ read, actor, params }) => {
      const one = await courseBy(read, actor, params.id)
      if (!one || !policy.seeHistory(actor, one)) return null
      const deeds = await history(read, actor, one.id)
      return {
        items: deeds.map(({ at, action, actorName, changes }) => ({
          at: at.toISOString(),
          action,
          by: actorName,
          changes: changes as never,
        })),
      }
    },
  }),
  reads({
    path: '/course-queues/:queue',
    summary: 'Courses that wait for the team: submitted, changed online, drafts, withdrawn',
    scope: read,
    params: z.object({ queue: z.enum(queues) }),
    query: z.object(pageQuery),
    response: pageOf(rowShape).extend({ total: z.number() }),
    run: async ({ read, actor, params, query: { cursor, limit }, origin }) => {
      if (!policy.staffOnly(actor)) return null
      const offset = offsetOf(cursor)
      const { rows, total } = await teamQueue(read, actor, params.queue, '', { limit, offset })
      return { items: rows.map((row) => rowOf(row, origin)), next: nextOf(offset, rows.length, total), total }
    },
  }),
  reads({
    path: '/course-suggestions/:occupation',
    summary: 'Courses that may lead to an occupation (its name in the address), with the reasons: for the team',
    scope: read,
    params: z.object({ occupation: z.string().max(200) }),
    response: z.object({ items: z.array(suggestionShape) }),
    run: async ({ read, actor, params, language }) => {
      const sheet = policy.staffOnly(actor) ? await sheetBySlug(read, params.occupation) : null
      if (!sheet) return null
      const { open } = await suggestionPage(read, actor, sheet.id)
      return {
        items: open.map(({ course, weight, reasons }) => ({
          course: { id: course.id, slug: course.slug, title: course.title },
          weight,
          reasons: reasons.map((reason) => ({ kind: reason.kind, text: reasonInWords(reason, language) })),
        })),
      }
    },
  }),
  writes({ ...deed, method: 'post', path: '/courses', summary: 'Describe a course', action: create, status: 201 }),
  writes({
    ...deed,
    method: 'put',
    path: '/courses/:id',
    summary: 'Replace what describes a course',
    action: edit,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/courses/:id/submission',
    summary: 'Submit a draft to the team',
    action: submit,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/courses/:id/publication',
    summary: 'Publish a course',
    action: publish,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'delete',
    path: '/courses/:id/submission',
    summary: 'Send a submitted course back, with a reason',
    action: sendBack,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'delete',
    path: '/courses/:id/publication',
    summary: 'Withdraw a course, with a reason',
    action: withdraw,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/courses/:id/draft',
    summary: 'Make a withdrawn course a draft again',
    action: reopen,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/courses/:id/acknowledgement',
    summary: 'Say that the team has seen the changes of a published course',
    action: acknowledge,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/course-suggestions/acceptance',
    summary: 'Accept that a course leads to an occupation',
    action: accept,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/course-suggestions/refusal',
    summary: 'Refuse that a course leads to an occupation: it is remembered',
    action: refuse,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/course-suggestions/refusal',
    summary: 'Take a refusal back',
    action: reconsider,
  }),
]
