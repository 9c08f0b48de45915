import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { joinRequest } from '../tables.ts'

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

/** Where a request is answered. */
export async function requestPlace(read: Reader, actor: Actor, id: string) {
  const [row] = await read
    .select({ slug: organisation.slug })
    .from(narrow(policy.requestsVisibleTo(actor), eq(joinRequest.id, id)))
    .innerJoin(policy.mentioned(), eq(organisation.id, joinRequest.organisationId))
    .limit(1)
  return row ?? null
}

/** All that a person has ever asked for, for the export of their data. */
export const everyRequestOf = (read: Reader, actor: Actor) =>
  read
    .select({ ...requestFields, answeredAt: joinRequest.answeredAt, displayName: organisation.displayName })
    .from(policy.requestsOf(actor.id ?? ''))
    .innerJoin(policy.mentioned(), eq(organisation.id, joinRequest.organisationId))
    .orderBy(joinRequest.createdAt, joinRequest.id)
