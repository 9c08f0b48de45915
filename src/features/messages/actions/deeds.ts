import { and, eq, isNull, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { conversationOnly, noticeKinds, reportInput, sayInput, settleInput } from '../schema.ts'
import { conversation, notice, participant, report } from '../tables.ts'
import { conversationText } from '../text/conversations.ts'
import { closeConversation, sayIn } from './conversations.ts'
import { notify } from './notify.ts'

/** The deeds of the conversation's own page. Their subject is one's own part in it. */
type Part = Row<typeof participant>
const ownPart = (tx: Tx, actor: Actor, { id }: { id: string }): Promise<Part | null> =>
  tx.lock(policy.ownParts(actor), eq(participant.conversationId, id))
const shared = { about: conversation, input: conversationOnly, load: ownPart, allow: policy.takesPart }
const talkOf = ({ conversationId }: Part) => ({ id: conversationId })

export const say = action({
  ...shared,
  name: 'messages.say',
  input: sayInput,
  async run({ tx, input, subject }) {
    await sayIn(tx, { conversationId: subject.conversationId, authorId: subject.accountId ?? '', text: input.text })
    return talkOf(subject)
  },
})

/** Up to now; the notices of these messages are read with them, so that no digest repeats them. */
export const markRead = action({
  ...shared,
  name: 'messages.markRead',
  async run({ tx, actor, subject, now }) {
    await tx.update(participant, subject, { readUntil: now })
    const about = and(eq(notice.aboutKind, 'messages.conversation'), eq(notice.aboutId, subject.conversationId))
    await tx.updateAll(policy.noticesOf(actor), and(about, isNull(notice.readAt)), { readAt: now })
    return talkOf(subject)
  },
})

export const mute = action({
  ...shared,
  name: 'messages.mute',
  async run({ tx, subject, now }) {
    await tx.update(participant, subject, { mutedAt: now })
    return talkOf(subject)
  },
})
export const unmute = action({
  ...shared,
  name: 'messages.unmute',
  async run({ tx, subject }) {
    await tx.update(participant, subject, { mutedAt: null })
    return talkOf(subject)
  },
})

/** Out of one's list for good: the others keep what was said. */
export const leave = action({
  ...shared,
  name: 'messages.leave',
  async run({ tx, subject, now }) {
    await tx.update(participant, subject, { leftAt: now })
    return talkOf(subject)
  },
})

export const close = action({
  ...shared,
  name: 'messages.close',
  async run({ tx, subject }) {
    await closeConversation(tx, { conversationId: subject.conversationId, by: subject.accountId })
    return talkOf(subject)
  },
})

/** What the team has ended stays ended. */
export const reopen = action({
  ...shared,
  name: 'messages.reopen',
  async run({ tx, subject, language }) {
    const talk = await tx.lock(policy.everyConversation(), eq(conversation.id, subject.conversationId))
    if (talk?.closedByTeam) throw new Refused(conversationText(language)('closedForGood'))
    if (talk?.closedAt) await tx.update(conversation, talk, { closedAt: null, closedBy: null })
    return talkOf(subject)
  },
})

/** The team is asked to look: from now on it sees the conversation, under the names that those in it see. */
export const reportToTeam = action({
  ...shared,
  name: 'messages.report',
  input: reportInput,
  async run({ tx, actor, input, subject, now }) {
    const { conversationId, accountId } = subject
    await tx.insert(report, { conversationId, reportedBy: accountId, reason: input.reason, at: now })
    const staff = await tx.rows(policy.team())
    await notify(tx, {
      to: staff.map(({ id }) => id).filter((id) => id !== actor.id),
      kind: noticeKinds.report,
      title: { fr: conversationText('fr')('reportedTitle'), en: conversationText('en')('reportedTitle') },
      text: { fr: conversationText('fr')('reportedBody'), en: conversationText('en')('reportedBody') },
      href: `/messages/${conversationId}`,
      about: { kind: 'messages.report', id: conversationId },
    })
    return talkOf(subject)
  },
  refusals: { conversation_report_open: (language) => conversationText(language)('reportedAlready') },
})

/** The team has looked; if need be it ends the conversation. */
export const settleReport = action({
  name: 'messages.settleReport',
  about: conversation,
  input: settleInput,
  load: (tx, actor, { id }) => tx.lock(policy.reportedTo(actor), eq(conversation.id, id)),
  allow: policy.settleReports,
  async run({ tx, actor, input, subject, now }) {
    const open = sql`${report.conversationId} = ${subject.id} and ${report.settledAt} is null`
    await tx.updateAll(policy.reportsVisibleTo(actor), open, { settledAt: now, settledBy: actor.id })
    if (input.close) await closeConversation(tx, { conversationId: subject.id, by: null })
    return { id: subject.id }
  },
})
