import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { affiliation, joinRequest, organisation } from '../tables.ts'

/** What a person is today in which organisations: for the application, which makes actors. */
export const currentAffiliations = (read: Reader, userId: string, today: Day) =>
  read
    .select({ organisationId: affiliation.organisationId, role: affiliation.role })
    .from(policy.affiliationsOf(userId))
    .where(
      and(lte(affiliation.startsOn, today), or(isNull(affiliation.endsOn), sql`${affiliation.endsOn} >= ${today}`)),
    )
    .orderBy(affiliation.startsOn, affiliation.id)

const affiliationFields = {
  id: affiliation.id,
  userId: affiliation.userId,
  organisationId: affiliation.organisationId,
  role: affiliation.role,
  title: affiliation.title,
  startsOn: affiliation.startsOn,
  endsOn: affiliation.endsOn,
}
const presentFirst = sql`coalesce(${affiliation.endsOn}, 'infinity') desc`

/** Where a person works and has worked, present first. */
export const myAffiliations = (read: Reader, actor: Actor) =>
  read
    .select({
      ...affiliationFields,
      slug: organisation.slug,
      displayName: organisation.displayName,
      state: organisation.state,
      kind: organisation.kind,
      city: organisation.city,
      logoHash: organisation.logoHash,
      sectors: organisation.sectors,
    })
    .from(narrow(policy.affiliationsVisibleTo(actor), sql`${affiliation.userId} = ${actor.id}`))
    .innerJoin(policy.mentioned(), eq(organisation.id, affiliation.organisationId))
    .orderBy(presentFirst, sql`${affiliation.startsOn} desc`, affiliation.id)
export type MyAffiliation = Awaited<ReturnType<typeof myAffiliations>>[number]

/** The people of one organisation: for its representatives and the team. */
export const peopleOf = (read: Reader, actor: Actor, organisationId: string) =>
  read
    .select({ ...affiliationFields, name: user.name, email: user.email })
    .from(narrow(policy.affiliationsVisibleTo(actor), eq(affiliation.organisationId, organisationId)))
    .innerJoin(policy.peopleNamed(), eq(user.id, affiliation.userId))
    .orderBy(presentFirst, user.name, affiliation.id)
export type Colleague = Awaited<ReturnType<typeof peopleOf>>[number]

const requestFields = {
  id: joinRequest.id,
  userId: joinRequest.userId,
  organisationId: joinRequest.organisationId,
  role: joinRequest.role,
  message: joinRequest.message,
  state: joinRequest.state,
  createdAt: joinRequest.createdAt,
}
/** Who waits to be known as one of the organisation's people, longest first. */
export const requestsTo = (read: Reader, actor: Actor, organisationId: string) =>
  read
    .select({ ...requestFields, name: user.name, email: user.email })
    .from(
      narrow(
        policy.requestsVisibleTo(actor),
        and(eq(joinRequest.organisationId, organisationId), eq(joinRequest.state, 'waiting')),
      ),
    )
    .innerJoin(policy.peopleNamed(), eq(user.id, joinRequest.userId))
    .orderBy(joinRequest.createdAt, joinRequest.id)
export type Request = Awaited<ReturnType<typeof requestsTo>>[number]

/** What a person has asked for and is still waiting to hear. */
export const myRequests = (read: Reader, actor: Actor) =>
  read
    .select({ ...requestFields, slug: organisation.slug, displayName: organisation.displayName })
    .from(
      narrow(
        policy.requestsVisibleTo(actor),
        and(sql`${joinRequest.userId} = ${actor.id}`, eq(joinRequest.state, 'waiting')),
      ),
    )
    .innerJoin(policy.mentioned(), eq(organisation.id, joinRequest.organisationId))
    .orderBy(joinRequest.createdAt, joinRequest.id)

/** What a person has proposed and the team has not published. */
export const myProposals = (read: Reader, actor: Actor) =>
  read
    .select({
      id: organisation.id,
      slug: organisation.slug,
      displayName: organisation.displayName,
      state: organisation.state,
      createdAt: organisation.createdAt,
    })
    .from(
      narrow(
        policy.visibleTo(actor),
        and(sql`${organisation.proposedBy} = ${actor.id}`, sql`${organisation.state} in ('proposed', 'refused')`),
      ),
    )
    .orderBy(sql`${organisation.createdAt} desc`)

/** One affiliation with the names that its pages need, for those who may see it. */
export async function affiliationById(read: Reader, actor: Actor, id: string) {
  const [row] = await read
    .select({
      ...affiliationFields,
      name: user.name,
      slug: organisation.slug,
      displayName: organisation.displayName,
    })
    .from(narrow(policy.affiliationsVisibleTo(actor), eq(affiliation.id, id)))
    .innerJoin(policy.peopleNamed(), eq(user.id, affiliation.userId))
    .innerJoin(policy.mentioned(), eq(organisation.id, affiliation.organisationId))
    .limit(1)
  return row ?? null
}
export async function requestPlace(read: Reader, actor: Actor, id: string) {
  const [row] = await read
    .select({ slug: organisation.slug })
    .from(narrow(policy.requestsVisibleTo(actor), eq(joinRequest.id, id)))
    .innerJoin(policy.mentioned(), eq(organisation.id, joinRequest.organisationId))
    .limit(1)
  return row ?? null
}
