import { and, eq, isNull } from 'drizzle-orm'
import type { Refusals } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { AffiliationRole } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { affiliation } from '../tables.ts'
import { text } from '../text/refusals.ts'

/** Rules that the database keeps, and the sentences with which it says no. */
export const refusals: Refusals = {
  affiliation_once: (language: Language) => text(language)('alreadyThere'),
  join_request_waiting: (language: Language) => text(language)('alreadyAsked'),
  affiliation_days: (language: Language) => text(language)('endBeforeStart'),
}
/** Where a person finds all of this. */
export const mine = '/organisations/mine'

type Joining = {
  readonly userId: string
  readonly organisationId: string
  readonly role: AffiliationRole
  readonly title?: string
  readonly startsOn: Day
  readonly endsOn?: Day | null
}
/** One role at a time: the one that a person has had until now ends the day before. */
export async function affiliate(tx: Tx, joining: Joining) {
  const { userId, organisationId, startsOn, endsOn = null } = joining
  const held = await tx.rows(policy.affiliationsOf(userId), {
    where: and(eq(affiliation.organisationId, organisationId), isNull(affiliation.endsOn)),
    orderBy: [affiliation.id],
  })
  if (endsOn === null)
    for (const row of held.filter((one) => one.role !== joining.role)) {
      const eve = addDays(startsOn, -1)
      if (eve < row.startsOn) await tx.remove(affiliation, row)
      else await tx.update(affiliation, row, { endsOn: eve })
    }
  return tx.insert(affiliation, { ...joining, endsOn })
}

/** The organisation of an affiliation or a request that has been loaded. */
export const organisationOf = async (tx: Tx, id: string) => {
  const row = await tx.one(policy.mentioned(), eq(organisation.id, id))
  if (!row) throw new Error(`organisation ${id} is gone`)
  return row
}
