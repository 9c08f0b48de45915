import { or, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { exists, narrow } from '../../../db/scope.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { affiliation, joinRequest } from '../tables.ts'

/** Organisations that have gone into another one while people or requests are still with them. */
export const leftBehind = (read: Reader) =>
  read
    .select({ id: organisation.id })
    .from(
      narrow(
        policy.merged(),
        or(
          exists(policy.everyAffiliation(), sql`${affiliation.organisationId} = ${organisation.id}`),
          exists(policy.everyRequest(), sql`${joinRequest.organisationId} = ${organisation.id}`),
        ),
      ),
    )
    .orderBy(organisation.id)
