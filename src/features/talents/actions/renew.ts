import { sql } from 'drizzle-orm'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { everyWhole } from '../queries/whole.ts'
import { cardsOf } from '../rules/cards.ts'
import type { Whole } from '../rules/whole.ts'
import { card, profile } from '../tables.ts'

export type Row = typeof profile.$inferSelect

const rowsOf = (whole: Whole) =>
  cardsOf(whole).map((one) => ({
    ...one,
    skills: [...one.skills],
    facets: [...one.facets],
    spoken: [...one.spoken],
    profileId: whole.id,
    code: whole.code,
    chosenOrganisations: [...whole.chosenOrganisations],
    blockedOrganisations: [...whole.blockedOrganisations],
    changedAt: whole.changedAt,
  }))

/** Makes the cards of these profiles anew, in the deed that changed them: what was hidden is gone with its commit. */
export async function renewCards(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const wholes = await everyWhole(tx, ids)
  await tx.removeAll(narrow(policy.everyCard(), sql`${card.profileId} = any(${sql.param(ids)}::uuid[])`))
  await tx.insertAll(card, wholes.flatMap(rowsOf))
}

export const lockOwn = (tx: Tx, actor: Actor) => tx.lock(policy.ownProfile(actor))

/** After every deed of the person on their own profile: a sign of life, which also wakes a profile that slept. */
export async function alive(tx: Tx, subject: Row, now: Date, changes: Partial<Row> = {}): Promise<Row> {
  const life = { consentedAt: now, remindedAt: null, asleepAt: null, state: 'awake' } as const
  const row = await tx.update(profile, subject, { ...changes, ...life, changedAt: now })
  await renewCards(tx, [subject.id])
  return row
}
