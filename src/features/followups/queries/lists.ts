import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { ListState } from '../../../ui/list-state.ts'
import * as policy from '../policy.ts'
import { followUp, followUpEvent } from '../tables.ts'
import { type Names, namesFor, peopleByName } from './names.ts'

export type FollowUp = typeof followUp.$inferSelect
export const lists = ['waiting', 'awaited', 'all'] as const
export type ListName = (typeof lists)[number]
export const listScope = (actor: Actor, list: ListName): Scope<typeof followUp> =>
  list === 'waiting'
    ? policy.waitingFor(actor)
    : list === 'awaited'
      ? policy.awaitedBy(actor)
      : policy.everyVisibleTo(actor)

/** The states that a list can be narrowed to; what is late is also to be done. */
export const listStates = ['open', 'overdue', 'snoozed', 'handed-over', 'settled', 'elsewhere', 'cancelled'] as const
export type ListStateName = (typeof listStates)[number]
export const listFilters = ['state', 'kind', 'organisation', 'debtor', 'digest', 'period'] as const
export const listSorts = ['due', '-opened'] as const

const isOpen = eq(followUp.state, 'open')
const isAwake = (today: Day) => sql`(${followUp.snoozedUntil} is null or ${followUp.snoozedUntil} <= ${today})`
const inState = (state: string, today: Day): SQL | undefined => {
  if (state === 'open') return isOpen
  if (state === 'overdue') return and(isOpen, sql`${followUp.dueOn} < ${today}`)
  if (state === 'snoozed') return and(isOpen, sql`${followUp.snoozedUntil} > ${today}`)
  if (state === 'handed-over') return and(isOpen, sql`${followUp.bearerId} is not null`)
  return (listStates as readonly string[]).includes(state) ? sql`${followUp.state} = ${state}` : sql`false`
}
/** Without a choice: what is open; among what waits for me, what is not put off. */
const usual = (list: ListName, today: Day) => (list === 'waiting' ? and(isOpen, isAwake(today)) : isOpen)

const uuid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i
const owedBy = (id: string): SQL => (uuid.test(id) ? eq(followUp.debtorOrganisationId, id) : sql`false`)
const ofOrganisation = (id: string): SQL =>
  uuid.test(id)
    ? sql`(${followUp.debtorOrganisationId} = ${id} or ${followUp.creditorOrganisationId} = ${id})`
    : sql`false`
/** The figures speak of what was closed in the year before today. */
export const inYear = (today: Day): SQL => sql`${followUp.closedAt} >= ${today}::date - 365`

export function conditionOf(list: ListName, { q, filters }: ListState, today: Day): SQL | undefined {
  const one = (name: string) => filters.get(name) ?? ''
  const words = q
    ? sql`plain(title->>'fr' || ' ' || coalesce(title->>'en', '')) like '%' || plain(${q.replace(/[%_\\]/g, '')}) || '%'`
    : undefined
  return and(
    one('state') ? inState(one('state'), today) : usual(list, today),
    one('kind') ? eq(followUp.kind, one('kind')) : undefined,
    one('organisation') ? ofOrganisation(one('organisation')) : undefined,
    one('debtor') ? owedBy(one('debtor')) : undefined,
    one('digest') ? eq(followUp.thanksToDigest, true) : undefined,
    one('period') ? inYear(today) : undefined,
    words,
  )
}

const order = (sort: string) =>
  sort === '-opened' ? [desc(followUp.openedAt), desc(followUp.id)] : [asc(followUp.dueOn), asc(followUp.id)]

type Window = { readonly limit: number; readonly offset: number }
type Asked = { readonly actor: Actor; readonly list: ListName; readonly state: ListState; readonly today: Day }
/** A page of one of the lists, with the names that its lines mention. */
export async function followUps(read: Reader, { actor, list, state, today }: Asked, window: Window) {
  const rows = narrow(listScope(actor, list), conditionOf(list, state, today))
  const [total, found] = await Promise.all([
    read.count(rows),
    read.rows(rows, { orderBy: order(state.sort), ...window }),
  ])
  return { total, rows: found, names: await namesFor(read, found) }
}
/** The whole list in steps, for a file. */
export async function* everyFollowUp(
  read: Reader,
  asked: Asked,
): AsyncGenerator<readonly { readonly row: FollowUp; readonly names: Names }[]> {
  const size = 500
  for (let offset = 0; ; offset += size) {
    const { rows, names } = await followUps(read, asked, { limit: size, offset })
    if (rows.length > 0) yield rows.map((row) => ({ row, names }))
    if (rows.length < size) return
  }
}

/** How many lines each choice of a filter would leave, without the other filters. */
export async function facets(read: Reader, { actor, list, today }: Omit<Asked, 'state'>) {
  const scoped = listScope(actor, list)
  const n = sql<number>`count(*)::int`
  const open = narrow(scoped, isOpen)
  const [kinds, organisations, states] = await Promise.all([
    read.select({ kind: followUp.kind, n }).from(open).groupBy(followUp.kind).orderBy(followUp.kind),
    read
      .select({ id: followUp.debtorOrganisationId, n })
      .from(narrow(open, sql`${followUp.debtorOrganisationId} is not null`))
      .groupBy(followUp.debtorOrganisationId)
      .orderBy(sql`2 desc`, followUp.debtorOrganisationId),
    Promise.all(listStates.map(async (state) => [state, await read.count(scoped, inState(state, today))] as const)),
  ])
  return { kinds, organisations, states: new Map(states) }
}
export type Facets = Awaited<ReturnType<typeof facets>>

/** The counts of the two tabs, and of the header. */
export const waitingCount = (read: Reader, actor: Actor, today: Day): Promise<number> =>
  actor.id ? read.count(policy.waitingFor(actor), usual('waiting', today)) : Promise.resolve(0)
export const awaitedCount = (read: Reader, actor: Actor): Promise<number> =>
  actor.id ? read.count(policy.awaitedBy(actor), isOpen) : Promise.resolve(0)

export const byId = (read: Reader, actor: Actor, id: string) => read.one(policy.visibleTo(actor), eq(followUp.id, id))
/** What happened to one, the latest first, with the names of those who did it. */
export async function eventsOf(read: Reader, actor: Actor, id: string) {
  const events = await read.rows(policy.eventsVisibleTo(actor), {
    where: eq(followUpEvent.followUpId, id),
    orderBy: [desc(followUpEvent.at), desc(followUpEvent.id)],
    limit: 200,
  })
  return {
    events,
    people: await peopleByName(
      read,
      events.flatMap(({ byId: by, toId }) => [by, toId]),
    ),
  }
}
export type Events = Awaited<ReturnType<typeof eventsOf>>
