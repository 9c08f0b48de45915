import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import { reassign } from '../../followups/actions/owe.ts'
import * as policy from '../policy.ts'
import { isSamePlace, takenFrom } from '../rules/merge.ts'
import { placesOf } from '../rules/organisation.ts'
import { mergeInput } from '../schema/deed.ts'
import { establishment, formerSlug, headCount, logo, organisation } from '../tables.ts'
import { text } from '../text/refusals.ts'
import { moved } from './organisation.ts'
import { refusals } from './record.ts'

type Pair = { readonly kept: string; readonly gone: string }

async function moveEstablishments(tx: Tx, { kept, gone }: Pair) {
  const of = (id: string) =>
    tx.rows(policy.everyEstablishment(), { where: eq(establishment.organisationId, id), orderBy: [establishment.id] })
  const there = await of(kept)
  for (const row of await of(gone)) {
    const twin = there.find((one) => isSamePlace(one, row))
    if (!twin) {
      await tx.update(establishment, row, {
        organisationId: kept,
        isHeadquarters: there.length === 0 && row.isHeadquarters,
      })
      continue
    }
    // The same place twice: one stays, with what only the other knew.
    await tx.remove(establishment, row)
    const { siret, latitude, longitude } = row
    if (!twin.siret && siret) await tx.update(establishment, twin, { siret })
    if (twin.latitude === null && latitude !== null) await tx.update(establishment, twin, { latitude, longitude })
  }
  return of(kept)
}

async function moveHeadCounts(tx: Tx, { kept, gone }: Pair) {
  const of = (id: string) =>
    tx.rows(policy.everyHeadCount(), { where: eq(headCount.organisationId, id), orderBy: [headCount.year] })
  const years = new Set((await of(kept)).map((one) => one.year))
  for (const row of await of(gone))
    if (years.has(row.year)) await tx.remove(headCount, row)
    else await tx.update(headCount, row, { organisationId: kept })
}

/** The address of the one that goes, and those that led there before, lead to the one that stays. */
async function moveAddresses(tx: Tx, { kept, gone }: Pair, slug: string) {
  const { former } = policy.takenSlugs()
  await tx.updateAll(narrow(former, eq(formerSlug.organisationId, gone)), undefined, { organisationId: kept })
  await tx.insertAll(formerSlug, [{ slug, organisationId: kept }], { on: ['slug'], set: ['organisationId'] })
}
async function moveLogo(tx: Tx, actor: Actor, { kept, gone }: Pair) {
  const logos = policy.logosVisibleTo(actor)
  await tx.removeAll(narrow(logos, eq(logo.organisationId, kept)))
  await tx.updateAll(narrow(logos, eq(logo.organisationId, gone)), undefined, { organisationId: kept })
}

/** Both rows, locked in the order of their ids, so that two merges at once cannot wait for each other. */
async function loadPair(tx: Tx, actor: Actor, { id, otherId }: { id: string; otherId: string }) {
  const rows = []
  for (const one of [...new Set([id, otherId])].sort())
    rows.push(await tx.lock(policy.visibleTo(actor), eq(organisation.id, one)))
  const kept = rows.find((row) => row?.id === id)
  const gone = rows.find((row) => row?.id === otherId)
  return kept && gone ? { ...kept, gone } : null
}

/**
 * Two entries become one: the one that goes keeps its row (state `merged`) for the history, and gives everything else to the
 * one that stays. Later features move what is theirs when they read `organisations.merge` in the journal.
 */
export const merge = action({
  name: 'organisations.merge',
  about: organisation,
  input: mergeInput,
  load: loadPair,
  allow: policy.merge,
  refusals,
  run: async ({ tx, actor, subject: { gone, ...kept }, input, now, language, note, trace }) => {
    if (kept.id === gone.id) throw new Refused(text(language)('itself'))
    const pair = { kept: kept.id, gone: gone.id }
    const emailDomains = [...new Set([...kept.emailDomains, ...gone.emailDomains])]
    await tx.update(organisation, gone, {
      ...moved(gone.state, 'merged', language),
      mergedInto: kept.id,
      logoHash: null,
      changedAt: now,
    })
    const establishments = await moveEstablishments(tx, pair)
    await moveHeadCounts(tx, pair)
    await reassign(tx, { from: gone.id, to: kept.id, by: actor, now })
    await moveAddresses(tx, pair, gone.slug)
    if (input.take.includes('logoHash') && gone.logoHash) await moveLogo(tx, actor, pair)
    note({ organisation: gone.displayName })
    trace([{ table: organisation, id: gone.id }])
    return tx.update(organisation, kept, {
      ...takenFrom(gone, input.take),
      ...placesOf(establishments),
      emailDomains,
      changedAt: now,
    })
  },
})
