import { eq, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import { sendingOf } from '../../../db/sending.ts'
import { deadAddress, outbox } from '../../../db/tables.ts'
import type { Tx } from '../../../db/writer.ts'
import { hashOf } from '../../accounts/rules/secrets.ts'
import * as policy from '../policy.ts'
import { type Bounce, bounceIn, mailIn } from '../rules/bounces.ts'
import { type Incoming, isAutomatic, keyOf } from '../rules/incoming.ts'
import { answerIn } from '../rules/quotes.ts'
import { isReplyToken, mailInKey, participantIn } from '../rules/tokens.ts'
import { incomingInput, longestMessage } from '../schema.ts'
import { conversation, participant, received } from '../tables.ts'
import { mailsText } from '../text/mails.ts'
import { answerMail, type Reason } from './answers.ts'
import { sayIn } from './conversations.ts'
import { type Person, peopleFor } from './notify.ts'

export type Outcome = 'known' | 'bounced' | 'late' | 'automatic' | 'said' | Reason

/**
 * A mail that arrived at our address: one that came back, or an answer into a conversation. Taken in once; whoever wrote
 * something that cannot be passed on is told so, once a day and never a machine.
 */
export const receiveMail = action({
  name: 'messages.receiveMail',
  about: received,
  input: incomingInput,
  load: async () => ({}),
  allow: policy.work,
  async run({ tx, input, note, now }) {
    const isKnown = (await tx.count(policy.everyReceived(), eq(received.messageId, input.messageId))) > 0
    const outcome: Outcome = isKnown ? 'known' : await takeIn(tx, input)
    note({ outcome })
    if (!isKnown) await tx.insertAll(received, [{ messageId: input.messageId, at: now, outcome }], 'skip')
    return { outcome }
  },
})

async function takeIn(tx: Tx, mail: Incoming): Promise<Outcome> {
  const bounce = mail.deliveryStatus === null ? null : bounceIn(mail.deliveryStatus)
  if (bounce) return cameBack(tx, mail, bounce)
  if (isAutomatic(mail)) return 'automatic'
  return answered(tx, mail)
}

/** Which of our mails it was: by the address it came back to, or by the Message-ID in what came back. */
async function cameBack(tx: Tx, mail: Incoming, bounce: Bounce): Promise<Outcome> {
  const id = mailInKey(keyOf(mail) ?? '') ?? mailIn(mail.returned)
  const sent = id && (await tx.lock(policy.mailNamed(id)))
  if (!sent) return 'automatic'
  if (!bounce.isFinal) return 'late'
  const { now } = sendingOf(tx)
  await tx.update(outbox, sent, { state: 'bounced', lastError: bounce.reason.slice(0, 500) })
  // The address that we wrote to: what it was passed on to is not ours to judge.
  const address = sent.recipient.toLowerCase()
  if (bounce.isAddress)
    await tx.insertAll(
      deadAddress,
      [{ address, since: now, reason: bounce.reason.slice(0, 500), mailId: sent.id }],
      'skip',
    )
  return 'bounced'
}

type Part = Row<typeof participant>
type Found = { readonly part: Part; readonly person: Person }
async function participantFor(tx: Tx, key: string | null): Promise<Found | null> {
  const id = key === null ? null : participantIn(key)
  const part = id === null ? null : await tx.one(policy.everyParticipant(), eq(participant.id, id))
  if (key === null || !part?.accountId || !isReplyToken(key, part.id, part.replyKey)) return null
  const [person] = await peopleFor(tx, [part.accountId])
  return person ? { part, person } : null
}

async function answered(tx: Tx, mail: Incoming): Promise<Outcome> {
  const found = await participantFor(tx, keyOf(mail))
  const text = answerIn(mail.text)
  const reason = found ? await hindrance(tx, found, mail, text) : 'unknown'
  if (reason) {
    await answerOnce(tx, mail, reason, found)
    return reason
  }
  if (!found) return 'unknown'
  const { part, person } = found
  const left = mail.attachments ? `\n\n${mailsText(person.language)('attachments', { count: mail.attachments })}` : ''
  const { conversationId } = part
  await sayIn(tx, { conversationId, authorId: person.id, text: text + left, mailId: mail.messageId })
  return 'said'
}

/** Why an answer cannot be passed on; null when it can. Who writes is asked first: a stranger learns nothing more. */
async function hindrance(tx: Tx, { part, person }: Found, mail: Incoming, text: string): Promise<Reason | null> {
  if (mail.from.toLowerCase() !== person.email.toLowerCase()) return 'wrongSender'
  if (part.leftAt) return 'left'
  const talk = await tx.one(policy.everyConversation(), eq(conversation.id, part.conversationId))
  if (!talk || talk.closedAt) return talk?.closedByTeam ? 'closedByTeam' : 'closed'
  const others = sql`${participant.id} <> ${part.id} and ${participant.leftAt} is null and ${participant.accountId} is not null`
  if ((await tx.count(policy.participantsOf(talk.id), others)) === 0) return 'alone'
  if (text === '') return 'empty'
  return text.length > longestMessage - 200 ? 'long' : null
}

/** One answer of a sort, to one address, a day: whatever goes wrong on the other side, nothing goes round in circles. */
async function answerOnce(tx: Tx, mail: Incoming, reason: Reason, found: Found | null): Promise<void> {
  const { now, origin, mail: send } = sendingOf(tx)
  const answeredTo = hashOf(`${mail.from.toLowerCase()} ${reason}`)
  const recent = sql`${received.answered} = ${answeredTo} and ${received.at} > ${now}::timestamptz - interval '1 day'`
  if ((await tx.count(policy.everyReceived(), recent)) > 0) return
  const isThemselves = found !== null && reason !== 'wrongSender'
  await send(answerMail(origin, mail, reason, isThemselves ? found : null))
  await tx.insertAll(received, [{ messageId: mail.messageId, at: now, outcome: reason, answered: answeredTo }], 'skip')
}
