import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { exists, narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mentions } from '../../accounts/queries/people.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { conversation, message, participant, report } from '../tables.ts'

type Asked = { readonly q: string; readonly filters: URLSearchParams; readonly sort: string }
type Window = { readonly limit: number; readonly offset: number }

/**
 * The name by which a participant is known to the one who asks, made in the database: the name of somebody under an alias
 * never leaves it. Null for somebody whose account is gone.
 */
const shownName = sql<string | null>`case when ${participant.alias} is not null and ${participant.revealedAt} is null
  then ${participant.alias} else ${user.name} end`
const isOpenName = sql`(${participant.alias} is null or ${participant.revealedAt} is not null)`
const people = () => policy.everybody()

/** Somebody else has written since the reader read. `part` is the reader's own, joined by the query. */
const isUnread = sql<boolean>`(${exists(
  policy.everyMessage(),
  sql`${message.conversationId} = ${conversation.id} and ${message.authorId} <> ${participant.id}
    and ${message.at} > coalesce(${participant.readUntil}, '-infinity')`,
)})`

const states: Readonly<Record<string, SQL>> = {
  unread: isUnread,
  open: sql`${conversation.closedAt} is null`,
  closed: sql`${conversation.closedAt} is not null`,
  muted: sql`${participant.mutedAt} is not null`,
}
export const conversationStates = Object.keys(states)

/** Words of the subject, of the record, of a message, or of a name that the reader may see. */
function matching(q: string): SQL | undefined {
  if (q.trim() === '') return undefined
  const title = [sql`${conversation.aboutTitle}->>'fr'`, sql`${conversation.aboutTitle}->>'en'`]
  const inside = sql`${message.conversationId} = ${conversation.id}`
  const named = exists(
    people(),
    sql`${user.id} = ${participant.accountId} and ${isOpenName} and ${mentions(q, user.name)}`,
  )
  const there = sql`${participant.conversationId} = ${conversation.id}`
  return or(
    mentions(q, conversation.subject, ...title),
    exists(policy.everyMessage(), sql`${inside} and ${mentions(q, message.text)}`),
    exists(
      policy.everyParticipant(),
      sql`${there} and (${mentions(q, participant.alias, participant.onBehalfOf)} or ${named})`,
    ),
  )
}
const orders: Readonly<Record<string, readonly SQL[]>> = {
  unread: [sql`${isUnread} desc`, sql`${conversation.lastAt} desc`, sql`${conversation.id} desc`],
  '-last': [sql`${conversation.lastAt} desc`, sql`${conversation.id} desc`],
  last: [sql`${conversation.lastAt}`, sql`${conversation.id}`],
}
export const conversationSorts = Object.keys(orders)

const own = (read: Reader, actor: Actor, asked: Pick<Asked, 'q' | 'filters'>) => {
  const wanted = asked.filters.getAll('state').flatMap((one) => states[one] ?? [])
  const found = and(matching(asked.q), wanted.length ? or(...wanted) : undefined)
  return <F extends Parameters<Reader['select']>[0]>(fields: F) =>
    read
      .select(fields)
      .from(policy.ownParts(actor))
      .innerJoin(policy.everyConversation(), eq(conversation.id, participant.conversationId))
      .where(found)
}
const lineFields = {
  id: conversation.id,
  subject: conversation.subject,
  aboutTitle: conversation.aboutTitle,
  lastAt: conversation.lastAt,
  closedAt: conversation.closedAt,
  mutedAt: participant.mutedAt,
  isUnread,
}
/** One's conversations, those with something unread first, each with the others in it and what was said last. */
export async function conversations(read: Reader, actor: Actor, asked: Asked, { limit, offset }: Window) {
  const select = own(read, actor, asked)
  const order = orders[asked.sort] ?? orders.unread ?? []
  const [lines, [counted]] = await Promise.all([
    select(lineFields)
      .orderBy(...order)
      .limit(limit)
      .offset(offset),
    select({ total: sql<number>`count(*)::int` }),
  ])
  const ids = lines.map(({ id }) => id)
  const [everybody, last] = await Promise.all([participantsIn(read, actor, ids), lastMessages(read, ids)])
  const rows = lines.map((line) => ({
    ...line,
    others: everybody.filter((one) => one.conversationId === line.id && !one.isSelf),
    last: last.find((one) => one.conversationId === line.id)?.text ?? '',
  }))
  return { rows, total: counted?.total ?? 0 }
}
export type ConversationLine = Awaited<ReturnType<typeof conversations>>['rows'][number]

const lastMessages = (read: Reader, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : read
        .select({ conversationId: message.conversationId, text: sql<string>`left(${message.text}, 300)` })
        .from(policy.everyMessage())
        .innerJoin(
          narrow(policy.everyConversation(), inArray(conversation.id, [...ids])),
          sql`${conversation.id} = ${message.conversationId} and ${conversation.lastAt} = ${message.at}`,
        )
        .orderBy(desc(message.id))

/** Who is in conversations that the reader sees, under the names that the reader may know. */
export function participantsIn(read: Reader, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  return read
    .select({
      id: participant.id,
      conversationId: participant.conversationId,
      name: shownName,
      alias: participant.alias,
      isHidden: sql<boolean>`(not ${isOpenName})`,
      isSelf: sql<boolean>`coalesce(${participant.accountId} = ${actor.id}::uuid, false)`,
      isGone: sql<boolean>`(${participant.accountId} is null)`,
      onBehalfOf: participant.onBehalfOf,
      organisationId: participant.organisationId,
      leftAt: participant.leftAt,
    })
    .from(narrow(policy.participantsVisibleTo(actor), inArray(participant.conversationId, [...ids])))
    .leftJoin(people(), eq(user.id, participant.accountId))
    .orderBy(asc(participant.id))
}
export type Participant = Awaited<ReturnType<typeof participantsIn>>[number]

/** How many conversations have each state, whatever is asked. */
export async function conversationCounts(read: Reader, actor: Actor): Promise<Readonly<Record<string, number>>> {
  const fields = Object.fromEntries(
    Object.entries(states).map(([name, where]) => [name, sql<number>`count(*) filter (where ${where})::int`]),
  )
  const [counts] = await own(read, actor, { q: '', filters: new URLSearchParams() })(fields)
  return counts as Readonly<Record<string, number>>
}
export const unreadConversations = async (read: Reader, actor: Actor): Promise<number> => {
  if (!actor.id) return 0
  const quiet = sql`${participant.mutedAt} is null and ${isUnread}`
  const [found] = await own(read, actor, { q: '', filters: new URLSearchParams() })({
    count: sql<number>`count(*) filter (where ${quiet})::int`,
  })
  return found?.count ?? 0
}

export const threadSize = 100
/** A conversation with its latest messages, or those before a moment; null when the reader is not in it. */
export async function conversationWith(read: Reader, actor: Actor, id: string, before: Date | null = null) {
  const talk = await read.one(policy.conversationsSeenBy(actor), eq(conversation.id, id))
  if (!talk) return null
  const older = before ? sql`${message.at} < ${before}` : undefined
  const [everybody, own, latest, reports] = await Promise.all([
    participantsIn(read, actor, [id]),
    read.one(policy.ownParts(actor), eq(participant.conversationId, id)),
    read
      .select({
        id: message.id,
        authorId: message.authorId,
        text: message.text,
        at: message.at,
        mailId: message.mailId,
      })
      .from(narrow(policy.messagesVisibleTo(actor), eq(message.conversationId, id)))
      .where(older)
      .orderBy(desc(message.at), desc(message.id))
      .limit(threadSize + 1),
    read.rows(policy.reportsVisibleTo(actor), { where: eq(report.conversationId, id), orderBy: [asc(report.id)] }),
  ])
  const messages = latest.slice(0, threadSize).toReversed()
  return { talk, everybody, own, messages, hasOlder: latest.length > threadSize, reports }
}
export type Thread = NonNullable<Awaited<ReturnType<typeof conversationWith>>>

/** Conversations that the team was asked to look at, those that wait first. */
export async function reportedConversations(read: Reader, actor: Actor, q: string, { limit, offset }: Window) {
  const found = narrow(policy.reportsVisibleTo(actor), mentions(q, report.reason))
  const rows = await read
    .select({
      id: report.id,
      conversationId: report.conversationId,
      subject: conversation.subject,
      reason: report.reason,
      at: report.at,
      settledAt: report.settledAt,
    })
    .from(found)
    .innerJoin(policy.reportedTo(actor), eq(conversation.id, report.conversationId))
    .orderBy(sql`${report.settledAt} is not null`, desc(report.at), desc(report.id))
    .limit(limit)
    .offset(offset)
  return { rows, total: await read.count(found) }
}
export type ReportLine = Awaited<ReturnType<typeof reportedConversations>>['rows'][number]
