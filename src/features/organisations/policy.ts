import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { narrow, type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, belongsTo, isMember, isSignedIn, isStaff, representedBy, represents } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { isShown, type Reader } from './rules/organisation.ts'
import type { ShieldedField, Visibility } from './schema/input.ts'
import { establishment, formerSlug, headCount, logo, organisation, sector } from './tables.ts'

const own = (actor: Actor) => actor.affiliations.map((one) => one.organisationId)

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
/** Old addresses of what the actor may see. */
export const formerSlugsVisibleTo = (actor: Actor) =>
  within(visibleTo(actor), formerSlug, sql`${formerSlug.organisationId} = ${organisation.id}`)
/** Every address ever given: a new one must differ, whoever may see what is there. */
export const takenSlugs = () => ({ present: scope(organisation), former: scope(formerSlug) })
export const sectors = () => scope(sector)

/** The people behind proposals and deeds that the actor may see: the query joins them to those. */
export const peopleNamed = () => scope(user)
/** Histories are for those who answer for the record. */
export const historiesVisibleTo = (actor: Actor) =>
  isStaff(actor) ? scope(organisation) : narrow(visibleTo(actor), inArray(organisation.id, representedBy(actor)))
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
