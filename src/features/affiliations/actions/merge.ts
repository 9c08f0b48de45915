import { and, eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { cancel } from '../../followups/actions/owe.ts'
import { idInput } from '../../organisations/schema/input.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { heldTwice } from '../rules/affiliation.ts'
import { answerRequestDuty } from '../rules/duties.ts'
import { affiliation, joinRequest } from '../tables.ts'

type Pair = { readonly kept: string; readonly gone: string }

/** Whoever asked both waits for one answer. */
async function moveRequests(tx: Tx, { kept, gone }: Pair, by: Actor, now: Date) {
  const of = (id: string) =>
    tx.rows(policy.everyRequest(), { where: eq(joinRequest.organisationId, id), orderBy: [joinRequest.id] })
  const there = await tx.rows(policy.everyRequest(), {
    where: and(eq(joinRequest.organisationId, kept), eq(joinRequest.state, 'waiting')),
  })
  const askers = new Set(there.map((one) => one.userId))
  for (const row of await of(gone)) {
    const isTwice = row.state === 'waiting' && askers.has(row.userId)
    await tx.update(joinRequest, row, { organisationId: kept, ...(isTwice && { state: 'withdrawn' as const }) })
    if (isTwice) await cancel(tx, { kind: answerRequestDuty, about: { table: joinRequest, id: row.id }, by, now })
  }
}

/** Whoever held the same role in both holds it once, from the earlier day on. */
async function moveAffiliations(tx: Tx, { kept, gone }: Pair) {
  const of = (id: string) =>
    tx.rows(policy.everyAffiliation(), { where: eq(affiliation.organisationId, id), orderBy: [affiliation.id] })
  const there = await of(kept)
  for (const row of await of(gone)) {
    const twin = there.find((one) => heldTwice(one, row))
    if (!twin) await tx.update(affiliation, row, { organisationId: kept })
    else {
      await tx.remove(affiliation, row)
      if (row.startsOn < twin.startsOn) await tx.update(affiliation, twin, { startsOn: row.startsOn })
    }
  }
}

/** The one that a merged organisation has become, after all merges that followed. */
async function presentOne(tx: Tx, { id, mergedInto }: { id: string; mergedInto: string | null }): Promise<string> {
  if (mergedInto === null) return id
  const next = await tx.one(policy.mentioned(), eq(organisation.id, mergedInto))
  return next ? presentOne(tx, next) : id
}

/** The people of an organisation that was merged into another, and those who ask to join it, go along. */
export const followMerge = action({
  name: 'affiliations.follow-merge',
  about: organisation,
  input: idInput,
  load: (tx, _actor, { id }) => tx.lock(policy.merged(), eq(organisation.id, id)),
  allow: policy.followMerges,
  run: async ({ tx, actor, subject, now }) => {
    const pair = { kept: await presentOne(tx, subject), gone: subject.id }
    // Requests first: an answer that is being given at this moment makes an affiliation, which then goes along.
    await moveRequests(tx, pair, actor, now)
    await moveAffiliations(tx, pair)
    return subject
  },
})
