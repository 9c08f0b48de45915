import { and, eq } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { uuidv7 } from '../../../db/ids.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Localised } from '../../../kernel/localised.ts'
import type { FollowUpKind } from '../../../web/duties.ts'
import * as policy from '../policy.ts'
import { escalationDay, isThanksToDigest } from '../rules/chasing.ts'
import type { EventKind, FollowUpState, Party } from '../schema.ts'
import { followUp, followUpEvent } from '../tables.ts'

/** The record it is about. */
export type About = { readonly table: PgTable; readonly id: string }
export type Owing = {
  readonly kind: FollowUpKind
  readonly about: About
  readonly debtor: Party
  readonly creditor: Party
  /** What is owed, as the debtor reads it: « Répondre à Léo, qui veut rejoindre le studio ». Names nobody but the two parties. */
  readonly title: Localised
  /** Where it is done: a path of the product. */
  readonly href: string
  readonly dueOn: Day
  /** The action that opens it: 'organisations.join'. */
  readonly deed: string
  readonly by: Actor
  readonly now: Date
  /** The deed has just told the debtor by mail: then no digest names it for a day. */
  readonly notified?: boolean
  /** Said by a job, night after night: what was closed with the same due day stays closed. */
  readonly once?: boolean
}

const at = ({ table, id }: About) => ({ table: getTableConfig(table).name, id })
const partyColumns = (party: Party) => ({
  kind: party.kind,
  person: party.kind === 'person' ? party.id : null,
  organisation: party.kind === 'organisation' ? party.id : null,
})

function rowOf(owing: Owing) {
  const { kind, title, href, dueOn, deed, now, notified = false } = owing
  const debtor = partyColumns(owing.debtor)
  const creditor = partyColumns(owing.creditor)
  const about = at(owing.about)
  return {
    id: uuidv7(now),
    kind: kind.key,
    title,
    debtorKind: debtor.kind,
    debtorPersonId: debtor.person,
    debtorOrganisationId: debtor.organisation,
    roles: [...(kind.roles ?? (['representative', 'hr'] as const))],
    creditorKind: creditor.kind,
    creditorPersonId: creditor.person,
    creditorOrganisationId: creditor.organisation,
    href,
    aboutTable: about.table,
    aboutId: about.id,
    deed,
    openedAt: now,
    dueOn,
    escalatesOn: escalationDay(dueOn, kind.escalatesAfter),
    notifiedAt: notified ? now : null,
  }
}

/**
 * Somebody owes somebody something from now on: for the actions of every later feature. The same debtor owes the same thing
 * about the same record once, however often it is said. Answers the new one's id, or null when it was open already.
 */
export async function owe(tx: Tx, owing: Owing): Promise<string | null> {
  const row = rowOf(owing)
  if (owing.once && (await tx.count(policy.closedAlike(row))) > 0) return null
  // Outside the deed's own journal entry: its history is that of the record, this one has its own.
  if ((await tx.insertAll(followUp, [row], 'skip')) === 0) return null
  await tx.insertAll(followUpEvent, [{ followUpId: row.id, kind: 'opened', at: owing.now, byId: owing.by.id }])
  return row.id
}

export type Closing = {
  readonly kind: FollowUpKind
  readonly about: About
  /** Of several debtors of the same thing, this one only. */
  readonly debtor?: Party
  readonly by: Actor
  readonly now: Date
}
const isOf = (debtor: Party | undefined) => (row: typeof followUp.$inferSelect) =>
  debtor === undefined ||
  (row.debtorKind === debtor.kind &&
    (debtor.kind === 'team' || debtor.id === (row.debtorPersonId ?? row.debtorOrganisationId)))

type Ending = {
  readonly state: Exclude<FollowUpState, 'open'>
  readonly by: Actor
  readonly now: Date
  readonly note?: string
}
const eventOf: Readonly<Record<Ending['state'], EventKind>> = {
  settled: 'settled',
  elsewhere: 'elsewhere',
  cancelled: 'cancelled',
}
/** Closes one that a scope shows, unless somebody else has closed it meanwhile. */
export async function close(tx: Tx, scoped: Scope<typeof followUp>, id: string, ending: Ending): Promise<boolean> {
  const row = await tx.lock(policy.openOnly(scoped), eq(followUp.id, id))
  if (!row) return false
  const { state, by, now, note = '' } = ending
  const thanksToDigest = state === 'settled' && isThanksToDigest(row.chasedAt, now)
  await tx.updateAll(scoped, eq(followUp.id, id), {
    state,
    closedAt: now,
    closedBy: by.id,
    snoozedUntil: null,
    thanksToDigest,
  })
  await tx.insertAll(followUpEvent, [{ followUpId: id, kind: eventOf[state], at: now, byId: by.id, note }])
  return true
}

async function closeAll(tx: Tx, { kind, about, debtor, by, now }: Closing, state: Ending['state']): Promise<number> {
  const scoped = narrow(policy.openAbout(at(about)), eq(followUp.kind, kind.key))
  // In the order of their ids, so that two deeds never wait for each other.
  const rows = await tx.rows(scoped, { orderBy: [followUp.id] })
  let closed = 0
  for (const { id } of rows.filter(isOf(debtor))) if (await close(tx, scoped, id, { state, by, now })) closed += 1
  return closed
}

/** What was owed is done: answers how many were open. None is no mistake. */
export const settle = (tx: Tx, closing: Closing): Promise<number> => closeAll(tx, closing, 'settled')
/** It is owed no longer, and nobody has done it: the record is withdrawn, the question has gone. */
export const cancel = (tx: Tx, closing: Closing): Promise<number> => closeAll(tx, closing, 'cancelled')

/** One organisation takes another's place (a merge): what it owed and was owed goes along. */
export async function reassign(
  tx: Tx,
  merge: { readonly from: string; readonly to: string; readonly by: Actor; readonly now: Date },
) {
  const { from, to, by, now } = merge
  for (const row of await tx.rows(policy.openOfOrganisation(from), { orderBy: [followUp.id] })) {
    const scoped = policy.openAbout({ table: row.aboutTable, id: row.aboutId })
    const isTwice =
      row.debtorOrganisationId === from &&
      (await tx.count(scoped, and(eq(followUp.kind, row.kind), eq(followUp.debtorOrganisationId, to)))) > 0
    if (isTwice) await close(tx, scoped, row.id, { state: 'cancelled', by, now })
    else
      await tx.updateAll(scoped, eq(followUp.id, row.id), {
        ...(row.debtorOrganisationId === from && { debtorOrganisationId: to }),
        ...(row.creditorOrganisationId === from && { creditorOrganisationId: to }),
      })
  }
}
