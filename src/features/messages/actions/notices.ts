import { eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'
import * as policy from '../policy.ts'
import { accountIn, isUnsubscribeToken } from '../rules/tokens.ts'
import { choicesInput, kindNamed, noticeOnly, unsubscribeInput } from '../schema.ts'
import { notice, noticeChoice } from '../tables.ts'

export const readNotice = action({
  name: 'messages.readNotice',
  about: notice,
  input: noticeOnly,
  load: (tx, actor, { id }) => tx.lock(policy.noticesOf(actor), eq(notice.id, id)),
  allow: policy.takesPart,
  run: ({ tx, subject, now }) => tx.update(notice, subject, { readAt: subject.readAt ?? now }),
})

export const readAllNotices = action({
  name: 'messages.readAllNotices',
  about: notice,
  input: z.object({}),
  load: async (_tx, { id }) => ({ accountId: id }),
  allow: policy.takesPart,
  async run({ tx, actor, now, note }) {
    const count = await tx.updateAll(policy.shownNoticesOf(actor), isNull(notice.readAt), { readAt: now })
    note({ count })
    return { count }
  },
})

type Choice = { readonly accountId: string; readonly kind: string; readonly rhythm: Rhythm; readonly now: Date }
async function keepChoice(tx: Tx, { accountId, kind, rhythm, now }: Choice): Promise<void> {
  const row = { accountId, kind, rhythm, at: now }
  await tx.insertAll(noticeChoice, [row], { on: ['accountId', 'kind'], set: ['rhythm', 'at'] })
}

/** How often each kind comes by mail. What is chosen for a mandatory kind changes nothing: `notify` sends it at once. */
export const chooseRhythms = action({
  name: 'messages.chooseRhythms',
  about: noticeChoice,
  input: choicesInput,
  load: async (_tx, { id }) => ({ accountId: id }),
  allow: policy.takesPart,
  async run({ tx, input: { rhythms }, subject: { accountId }, now }) {
    const chosen = Object.entries(rhythms)
    for (const [name, rhythm] of chosen)
      await keepChoice(tx, { accountId: accountId ?? '', kind: kindNamed(name), rhythm, now })
    return { count: chosen.length }
  },
})

/** No more mails of a kind, by the signed address of one of them: without signing in (RFC 8058). Twice does no harm. */
export const unsubscribe = action({
  name: 'messages.unsubscribe',
  about: noticeChoice,
  input: unsubscribeInput,
  async load(tx, _actor, { kind, token }) {
    const accountId = accountIn(token)
    const key = accountId && (await tx.one(policy.keyOf(accountId)))
    return key && isUnsubscribeToken(token, accountId, kind, key.key) ? { accountId } : null
  },
  allow: policy.anybody,
  async run({ tx, input: { kind }, subject: { accountId }, now, note }) {
    note({ kind })
    await keepChoice(tx, { accountId, kind, rhythm: 'never', now })
    return { kind }
  },
})
