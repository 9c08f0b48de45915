import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { narrow, type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, type AffiliationRole, isSignedIn, isStaff } from '../../kernel/actor.ts'
import { invitation, user } from '../accounts/tables.ts'
import { noticeChoice } from '../messages/tables.ts'
import type { FollowUpState, PartyKind } from './schema.ts'
import { followUp, followUpDigest, followUpEvent } from './tables.ts'

const nothing = sql`false`
const someOf = (conditions: readonly (SQL | undefined)[]): SQL => or(...conditions) ?? nothing

/** Owed by an organisation for which the actor may do it. */
const byOrganisation = (actor: Actor): SQL[] =>
  actor.affiliations.map(
    ({ organisationId, role }) =>
      sql`(${followUp.debtorOrganisationId} = ${organisationId} and ${role} = any(${followUp.roles}))`,
  )
const answers = (role: AffiliationRole) => role === 'representative' || role === 'hr'
const toOrganisation = (actor: Actor): SQL[] =>
  actor.affiliations
    .filter(({ role }) => answers(role))
    .map(({ organisationId }) => sql`${followUp.creditorOrganisationId} = ${organisationId}`)

/** On whose side of it the actor stands: whoever bears it, or could. */
const onDebtorSide = (actor: Actor): SQL =>
  someOf([
    eq(followUp.debtorPersonId, actor.id ?? ''),
    eq(followUp.bearerId, actor.id ?? ''),
    ...byOrganisation(actor),
    ...(isStaff(actor) ? [eq(followUp.debtorKind, 'team')] : []),
  ])
const onCreditorSide = (actor: Actor): SQL =>
  someOf([
    eq(followUp.creditorPersonId, actor.id ?? ''),
    ...toOrganisation(actor),
    ...(isStaff(actor) ? [eq(followUp.creditorKind, 'team')] : []),
  ])

/** Both sides see it, and the team sees all. */
export function visibleTo(actor: Actor): Scope<typeof followUp> {
  if (isStaff(actor)) return scope(followUp)
  return scope(followUp, actor.id ? someOf([onDebtorSide(actor), onCreditorSide(actor)]) : nothing)
}
/** What waits for the actor: handed over, it waits for one person alone. */
export const waitingFor = (actor: Actor): Scope<typeof followUp> =>
  scope(
    followUp,
    actor.id
      ? or(eq(followUp.bearerId, actor.id), and(sql`${followUp.bearerId} is null`, onDebtorSide(actor)))
      : nothing,
  )
/** What the actor waits for. */
export const awaitedBy = (actor: Actor): Scope<typeof followUp> =>
  scope(followUp, actor.id ? onCreditorSide(actor) : nothing)
/** The whole list, escalations and figures. */
export const everyVisibleTo = (actor: Actor): Scope<typeof followUp> =>
  scope(followUp, isStaff(actor) ? undefined : nothing)
export const eventsVisibleTo = (actor: Actor): Scope<typeof followUpEvent> =>
  within(visibleTo(actor), followUpEvent, sql`${followUpEvent.followUpId} = ${followUp.id}`)

/** For the deeds of other features, which have loaded what it is about within a scope of their own. */
export const openAbout = (about: { readonly table: string; readonly id: string }): Scope<typeof followUp> =>
  scope(
    followUp,
    sql`${followUp.state} = 'open' and ${followUp.aboutTable} = ${about.table} and ${followUp.aboutId} = ${about.id}`,
  )
type Alike = Pick<
  typeof followUp.$inferSelect,
  'kind' | 'aboutTable' | 'aboutId' | 'debtorKind' | 'debtorPersonId' | 'debtorOrganisationId' | 'dueOn'
>
/** What was owed before, by the same until the same day, and is closed. */
export const closedAlike = (one: Alike): Scope<typeof followUp> =>
  scope(
    followUp,
    and(
      sql`${followUp.state} <> 'open'`,
      eq(followUp.aboutTable, one.aboutTable),
      eq(followUp.aboutId, one.aboutId),
      eq(followUp.kind, one.kind),
      eq(followUp.dueOn, one.dueOn),
      eq(followUp.debtorKind, one.debtorKind),
      sql`${followUp.debtorPersonId} is not distinct from ${one.debtorPersonId}`,
      sql`${followUp.debtorOrganisationId} is not distinct from ${one.debtorOrganisationId}`,
    ),
  )
export const openOfOrganisation = (id: string): Scope<typeof followUp> =>
  scope(
    followUp,
    sql`${followUp.state} = 'open' and (${followUp.debtorOrganisationId} = ${id} or ${followUp.creditorOrganisationId} = ${id})`,
  )
export const openOfKind = (key: string): Scope<typeof followUp> =>
  scope(followUp, sql`${followUp.state} = 'open' and ${followUp.kind} = ${key}`)
/** Invitations to accounts, which the system watches. */
export const invitations = (actor: Actor): Scope<typeof invitation> =>
  scope(invitation, actor.kind === 'system' ? undefined : nothing)
export const waitingInvitations = (now: Date): Scope<typeof invitation> =>
  scope(
    invitation,
    sql`${invitation.email} is not null and ${invitation.acceptedAt} is null and ${invitation.withdrawnAt} is null and ${invitation.expiresAt} > ${now}`,
  )
/** For the digest, which only the system sends. */
export const everyOpen = (actor: Actor): Scope<typeof followUp> =>
  scope(followUp, actor.kind === 'system' ? eq(followUp.state, 'open') : nothing)
/** How often a person wants to be reminded: their choice among all notices. */
export const choiceOf = (userId: string, kind: string): Scope<typeof noticeChoice> =>
  scope(noticeChoice, and(eq(noticeChoice.accountId, userId), eq(noticeChoice.kind, kind)))
export const digests = (actor: Actor): Scope<typeof followUpDigest> =>
  scope(followUpDigest, actor.kind === 'system' ? undefined : actor.id ? eq(followUpDigest.userId, actor.id) : nothing)
/** Whoever holds the link of a digest acts in the name of the person it was sent to. */
export const digestBehind = (hash: string): Scope<typeof followUpDigest> =>
  scope(followUpDigest, eq(followUpDigest.hash, hash))
export const namedIn = (ids: readonly string[]): Scope<typeof followUp> =>
  scope(followUp, sql`${followUp.id} = any(${sql.param(ids)}::uuid[])`)
/** The names of people on follow-ups that the actor may see: queries join them to those. */
export const peopleNamed = (): Scope<typeof user> => scope(user)
export const teamMembers = (): Scope<typeof user> => scope(user, sql`${user.role} in ('staff', 'administrator')`)

/** What concerns one person, for their export and their erasure. */
export const ofPerson = (id: string): Scope<typeof followUp> =>
  scope(
    followUp,
    someOf([eq(followUp.debtorPersonId, id), eq(followUp.creditorPersonId, id), eq(followUp.bearerId, id)]),
  )
export const eventsOf = (followUps: Scope<typeof followUp>): Scope<typeof followUpEvent> =>
  within(followUps, followUpEvent, sql`${followUpEvent.followUpId} = ${followUp.id}`)
export const wordsOf = (id: string): Scope<typeof followUpEvent> => scope(followUpEvent, eq(followUpEvent.byId, id))
export const digestsTo = (id: string): Scope<typeof followUpDigest> =>
  scope(followUpDigest, eq(followUpDigest.userId, id))
export const oldDigests = (before: Date): Scope<typeof followUpDigest> =>
  scope(followUpDigest, sql`${followUpDigest.sentAt} < ${before}`)
export const openOnly = (scoped: Scope<typeof followUp>): Scope<typeof followUp> =>
  narrow(scoped, eq(followUp.state, 'open'))

export type Parties = {
  readonly state: FollowUpState
  readonly debtorKind: PartyKind
  readonly debtorPersonId: string | null
  readonly debtorOrganisationId: string | null
  readonly roles: readonly AffiliationRole[]
  readonly creditorKind: PartyKind
  readonly creditorPersonId: string | null
  readonly creditorOrganisationId: string | null
  readonly bearerId: string | null
}
const isMe = (actor: Actor, id: string | null) => id !== null && actor.id === id
/** The same as `onDebtorSide`, asked of one. */
export const owes = (actor: Actor, one: Parties): boolean =>
  isMe(actor, one.debtorPersonId) ||
  isMe(actor, one.bearerId) ||
  (one.debtorKind === 'team' && isStaff(actor)) ||
  actor.affiliations.some(
    ({ organisationId, role }) => organisationId === one.debtorOrganisationId && one.roles.includes(role),
  )
export const awaits = (actor: Actor, one: Parties): boolean =>
  isMe(actor, one.creditorPersonId) ||
  (one.creditorKind === 'team' && isStaff(actor)) ||
  actor.affiliations.some(({ organisationId, role }) => organisationId === one.creditorOrganisationId && answers(role))
/** Only whoever it waits for puts it off; the team does not do it for them. */
export const snooze = (actor: Actor, one: Parties): boolean => owes(actor, one)
export const handOver = (actor: Actor, one: Parties): boolean => owes(actor, one) || isStaff(actor)
/** Either side may know that it was done by telephone. */
export const doneElsewhere = (actor: Actor, one: Parties): boolean =>
  owes(actor, one) || awaits(actor, one) || isStaff(actor)
/** Whoever waits for it may stop waiting. */
export const cancel = (actor: Actor, one: Parties): boolean => awaits(actor, one) || isStaff(actor)
export const call = (actor: Actor, _one: Parties): boolean => isStaff(actor)
export const readAll = (actor: Actor): boolean => isStaff(actor)
export const own = (actor: Actor): boolean => isSignedIn(actor) && actor.id !== null
/** The link's key is the proof. */
export const byLink = (): boolean => true
export const chase = (actor: Actor): boolean => actor.kind === 'system'
