import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { exists, narrow, type Scope, scope, within } from '../../db/scope.ts'
import { deadAddress, outbox } from '../../db/tables.ts'
import { type Actor, isSignedIn, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { conversation, mailKey, message, notice, noticeChoice, participant, received, report } from './tables.ts'

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
/** Those one takes part in; for the team also those that were reported. */
export const conversationsSeenBy = (actor: Actor): Scope<typeof conversation> =>
  isStaff(actor)
    ? scope(conversation, or(conversationsOf(actor).where, reportedTo(actor).where))
    : conversationsOf(actor)
export const noticesOf = (actor: Actor) => scope(notice, mine(actor, notice.accountId))
/** Those of a page of notices: messages have a page of their own. */
export const shownNoticesOf = (actor: Actor) => narrow(noticesOf(actor), sql`${notice.kind} <> 'messages.message'`)
export const messagesVisibleTo = (actor: Actor) =>
  within(conversationsSeenBy(actor), message, sql`${message.conversationId} = ${conversation.id}`)
export const participantsVisibleTo = (actor: Actor) =>
  scope(participant, exists(conversationsSeenBy(actor), sql`${participant.conversationId} = ${conversation.id}`))
export const reportsVisibleTo = (actor: Actor) => scope(report, isStaff(actor) ? undefined : nothing)
/** What somebody keeps after leaving a conversation: for the export of their data. */
export const ownPartsEver = (actor: Actor) => scope(participant, mine(actor, participant.accountId))
export const choicesOf = (actor: Actor) => scope(noticeChoice, mine(actor, noticeChoice.accountId))

/** For the deeds of later features, which have decided who may write to whom before they come here. */
export const everyConversation = () => scope(conversation)
export const everyParticipant = () => scope(participant)
export const everyMessage = () => scope(message)
export const everyNotice = () => scope(notice)
/** Behind a participation or a notice; the query shows of them only what may be known. */
export const everybody = () => scope(user)
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
export const everyChoice = () => scope(noticeChoice)
export const everyReceived = () => scope(received)
export const receivedBefore = (now: Date) =>
  scope(received, sql`${received.at} < ${now}::timestamptz - interval '1 year'`)
export const mailNamed = (id: string) => scope(outbox, eq(outbox.id, id))
export const ownAccount = (actor: Actor) => scope(user, mine(actor, user.id))
/** Addresses are kept in lower case, those of accounts too. */
const isOwnAddress = (actor: Actor) => (actor.id ? eq(deadAddress.address, actor.email.toLowerCase()) : nothing)
export const ownDeadAddress = (actor: Actor) => scope(deadAddress, isOwnAddress(actor))
export const deadAddressesListed = (actor: Actor) => scope(deadAddress, isStaff(actor) ? undefined : nothing)
export const deadAddressesSeenBy = (actor: Actor) =>
  isStaff(actor) ? deadAddressesListed(actor) : ownDeadAddress(actor)
export const isAddress = (address: string) => eq(deadAddress.address, address.toLowerCase())
export const deadAddressNamed = (address: string) => scope(deadAddress, isAddress(address))
export const mailsSince = (accountId: string, since: Date) =>
  scope(outbox, and(eq(outbox.accountId, accountId), sql`${outbox.createdAt} > ${since}`))
/** One's own account while nothing can be sent to its address. */
export const ownUnreachable = (actor: Actor) =>
  scope(
    user,
    and(mine(actor, user.id), exists(ownDeadAddress(actor), sql`${deadAddress.address} = lower(${user.email})`)),
  )
export const visibleOwners = (actor: Actor) => scope(user, isStaff(actor) ? undefined : nothing)
/** For the erasure of an account: where it takes or took part, and what carries its words. */
export const partsOf = (accountId: string) => scope(participant, eq(participant.accountId, accountId))
export const conversationsWith = (accountId: string) =>
  within(partsOf(accountId), conversation, sql`${participant.conversationId} = ${conversation.id}`)
const otherReaders = (accountId: string) =>
  scope(participant, sql`${participant.accountId} <> ${accountId} and ${participant.leftAt} is null`)
/** Nobody else is left to read them. */
export const conversationsOnlyOf = (accountId: string) =>
  narrow(
    conversationsWith(accountId),
    sql`not ${exists(otherReaders(accountId), sql`${participant.conversationId} = ${conversation.id}`)}`,
  )
export const messagesAround = (accountId: string) =>
  within(partsOf(accountId), message, sql`${participant.conversationId} = ${message.conversationId}`)
export const messagesBy = (accountId: string) =>
  within(partsOf(accountId), message, sql`${participant.id} = ${message.authorId}`)
export const reportsAround = (accountId: string) =>
  within(partsOf(accountId), report, sql`${participant.conversationId} = ${report.conversationId}`)
export const noticesFrom = (accountId: string) => scope(notice, eq(notice.fromId, accountId))
export const mailsCarrying = (accountId: string) =>
  within(noticesFrom(accountId), outbox, sql`${notice.mailId} = ${outbox.id}`)
/** The team, to be told of a report. */
export const team = () => scope(user, sql`${user.role} in ('staff', 'administrator')`)
export const keyOf = (accountId: string) => scope(mailKey, eq(mailKey.accountId, accountId))
export const choiceOf = (accountId: string, kind: string) =>
  scope(noticeChoice, and(eq(noticeChoice.accountId, accountId), eq(noticeChoice.kind, kind)))

export const signedIn = (actor: Actor) => isSignedIn(actor) && actor.id !== null
type Part = { readonly accountId: string | null }
/** Whoever takes part: speaks, mutes, leaves, ends, reopens, reports. */
export const takesPart = (actor: Actor, { accountId }: Part) => actor.id !== null && actor.id === accountId
export const settleReports = (actor: Actor) => isStaff(actor)
export const seeReports = settleReports
/** What asks for a proof of its own: a signed address. */
export const anybody = () => true
/** Digests, mails that come in: nobody's request asks for them. */
export const work = (actor: Actor) => actor.kind === 'system'
export const self = (actor: Actor, { id }: { readonly id: string }) => actor.id !== null && actor.id === id
export const seeAddresses = (actor: Actor) => isStaff(actor)
export const reviveAddress = (actor: Actor, { address }: { readonly address: string }) =>
  isStaff(actor) || (actor.id !== null && actor.email.toLowerCase() === address)
