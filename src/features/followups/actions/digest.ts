import { randomBytes } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Refused } from '../../../kernel/errors.ts'
import { hashOf } from '../../accounts/rules/secrets.ts'
import { user } from '../../accounts/tables.ts'
import { keysFor } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { behindLink } from '../queries/link.ts'
import { namesFor } from '../queries/names.ts'
import { digestOf, isOpen } from '../rules/chasing.ts'
import { followUpNotices, mailSnoozeInput } from '../schema.ts'
import { followUp, followUpDigest, followUpEvent } from '../tables.ts'
import { refusals } from '../text/refusals.ts'
import { demandSnooze } from './deeds.ts'
import { digestMail } from './digest-mail.ts'

const dayLength = 86_400_000

/** Enough to know when each was last named: the pause between two reminders is a matter of days. */
const remembered = 20
/** What is owed and when this person was last reminded of it: others may bear the same. */
async function dueTo(tx: Tx, userId: string, ids: readonly string[], now: Date) {
  const rows = await tx.rows(policy.openOnly(policy.namedIn(ids)), { orderBy: [followUp.id] })
  const chosen = await tx.one(policy.choiceOf(userId, followUpNotices.reminder.kind))
  const sent = await tx.rows(policy.digestsTo(userId), { orderBy: [desc(followUpDigest.sentAt)], limit: remembered })
  const chasedAt = (id: string) => sent.find(({ followUpIds }) => followUpIds.includes(id))?.sentAt ?? null
  const owed = rows.map((row) => ({ ...row, chasedAt: chasedAt(row.id) }))
  return digestOf(owed, {
    rhythm: chosen?.rhythm ?? followUpNotices.reminder.rhythm,
    now,
    lastAt: sent[0]?.sentAt ?? null,
  })
}

/**
 * Reminds one person of everything they owe, in one mail, if today is the day for it. `ids`: what waits for them, as the job
 * has found it. The account is locked, so two workers never write to one person twice.
 */
export const chase = action({
  name: 'followups.chase',
  about: user,
  input: z.object({ userId: z.uuid(), ids: z.array(z.uuid()) }),
  load: (tx, _actor, { userId }) => tx.lock(policy.peopleNamed(), eq(user.id, userId)),
  allow: policy.chase,
  run: async ({ tx, subject, input: { userId, ids }, now, origin, mail, note }) => {
    const rows = await dueTo(tx, userId, ids, now)
    note({ named: rows.length })
    if (rows.length === 0) return { id: userId, named: 0 }
    const named = rows.map(({ id }) => id)
    const key = randomBytes(24).toString('base64url')
    await tx.insertAll(followUpDigest, [{ userId, sentAt: now, hash: hashOf(key), followUpIds: named }])
    await tx.updateAll(policy.namedIn(named), undefined, { chasedAt: now })
    await tx.insertAll(
      followUpEvent,
      named.map((followUpId) => ({ followUpId, kind: 'chased' as const, at: now, toId: userId })),
    )
    const { id, name, email, language } = subject
    const names = await namesFor(tx, rows)
    const endKey = (await keysFor(tx, [id])).get(id) ?? ''
    await mail(digestMail({ to: { id, name, email, language }, rows, names, key, endKey, origin, now }))
    return { id, named: named.length }
  },
})

/** Somebody to whom an organisation's duty was handed over has left it: it waits for its people again. */
export const release = action({
  name: 'followups.release',
  about: followUp,
  input: z.object({ ids: z.array(z.uuid()) }),
  load: async () => ({}),
  allow: policy.chase,
  run: async ({ tx, input: { ids }, now }) => {
    const rows = await tx.rows(policy.openOnly(policy.namedIn(ids)), { orderBy: [followUp.id] })
    const held = rows.filter(({ bearerId }) => bearerId !== null).map(({ id }) => id)
    await tx.updateAll(policy.namedIn(held), undefined, { bearerId: null })
    await tx.insertAll(
      followUpEvent,
      held.map((followUpId) => ({ followUpId, kind: 'taken-back' as const, at: now })),
    )
    return { released: held.length }
  },
})

/** Links of old digests stop working, and nobody needs to know what they named. */
export const tidyDigests = action({
  name: 'followups.tidy-digests',
  about: followUpDigest,
  input: z.object({}),
  load: async () => ({}),
  allow: policy.chase,
  run: async ({ tx, now, note }) => {
    note({ digests: await tx.removeAll(policy.oldDigests(new Date(now.getTime() - 365 * dayLength))) })
    return {}
  },
})

/** Puts off what a digest named, from its link: the key in it stands for the person's session, for this deed only. */
export const snoozeByMail = action({
  name: 'followups.snooze-by-mail',
  about: followUp,
  input: mailSnoozeInput,
  load: (tx, _actor, { id }) => tx.lock(policy.namedIn([id])),
  allow: policy.byLink,
  run: async ({ tx, subject, input, now, language }) => {
    const { userId } = await behindLink(tx, input, now, language)
    if (!isOpen(subject)) throw new Refused(refusals(language)('closed'))
    // Handed over to somebody else since: their day is not this person's to change.
    if (subject.bearerId !== null && subject.bearerId !== userId) throw new Refused(refusals(language)('linkGone'))
    const until = demandSnooze({ days: input.days, until: null }, dayOf(now), language)
    await tx.insertAll(followUpEvent, [
      { followUpId: subject.id, kind: 'snoozed', at: now, byId: userId, untilOn: until },
    ])
    return tx.update(followUp, subject, { snoozedUntil: until })
  },
})
