import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { type Scope, scope } from '../../db/scope.ts'
import { type Actor, isStaff, representedBy, represents } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/days.ts'
import { user } from '../accounts/tables.ts'
import { organisation } from '../organisations/tables.ts'
import { affiliation, joinRequest } from './tables.ts'

const nothing = sql`false`

/** One's own affiliations, those of the organisations one represents, all for the team. */
export function affiliationsVisibleTo(actor: Actor): Scope<typeof affiliation> {
  if (isStaff(actor)) return scope(affiliation)
  if (!actor.id) return scope(affiliation, nothing)
  return scope(
    affiliation,
    or(eq(affiliation.userId, actor.id), inArray(affiliation.organisationId, representedBy(actor))),
  )
}
export function requestsVisibleTo(actor: Actor): Scope<typeof joinRequest> {
  if (isStaff(actor)) return scope(joinRequest)
  if (!actor.id) return scope(joinRequest, nothing)
  return scope(
    joinRequest,
    or(eq(joinRequest.userId, actor.id), inArray(joinRequest.organisationId, representedBy(actor))),
  )
}
/** The affiliations that make an actor: for the application, which makes actors. */
export const affiliationsOf = (userId: string) => scope(affiliation, sql`${affiliation.userId} = ${userId}`)
export const requestsOf = (userId: string) => scope(joinRequest, sql`${joinRequest.userId} = ${userId}`)
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
/** The organisations that affiliations and requests are about, whatever has become of them: the query joins them to those. */
export const mentioned = () => scope(organisation)
/** The people behind affiliations and requests that the actor may see: the query joins them to those. */
export const peopleNamed = () => scope(user)
/** What a merge moves: the people and requests of the organisations that have gone. */
export const merged = () => scope(organisation, eq(organisation.state, 'merged'))
export const everyAffiliation = () => scope(affiliation)
export const everyRequest = () => scope(joinRequest)

type Organisation = { readonly id: string }
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
/** An organisation may lose its last representative only by the team's hand. */
export const leaveWithoutRepresentative = (actor: Actor) => isStaff(actor)
export const followMerges = (actor: Actor) => isStaff(actor)
