import { eq } from 'drizzle-orm'
import type { Row } from '../../../db/reader.ts'
import { sendingOf } from '../../../db/sending.ts'
import type { Tx } from '../../../db/writer.ts'
import { Forbidden, NotFound, Refused } from '../../../kernel/errors.ts'
import type { Localised } from '../../../kernel/localised.ts'
import * as policy from '../policy.ts'
import { shownName } from '../rules/names.ts'
import { newKey, replyToken } from '../rules/tokens.ts'
import { type NewConversation, noticeKinds, type Saying } from '../schema.ts'
import { conversation, message, participant } from '../tables.ts'
import { conversationText } from '../text/conversations.ts'
import { notify, peopleFor } from './notify.ts'

/**
 * What later features do with conversations, inside their own deeds: they have decided who may write to whom. Each takes
 * the transaction of the deed.
 */
type Conversation = Row<typeof conversation>
type Participant = Row<typeof participant>

/** People who may write to each other from now on, and the first message. */
export async function openConversation(tx: Tx, opening: NewConversation): Promise<{ id: string }> {
  const { now } = sendingOf(tx)
  const { subject, about, openedBy, participants, text } = opening
  const opened = await tx.insert(conversation, {
    subject,
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    aboutTitle: about?.title ?? null,
    aboutHref: about?.href ?? null,
    openedAt: now,
    openedBy,
    lastAt: now,
  })
  await tx.insertAll(
    participant,
    participants.map(({ accountId, alias, onBehalfOf, organisationId }) => ({
      conversationId: opened.id,
      accountId,
      alias: alias ?? null,
      onBehalfOf: onBehalfOf ?? null,
      organisationId: organisationId ?? null,
      joinedAt: now,
      replyKey: newKey(),
    })),
  )
  await sayIn(tx, { conversationId: opened.id, authorId: openedBy, text })
  return { id: opened.id }
}

const locked = async (tx: Tx, id: string): Promise<Conversation> => {
  const found = await tx.lock(policy.everyConversation(), eq(conversation.id, id))
  if (!found) throw new NotFound()
  return found
}

/** A message of somebody who takes part. The others are told, but those who muted the conversation or left it. */
export async function sayIn(tx: Tx, saying: Saying): Promise<Row<typeof message>> {
  const { now, language } = sendingOf(tx)
  const { conversationId, authorId, text, mailId } = saying
  const talk = await locked(tx, conversationId)
  if (talk.closedAt) throw new Refused(conversationText(language)('isClosed'))
  const all = await tx.rows(policy.participantsOf(conversationId), { orderBy: [participant.id] })
  const author = all.find((one) => one.accountId === authorId && one.leftAt === null)
  if (!author) throw new Forbidden(conversationText(language)('notInIt'))
  const others = all.filter((one) => one !== author && one.accountId !== null && one.leftAt === null)
  if (others.length === 0) throw new Refused(conversationText(language)('alone'))
  const said = await tx.insert(message, {
    conversationId,
    authorId: author.id,
    text,
    at: now,
    mailId: mailId ?? null,
  })
  await tx.update(conversation, talk, { lastAt: now })
  await tx.update(participant, author, { readUntil: now })
  await tellOthers(tx, { talk, author, others, text, id: said.id })
  return said
}

type News = {
  readonly talk: Conversation
  readonly author: Participant
  readonly others: readonly Participant[]
  readonly text: string
  readonly id: string
}
async function tellOthers(tx: Tx, { talk, author, others, text, id }: News): Promise<void> {
  const listening = others.filter(({ mutedAt }) => mutedAt === null)
  const name = await nameOf(tx, author)
  await notify(tx, {
    to: listening.flatMap(({ accountId }) => accountId ?? []),
    kind: noticeKinds.message,
    title: said('wrote', name, talk.subject),
    text: { fr: text, en: text },
    href: `/messages/${talk.id}`,
    about: { kind: 'messages.conversation', id: talk.id },
    from: author.accountId,
    once: `messages.message:${id}`,
    replyKeys: new Map(listening.map((one) => [one.accountId ?? '', replyToken(one.id, one.replyKey)])),
  })
}

/** Under which name the others know a participant, in both languages. */
async function nameOf(tx: Tx, { accountId, alias, revealedAt }: Participant): Promise<Localised> {
  const [person] = await peopleFor(tx, accountId ? [accountId] : [])
  const name = shownName({ name: person?.name ?? null, alias, revealedAt })
  return name === null
    ? { fr: conversationText('fr')('gone'), en: conversationText('en')('gone') }
    : { fr: name, en: name }
}
const said = (key: 'wrote' | 'closedBody', name: Localised, subject: string): Localised => ({
  fr: conversationText('fr')(key, { name: name.fr, subject }),
  en: conversationText('en')(key, { name: name.en ?? name.fr, subject }),
})

type Part = { readonly conversationId: string; readonly accountId: string }
/** From now on the others know who somebody under an alias is; what was said before shows it too. */
export async function revealParticipant(tx: Tx, { conversationId, accountId }: Part): Promise<void> {
  const { now } = sendingOf(tx)
  const part = await tx.lock(policy.participantsOf(conversationId), eq(participant.accountId, accountId))
  if (!part) throw new NotFound()
  if (part.revealedAt === null) await tx.update(participant, part, { revealedAt: now })
}

type Closing = {
  readonly conversationId: string
  /** The account that ends it; null is the team or the system. */
  readonly by: string | null
}
/** Nothing more is said in it. Whoever takes part may still read it. */
export async function closeConversation(tx: Tx, { conversationId, by }: Closing): Promise<void> {
  const { now } = sendingOf(tx)
  const talk = await locked(tx, conversationId)
  if (talk.closedAt) return
  await tx.update(conversation, talk, { closedAt: now, closedBy: by, closedByTeam: by === null })
  const all = await tx.rows(policy.participantsOf(conversationId), { orderBy: [participant.id] })
  const closer = all.find(({ accountId }) => by !== null && accountId === by)
  const others = all.filter((one) => one !== closer && one.leftAt === null && one.mutedAt === null)
  const subject = talk.subject
  await notify(tx, {
    to: others.flatMap(({ accountId }) => accountId ?? []),
    kind: noticeKinds.closed,
    title: {
      fr: conversationText('fr')('closedTitle', { subject }),
      en: conversationText('en')('closedTitle', { subject }),
    },
    text: closer
      ? said('closedBody', await nameOf(tx, closer), subject)
      : { fr: conversationText('fr')('closedBodyTeam'), en: conversationText('en')('closedBodyTeam') },
    href: `/messages/${talk.id}`,
    about: { kind: 'messages.conversation', id: talk.id },
    from: closer?.accountId ?? null,
  })
}
