import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { user } from '../../accounts/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { affiliation } from '../tables.ts'

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

export const peopleCount = (read: Reader, actor: Actor, organisationId: string) =>
  read.count(policy.affiliationsVisibleTo(actor), eq(affiliation.organisationId, organisationId))

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
