import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { system } from '../../../kernel/actor.ts'
import { cancel } from '../../followups/actions/owe.ts'
import * as policy from '../policy.ts'
import { everyWhole } from '../queries/whole.ts'
import { pastOf } from '../rules/past.ts'
import { answerDuty } from '../schema/notices.ts'
import { contact, pastCount, skillProposal } from '../tables/dealings.ts'
import { profile } from '../tables.ts'
import { dropFiles } from './files.ts'
import { lockOwn } from './renew.ts'

type Gone = { readonly id: string; readonly userId: string; readonly consentedAt: Date }

/** A profile with all its parts, cards, looks and contacts; numbers by year, occupation and sector remain. */
export async function eraseProfile(tx: Tx, gone: Gone, now: Date): Promise<void> {
  const [whole] = await everyWhole(tx, [gone.id])
  for (const key of whole ? pastOf(whole, now) : []) await countOne(tx, key)
  await dropFiles(tx, gone.id)
  const waiting = await tx.rows(policy.everything(contact), {
    where: and(eq(contact.profileId, gone.id), eq(contact.state, 'waiting')),
  })
  for (const { id } of waiting) await cancel(tx, { kind: answerDuty, about: { table: contact, id }, by: system, now })
  // The words of a proposal are the person's until the team has taken them into the list.
  const theirs = and(eq(skillProposal.proposedBy, gone.userId), sql`${skillProposal.state} in ('waiting', 'refused')`)
  await tx.removeAll(policy.everything(skillProposal), theirs)
  await tx.updateAll(policy.everything(skillProposal), eq(skillProposal.proposedBy, gone.userId), { proposedBy: null })
  await tx.removeAll(narrow(policy.everyProfile(), eq(profile.id, gone.id)))
}
async function countOne(tx: Tx, key: { year: number; occupation: string; sector: string }) {
  await tx.insertAll(pastCount, [{ ...key, people: 0 }], 'skip')
  const same = and(
    eq(pastCount.year, key.year),
    eq(pastCount.occupation, key.occupation),
    eq(pastCount.sector, key.sector),
  )
  await tx.updateAll(policy.everything(pastCount), same, { people: sql`${pastCount.people} + 1` })
}

/** The person takes their profile away; the account stays. */
export const closeProfile = action({
  name: 'talents.close-profile',
  about: profile,
  input: z.object({}),
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, subject, now }) {
    await eraseProfile(tx, subject, now)
    return { id: subject.id }
  },
})
