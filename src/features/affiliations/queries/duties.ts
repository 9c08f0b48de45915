import { and, eq, sql } from 'drizzle-orm'
import { narrow } from '../../../db/scope.ts'
import { system } from '../../../kernel/actor.ts'
import type { Duties } from '../../../web/duties.ts'
import { user } from '../../accounts/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { affiliation } from '../tables.ts'

/** Who acts for organisations, for the features before this one: they have read within their own scopes whom it concerns. */
export const duties: Duties = {
  cards: async (read, ids) => {
    const rows = await read
      .select({
        id: organisation.id,
        name: organisation.displayName,
        slug: organisation.slug,
        phone: organisation.phone,
      })
      .from(narrow(policy.mentioned(), sql`${organisation.id} = any(${sql.param(ids)}::uuid[])`))
    return rows.map(({ slug, ...card }) => ({ ...card, href: `/organisations/${slug}` }))
  },
  people: async (read, ids, day) =>
    read
      .select({
        organisationId: affiliation.organisationId,
        userId: affiliation.userId,
        name: user.name,
        role: affiliation.role,
      })
      .from(
        narrow(
          policy.affiliationsVisibleTo(system),
          and(
            sql`${affiliation.organisationId} = any(${sql.param(ids)}::uuid[])`,
            sql`${affiliation.startsOn} <= ${day} and (${affiliation.endsOn} is null or ${affiliation.endsOn} >= ${day})`,
          ),
        ),
      )
      .innerJoin(policy.peopleNamed(), eq(user.id, affiliation.userId))
      .orderBy(user.name, affiliation.id),
}
