import { eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { user } from '../../accounts/tables.ts'
import { affiliation } from '../../affiliations/tables.ts'
import * as policy from '../policy.ts'

/** Who somebody is today, for work done in their name at night: what they might see is what an alert may tell them. */
export async function actorOf(read: Reader, userId: string, now: Date): Promise<Actor | null> {
  const account = await read.one(policy.namesOfProfiles(), eq(user.id, userId))
  if (!account) return null
  const today: Day = dayOf(now)
  const current = sql`${affiliation.startsOn} <= ${today} and (${affiliation.endsOn} is null or ${affiliation.endsOn} >= ${today})`
  const affiliations = await read
    .select({ organisationId: affiliation.organisationId, role: affiliation.role })
    .from(narrow(policy.everyAffiliation(), eq(affiliation.userId, userId)))
    .where(current)
  const { id, name, email, role, language } = account
  return { id, kind: 'account', name, email, role, language, affiliations }
}
