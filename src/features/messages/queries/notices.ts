import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'
import { mentions } from '../../accounts/queries/people.ts'
import * as policy from '../policy.ts'
import { accountIn, isUnsubscribeToken } from '../rules/tokens.ts'
import { notice } from '../tables.ts'

type Asked = { readonly q: string; readonly filters: URLSearchParams; readonly sort: string }
type Window = { readonly limit: number; readonly offset: number }

/** What the person has been told, the latest first. Messages are not among it: they have a page of their own. */
export async function notices(read: Reader, actor: Actor, asked: Asked, language: Language, window: Window) {
  const kinds = asked.filters.getAll('kind')
  const found = narrow(
    policy.shownNoticesOf(actor),
    and(
      mentions(
        asked.q,
        sql`${notice.title}->>${language}`,
        sql`${notice.title}->>'fr'`,
        sql`${notice.text}->>${language}`,
      ),
      kinds.length ? inArray(notice.kind, kinds) : undefined,
      asked.filters.get('state') === 'unread' ? isNull(notice.readAt) : undefined,
    ),
  )
  const order = asked.sort === 'at' ? [notice.at, notice.id] : [desc(notice.at), desc(notice.id)]
  const [rows, total] = await Promise.all([
    read
      .select(noticeFields)
      .from(found)
      .orderBy(...order.map((one) => sql`${one}`))
      .limit(window.limit)
      .offset(window.offset),
    read.count(found),
  ])
  return { rows, total }
}
/** Without `fromId`: somebody under an alias may stand behind it. */
const noticeFields = {
  id: notice.id,
  kind: notice.kind,
  title: notice.title,
  text: notice.text,
  href: notice.href,
  at: notice.at,
  readAt: notice.readAt,
}
export type NoticeLine = Awaited<ReturnType<typeof notices>>['rows'][number]

export const noticeKindCounts = async (read: Reader, actor: Actor): Promise<ReadonlyMap<string, number>> => {
  const rows = await read
    .select({ kind: notice.kind, count: sql<number>`count(*)::int` })
    .from(policy.shownNoticesOf(actor))
    .groupBy(notice.kind)
    .orderBy(notice.kind)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
export const unreadNotices = async (read: Reader, actor: Actor): Promise<number> =>
  actor.id ? read.count(policy.shownNoticesOf(actor), isNull(notice.readAt)) : 0

/** Kind -> what the person chose for it. */
export async function ownChoices(read: Reader, actor: Actor): Promise<ReadonlyMap<string, Rhythm>> {
  const rows = await read.rows(policy.choicesOf(actor))
  return new Map(rows.map(({ kind, rhythm }) => [kind, rhythm]))
}

/** Whether a signed address of a mail is ours, and what the person has chosen for its kind meanwhile. */
export async function unsubscribing(read: Reader, kind: string, token: string) {
  const accountId = accountIn(token)
  const key = accountId && (await read.one(policy.keyOf(accountId)))
  if (!key || !isUnsubscribeToken(token, accountId, kind, key.key)) return null
  const choice = await read.one(policy.choiceOf(accountId, kind))
  return { kind, isOver: choice?.rhythm === 'never' }
}
export const noticeById = (read: Reader, actor: Actor, id: string) =>
  read.one(policy.noticesOf(actor), eq(notice.id, id))
