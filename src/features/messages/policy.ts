import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { conversation, mailKey, message, notice, noticeChoice, participant, report } from './tables.ts'

const nothing = sql`false`
const mine = (actor: Actor, column: unknown) => (actor.id ? sql`${column} = ${actor.id}` : nothing)

/** One's own part in conversations that one has not left. */
export const ownParts = (actor: Actor) =>
  scope(participant, and(mine(actor, participant.accountId), sql`${participant.leftAt} is null`))
/** Those one takes part in, and nobody else's: not the team's unless somebody reported them. */
export const conversationsOf = (actor: Actor): Scope<typeof conversation> =>
  within(ownParts(actor), conversation, sql`${participant.conversationId} = ${conversation.id}`)
export const reportedTo = (actor: Actor): Scope<typeof conversation> =>
  isStaff(actor)
    ? within(scope(report), conversation, sql`${report.conversationId} = ${conversation.id}`)
    : scope(conversation, nothing)
export const noticesOf = (actor: Actor) => scope(notice, mine(actor, notice.accountId))
export const choicesOf = (actor: Actor) => scope(noticeChoice, mine(actor, noticeChoice.accountId))

/** For the deeds of later features, which have decided who may write to whom before they come here. */
export const everyConversation = () => scope(conversation)
export const everyParticipant = () => scope(participant)
export const everyMessage = () => scope(message)
export const everyNotice = () => scope(notice)
/** Whom a notice is for: their name, address and language. */
export const peopleNamed = (ids: readonly string[]) => scope(user, ids.length ? inArray(user.id, [...ids]) : nothing)
export const choicesFor = (kind: string, ids: readonly string[]) =>
  scope(
    noticeChoice,
    and(eq(noticeChoice.kind, kind), ids.length ? inArray(noticeChoice.accountId, [...ids]) : nothing),
  )
export const keysOf = (ids: readonly string[]) =>
  scope(mailKey, ids.length ? inArray(mailKey.accountId, [...ids]) : nothing)
export const noticesTold = (ids: readonly string[], once: string) =>
  scope(notice, and(eq(notice.once, once), ids.length ? inArray(notice.accountId, [...ids]) : nothing))
export const noticesNamed = (ids: readonly string[]) =>
  scope(notice, ids.length ? inArray(notice.id, [...ids]) : nothing)
export const participantsOf = (conversationId: string) =>
  scope(participant, eq(participant.conversationId, conversationId))
