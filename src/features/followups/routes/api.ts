import { z } from 'zod'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { parseListState } from '../../../ui/list-state.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cancelOne, doneElsewhere, handOver, noteCall, snooze, takeBack, wake } from '../actions/deeds.ts'
import { snoozeByMail } from '../actions/digest.ts'
import * as policy from '../policy.ts'
import { escalations } from '../queries/escalations.ts'
import { figures } from '../queries/figures.ts'
import {
  byId,
  type FollowUp,
  followUps,
  type ListName,
  listFilters,
  listSorts,
  listStates,
  lists,
} from '../queries/lists.ts'
import { callOutcomes, followUpStates, partyKinds } from '../schema.ts'

const party = z.object({ kind: z.enum(partyKinds), id: z.uuid().nullable() })
const shape = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.object({ fr: z.string(), en: z.string().optional() }),
  debtor: party,
  creditor: party,
  bearerId: z.uuid().nullable(),
  href: z.string(),
  openedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  state: z.enum(followUpStates),
  snoozedUntil: z.iso.date().nullable(),
  closedAt: z.iso.datetime().nullable(),
})
const written = (row: FollowUp, origin: string): z.input<typeof shape> => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  debtor: { kind: row.debtorKind, id: row.debtorPersonId ?? row.debtorOrganisationId },
  creditor: { kind: row.creditorKind, id: row.creditorPersonId ?? row.creditorOrganisationId },
  bearerId: row.bearerId,
  href: origin + row.href,
  openedAt: row.openedAt.toISOString(),
  dueOn: row.dueOn,
  state: row.state,
  snoozedUntil: row.snoozedUntil,
  closedAt: row.closedAt?.toISOString() ?? null,
})
const params = z.object({ id: z.uuid() })
const query = z.object({
  list: z.enum(lists).default('waiting'),
  state: z.enum(listStates).optional(),
  kind: z.string().max(100).optional(),
  organisation: z.uuid().optional(),
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
})
const read = 'followups:read' as const
const size = 100

async function listFor(reader: Reader, actor: Actor, { list, page, ...asked }: z.output<typeof query>, today: Day) {
  const allowed = list === 'all' ? policy.readAll(actor) : policy.own(actor)
  if (!allowed) return null
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const state = parseListState(new URLSearchParams(given), { filters: listFilters, sorts: listSorts })
  const window = { limit: size, offset: (page - 1) * size }
  return followUps(reader, { actor, list: list satisfies ListName, state, today }, window)
}

const counted = z.object({
  open: z.number(),
  overdue: z.number(),
  settled: z.number(),
  elsewhere: z.number(),
  byDigest: z.number(),
  medianDays: z.number().nullable(),
})
const done = {
  method: 'post' as const,
  scope: 'followups:write' as const,
  response: z.object({ id: z.uuid() }),
  answer: ({ id }: { readonly id: string }) => ({ id }),
}
const day = z.iso.date()

export const followUpsApi: readonly Endpoint[] = [
  reads({
    path: '/followups',
    summary: 'What waits for the owner of the token, what they wait for, or (the team) all: 100 a page',
    scope: read,
    query,
    response: z.object({ total: z.number(), items: z.array(shape) }),
    run: async ({ read, actor, query, origin }) => {
      const found = await listFor(read, actor, query, dayOf(new Date()))
      return found && { total: found.total, items: found.rows.map((row) => written(row, origin)) }
    },
  }),
  reads({
    path: '/followups/:id',
    summary: 'One follow-up: for both sides and the team',
    scope: read,
    params,
    response: shape,
    run: async ({ read, actor, params, origin }) => {
      const row = await byId(read, actor, params.id)
      return row && written(row, origin)
    },
  }),
  reads({
    path: '/followup-escalations',
    summary: 'Whom to call: for the team',
    scope: read,
    response: z.object({
      items: z.array(
        z.object({
          organisation: z.string().nullable(),
          phone: z.string().nullable(),
          contacts: z.array(z.object({ name: z.string(), email: z.string() })),
          owed: z.array(shape),
        }),
      ),
    }),
    run: async ({ read, actor, origin }) => {
      if (!policy.readAll(actor)) return null
      const { toCall } = await escalations(read, actor, dayOf(new Date()))
      return {
        items: toCall.map(({ organisation, contacts, rows }) => ({
          organisation: organisation?.name ?? null,
          phone: organisation?.phone ?? null,
          contacts: contacts.map(({ name, email }) => ({ name, email })),
          owed: rows.map((row) => written(row, origin)),
        })),
      }
    },
  }),
  reads({
    path: '/followup-figures',
    summary: 'How much is owed, how late, and how long answers take: for the team',
    scope: read,
    response: z.object({
      whole: counted,
      byKind: z.array(counted.extend({ kind: z.string() })),
      byOrganisation: z.array(counted.extend({ id: z.uuid(), name: z.string().nullable() })),
    }),
    run: async ({ read, actor }) => (policy.readAll(actor) ? figures(read, actor, dayOf(new Date())) : null),
  }),
  writes({
    ...done,
    path: '/followups/:id/snooze',
    summary: 'Put it off: so many days, or until a day',
    params,
    body: z.object({ days: z.int().min(1).max(60).optional(), until: day.optional() }),
    action: snooze,
  }),
  writes({ ...done, path: '/followups/:id/wake', summary: 'Take it up again', params, action: wake }),
  writes({
    ...done,
    path: '/followups/:id/later',
    summary: 'Put it off with the key of a digest',
    params,
    body: z.object({ key: z.string(), days: z.int().min(1).max(60) }),
    action: snoozeByMail,
  }),
  writes({
    ...done,
    path: '/followups/:id/hand-over',
    summary: 'Let it wait for one other person of the same organisation or of the team',
    params,
    body: z.object({ to: z.uuid(), note: z.string().max(500).optional() }),
    action: handOver,
  }),
  writes({
    ...done,
    path: '/followups/:id/take-back',
    summary: 'Let it wait for everybody again',
    params,
    action: takeBack,
  }),
  writes({
    ...done,
    path: '/followups/:id/done',
    summary: 'Say that it was done elsewhere, and how',
    params,
    body: z.object({ how: z.string().min(3).max(500) }),
    action: doneElsewhere,
  }),
  writes({
    ...done,
    path: '/followups/:id/cancel',
    summary: 'Stop waiting for it',
    params,
    body: z.object({ reason: z.string().max(500).optional() }),
    action: cancelOne,
  }),
  writes({
    ...done,
    path: '/followups/:id/calls',
    summary: 'Note a call: for the team',
    params,
    body: z.object({ outcome: z.enum(callOutcomes), said: z.string().max(500).optional(), again: day.optional() }),
    action: noteCall,
  }),
]
