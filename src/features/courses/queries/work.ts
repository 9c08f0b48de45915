import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import { searchQuery } from '../../../db/search.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { course } from '../tables.ts'
import { withSchools } from './course.ts'
import { rowFields, type Window } from './list.ts'

export const queues = ['submitted', 'changed', 'draft', 'withdrawn'] as const
export type Queue = (typeof queues)[number]
const inQueue: Record<Queue, SQL> = {
  submitted: sql`${course.state} = 'submitted'`,
  changed: sql`${course.unseenSince} is not null and ${course.state} = 'published'`,
  draft: sql`${course.state} = 'draft'`,
  withdrawn: sql`${course.state} = 'withdrawn'`,
}
/** What has waited longest stands first; drafts and withdrawn ones by their last change. */
const orderOf: Record<Queue, readonly SQL[]> = {
  submitted: [asc(course.submittedAt)],
  changed: [asc(course.unseenSince)],
  draft: [desc(course.changedAt)],
  withdrawn: [desc(course.changedAt)],
}
const listed = async (read: Reader, from: Scope<typeof course>, order: readonly SQL[], window?: Window) =>
  withSchools(
    read,
    await read
      .select(rowFields)
      .from(from)
      .orderBy(...order, course.id)
      .limit(window?.limit)
      .offset(window?.offset),
  )

/** One queue of the team's page, with a search, and how many stand in each. */
export async function teamQueue(read: Reader, actor: Actor, queue: Queue, q: string, window: Window) {
  const words = await searchQuery(read, 'course', q)
  const found = narrow(policy.visibleTo(actor), and(inQueue[queue], words?.matches(course.search)))
  const [rows, total, counts] = await Promise.all([
    listed(read, found, orderOf[queue], window),
    read.count(found),
    queueCounts(read, actor),
  ])
  return { rows, total, counts }
}
export async function queueCounts(read: Reader, actor: Actor): Promise<Record<Queue, number>> {
  const seen = policy.visibleTo(actor)
  const [submitted, changed, draft, withdrawn] = await Promise.all(
    queues.map((queue) => read.count(seen, inQueue[queue])),
  )
  return { submitted: submitted ?? 0, changed: changed ?? 0, draft: draft ?? 0, withdrawn: withdrawn ?? 0 }
}
export type WorkRow = Awaited<ReturnType<typeof teamQueue>>['rows'][number]

/** All courses of the schools that somebody represents, those on which something is to be done first. */
export const ownCourses = (read: Reader, actor: Actor) =>
  listed(read, policy.ownCourses(actor), [
    sql`array_position(array['draft', 'submitted', 'published', 'withdrawn'], ${course.state})`,
    sql`${course.sortTitle}`,
  ])
