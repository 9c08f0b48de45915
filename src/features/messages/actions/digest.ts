import { sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { sendingOf } from '../../../db/sending.ts'
import type { Tx } from '../../../db/writer.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatWeekday } from '../../../kernel/format.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import * as policy from '../policy.ts'
import { pendingNotices } from '../queries/digests.ts'
import { digestParts, rhythmsOn } from '../rules/digest.ts'
import { unsubscribePath } from '../rules/tokens.ts'
import { digestInput, noticeKinds } from '../schema.ts'
import { notice } from '../tables.ts'
import { noticeText } from '../text/notices.ts'
import { keysFor, peopleFor, preferencesPath, site } from './notify.ts'

/**
 * One mail to one person with all that waits for it, in a transaction of its own: a crash repeats nothing, for what has
 * left is marked with the mail it left in. Nothing new, no mail.
 */
export const sendDigest = action({
  name: 'messages.sendDigest',
  about: notice,
  input: digestInput,
  load: async (tx, _actor, { accountId }) => ((await tx.lock(policy.peopleNamed([accountId]))) ? { accountId } : null),
  allow: policy.work,
  async run({ tx, input: { accountId, labels }, now, note }) {
    const waiting = await pendingNotices(tx, accountId, rhythmsOn(dayOf(now)), now)
    note({ count: waiting.length })
    if (waiting.length === 0) return { count: 0 }
    const mailId = await sendParts(tx, accountId, waiting, labels)
    const ids = waiting.map(({ id }) => id)
    await tx.updateAll(policy.noticesNamed(ids), undefined, { mailedAt: now, mailId })
    return { count: waiting.length }
  },
})

type Waiting = Awaited<ReturnType<typeof pendingNotices>>
type Labels = Parameters<typeof digestParts>[1]
async function sendParts(tx: Tx, accountId: string, waiting: Waiting, labels: Labels): Promise<string> {
  const { origin, mail, now } = sendingOf(tx)
  const [person] = await peopleFor(tx, [accountId])
  if (!person) throw new Error(`account ${accountId} is gone`)
  const { language, name, email } = person
  const t = noticeText(language)
  const link = (path: string) => mailLink(origin, language, path)
  const unsubscribe = unsubscribePath(
    accountId,
    noticeKinds.digest.kind,
    (await keysFor(tx, [accountId])).get(accountId) ?? '',
  )
  const message = {
    subject: t('digest', { count: waiting.length, day: formatWeekday(dayOf(now), language) }),
    greeting: t('hello', { name }),
    paragraphs: [t('digestIntro', { count: waiting.length })],
    parts: digestParts(waiting, labels, language, { label: t('open'), link }),
    button: { label: t('digestAll'), href: link('/notices') },
    small: [t('choose', { link: link(preferencesPath) }), t('endDigests', { link: link(unsubscribe) })],
  }
  const isPrivate = waiting.some(({ kind }) => kind === noticeKinds.message.kind)
  const laid = layOut(message, language, { name: site, origin })
  return mail({ ...laid, to: email, accountId, unsubscribe, confidential: isPrivate })
}

/** Notices of a year ago are forgotten, read or not; so are the mails that came in. */
export const forgetOld = action({
  name: 'messages.forgetOld',
  about: notice,
  input: digestInput.pick({}),
  load: async () => ({}),
  allow: policy.work,
  async run({ tx, now, note }) {
    const notices = await tx.removeAll(
      policy.everyNotice(),
      sql`${notice.at} < ${now}::timestamptz - interval '1 year'`,
    )
    const mails = await tx.removeAll(policy.receivedBefore(now))
    note({ notices, mails })
    return { notices, mails }
  },
})
