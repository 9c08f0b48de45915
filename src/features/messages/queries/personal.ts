import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { conversation, message, notice, noticeChoice, participant } from '../tables.ts'
import { conversationWith } from './conversations.ts'

/** One's conversations, whole, under the names that one sees; of those one has left, what one wrote. */
export async function ownConversations(read: Reader, person: Actor) {
  const mine = await read
    .select({ id: conversation.id })
    .from(policy.conversationsOf(person))
    .orderBy(asc(conversation.openedAt), asc(conversation.id))
  const whole: object[] = []
  for (const { id } of mine) whole.push(await ownConversation(read, person, id))
  return whole
}
async function ownConversation(read: Reader, person: Actor, id: string) {
  const found = await conversationWith(read, person, id)
  const names = new Map(found?.everybody.map(({ id: part, name, isSelf }) => [part, isSelf ? person.name : name]))
  const messages = await read
    .select({ author: message.authorId, at: message.at, text: message.text })
    .from(narrow(policy.messagesVisibleTo(person), eq(message.conversationId, id)))
    .orderBy(asc(message.at), asc(message.id))
  return {
    subject: found?.talk.subject,
    about: found?.talk.aboutTitle ?? null,
    openedAt: found?.talk.openedAt,
    closedAt: found?.talk.closedAt ?? null,
    people: found?.everybody.map(({ name, isSelf, alias, onBehalfOf }) => ({
      name: isSelf ? person.name : name,
      ...(isSelf && { alias }),
      onBehalfOf,
    })),
    messages: messages.map(({ author, ...rest }) => ({ from: names.get(author) ?? null, ...rest })),
  }
}

export const ownWordsElsewhere = (read: Reader, person: Actor) =>
  read
    .select({ at: message.at, text: message.text })
    .from(policy.everyMessage())
    .innerJoin(
      narrow(policy.ownPartsEver(person), sql`${participant.leftAt} is not null`),
      eq(participant.id, message.authorId),
    )
    .orderBy(asc(message.at), asc(message.id))

export const everyOwnNotice = (read: Reader, person: Actor) =>
  read
    .select({ kind: notice.kind, title: notice.title, text: notice.text, at: notice.at, readAt: notice.readAt })
    .from(policy.noticesOf(person))
    .orderBy(asc(notice.at), asc(notice.id))

export const everyOwnChoice = (read: Reader, person: Actor) =>
  read
    .select({ kind: noticeChoice.kind, rhythm: noticeChoice.rhythm, at: noticeChoice.at })
    .from(policy.choicesOf(person))
    .orderBy(noticeChoice.kind)

export const countOwnParts = (read: Reader, person: Actor) => read.count(policy.ownPartsEver(person))
