import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { narrow, type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, belongsTo, isMember, isSignedIn, isStaff, represents } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/days.ts'
import { user } from '../accounts/tables.ts'
import { isShown, type Reader } from './rules/organisation.ts'
import type { ShieldedField, Visibility } from './schema/input.ts'
import {
  affiliation,
  establishment,
  formerSlug,
  headCount,
  importLine,
  importRun,
  joinRequest,
  logo,
  organisation,
  sector,
} from './tables.ts'

const nothing = sql`false`
const own = (actor: Actor) => actor.affiliations.map((one) => one.organisationId)
const represented = (actor: Actor) =>
  actor.affiliations.filter((one) => one.role === 'representative').map((one) => one.organisationId)

/** Published organisations are public; others are seen by their own people, by who proposed them, and by the team. */
export function visibleTo(actor: Actor): Scope<typeof organisation> {
  if (isStaff(actor)) return scope(organisation, sql`${organisation.state} <> 'merged'`)
  const published = eq(organisation.state, 'published')
  if (!actor.id) return scope(organisation, published)
  const mine = or(eq(organisation.proposedBy, actor.id), inArray(organisation.id, own(actor)))
  return scope(organisation, or(published, and(mine, sql`${organisation.state} <> 'merged'`)))
}
/** What the directory, the map and the search show: published ones, to everybody alike. */
export const published = () => scope(organisation, sql`${organisation.state} = 'published'`)
const of = <Child extends typeof establishment | typeof logo | typeof headCount>(actor: Actor, child: Child) =>
  within(visibleTo(actor), child, sql`${child.organisationId} = ${organisation.id}`)
export const establishmentsVisibleTo = (actor: Actor) => of(actor, establishment)
export const logosVisibleTo = (actor: Actor) => of(actor, logo)
export const headCountsVisibleTo = (actor: Actor) => of(actor, headCount)
export const establishmentsOfPublished = () =>
  within(published(), establishment, sql`${establishment.organisationId} = ${organisation.id}`)
/** The parts of an organisation that a deed has loaded within its own scope. */
export const everyEstablishment = () => scope(establishment)
export const everyHeadCount = () => scope(headCount)
export const everyAffiliation = () => scope(affiliation)
export const everyRequest = () => scope(joinRequest)
/** Merged and refused ones: nobody sees them, but their addresses are taken. */
export const outOfReach = () => sql`${organisation.state} in ('merged', 'refused')`
/** The organisations that one's own affiliations and requests are about, whatever has become of them. */
export const mentioned = () => scope(organisation)
/** Old addresses of what the actor may see. */
export const formerSlugsVisibleTo = (actor: Actor) =>
  within(visibleTo(actor), formerSlug, sql`${formerSlug.organisationId} = ${organisation.id}`)
/** Every address ever given: a new one must differ, whoever may see what is there. */
export const takenSlugs = () => ({ present: scope(organisation), former: scope(formerSlug) })
export const sectors = () => scope(sector)
/** The affiliations that make an actor: for the application, which makes actors. */
export const affiliationsOf = (userId: string) => scope(affiliation, sql`${affiliation.userId} = ${userId}`)

/** One's own affiliations, those of the organisations one represents, all for the team. */
export function affiliationsVisibleTo(actor: Actor): Scope<typeof affiliation> {
  if (isStaff(actor)) return scope(affiliation)
  if (!actor.id) return scope(affiliation, nothing)
  return scope(
    affiliation,
    or(eq(affiliation.userId, actor.id), inArray(affiliation.organisationId, represented(actor))),
  )
}
export function requestsVisibleTo(actor: Actor): Scope<typeof joinRequest> {
  if (isStaff(actor)) return scope(joinRequest)
  if (!actor.id) return scope(joinRequest, nothing)
  return scope(
    joinRequest,
    or(eq(joinRequest.userId, actor.id), inArray(joinRequest.organisationId, represented(actor))),
  )
}
/** The people behind affiliations, requests and deeds that the actor may see: the query joins them to those. */
export const peopleNamed = () => scope(user)
/** Who may be told that somebody wants to join: the representatives of a day. */
export const representativesOf = (organisationId: string, today: Day) =>
  scope(
    affiliation,
    and(
      eq(affiliation.organisationId, organisationId),
      eq(affiliation.role, 'representative'),
      sql`${affiliation.startsOn} <= ${today} and (${affiliation.endsOn} is null or ${affiliation.endsOn} >= ${today})`,
    ),
  )
/** Histories are for those who answer for the record. */
export const historiesVisibleTo = (actor: Actor) =>
  isStaff(actor) ? scope(organisation) : narrow(visibleTo(actor), inArray(organisation.id, represented(actor)))
export const importsVisibleTo = (actor: Actor) => scope(importRun, isStaff(actor) ? undefined : nothing)
export const importLinesVisibleTo = (actor: Actor) => scope(importLine, isStaff(actor) ? undefined : nothing)
/** Everything there is, whatever its state: for finding duplicates, whose names every signed-in person may be told. */
export const comparable = () => scope(organisation, sql`${organisation.state} not in ('merged', 'refused')`)

type Organisation = { readonly id: string }
type Proposed = Organisation & { readonly state: string }
/** In whose eyes an actor reads the fields that an organisation may hide. Its own people see all of it. */
export const readerOf = (actor: Actor, subject: Organisation): Reader =>
  isStaff(actor) || belongsTo(actor, subject.id) ? 'staff' : isMember(actor) ? 'members' : 'public'
type Shielding = Organisation & { readonly visibility: Partial<Record<ShieldedField, Visibility>> }
export const seesField = (actor: Actor, subject: Shielding, field: ShieldedField) =>
  isShown(subject.visibility[field], readerOf(actor, subject))

export const staffOnly = (actor: Actor) => isStaff(actor)
export const create = (actor: Actor) => isStaff(actor)
export const propose = (actor: Actor) => isSignedIn(actor) && actor.id !== null
export const edit = (actor: Actor, subject: Organisation) => isStaff(actor) || represents(actor, subject.id)
export const seeHistory = edit
export const manageLogo = edit
export const decideProposal = (actor: Actor, _subject: Proposed) => isStaff(actor)
export const archive = (actor: Actor, _subject: Organisation) => isStaff(actor)
export const merge = (actor: Actor) => isStaff(actor)
export const managePeople = (actor: Actor, subject: Organisation) => isStaff(actor) || represents(actor, subject.id)
/** Whoever has an account. An employee may ask to become its HR; a representative is everything already. */
export const join = (actor: Actor, subject: Organisation) => actor.id !== null && !represents(actor, subject.id)
type Affiliated = { readonly organisationId: string; readonly userId: string }
export const changeAffiliation = (actor: Actor, subject: Affiliated) =>
  isStaff(actor) || represents(actor, subject.organisationId)
export const endAffiliation = (actor: Actor, subject: Affiliated) =>
  actor.id === subject.userId || changeAffiliation(actor, subject)
export const answerRequest = changeAffiliation
export const withdrawRequest = (actor: Actor, subject: Affiliated) => actor.id !== null && actor.id === subject.userId
