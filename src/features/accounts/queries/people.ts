import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { type Actor, isStaff, type Role, roles } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { hashOf } from '../rules/secrets.ts'
import { invitation, user } from '../tables.ts'

export type ListAsked = {
  readonly q: string
  readonly filters: URLSearchParams
  readonly sort: string
}
type Window = { readonly limit: number; readonly offset: number }

/** Every word somewhere in the columns, in any case and without accents. A person's % and _ mean themselves. */
export function mentions(q: string, ...columns: unknown[]): SQL | undefined {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  const within = sql.join(
    columns.map((column) => sql`coalesce(${column}, '')`),
    sql` || ' ' || `,
  )
  return and(...words.map((word) => sql`plain(${within}) like '%' || plain(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`))
}

const peopleFields = {
  id: user.id,
  name: user.name,
  email: user.email,
  emailVerified: user.emailVerified,
  twoFactorEnabled: user.twoFactorEnabled,
  role: user.role,
  headline: user.headline,
  city: user.city,
  createdAt: user.createdAt,
}
const orders: Readonly<Record<string, readonly SQL[]>> = {
  name: [sql`plain(${user.name})`, sql`${user.id}`],
  '-name': [sql`plain(${user.name}) desc`, sql`${user.id}`],
  since: [sql`${user.createdAt}`, sql`${user.id}`],
  '-since': [sql`${user.createdAt} desc`, sql`${user.id}`],
}
export const peopleSorts = ['name', '-name', '-since', 'since']

/** The people with an account, for the team. */
const peopleAsked = (actor: Actor, { q, filters }: ListAsked) => {
  const wanted = filters.getAll('role').filter((role): role is Role => (roles as readonly string[]).includes(role))
  return narrow(
    isStaff(actor) ? policy.visibleTo(actor) : policy.nobody(),
    and(mentions(q, user.name, user.email, user.city), wanted.length ? inArray(user.role, wanted) : undefined),
  )
}
export async function people(read: Reader, actor: Actor, asked: ListAsked, { limit, offset }: Window) {
  const found = peopleAsked(actor, asked)
  const order = orders[asked.sort] ?? orders.name ?? []
  const [rows, total] = await Promise.all([
    read
      .select(peopleFields)
      .from(found)
      .orderBy(...order)
      .limit(limit)
      .offset(offset),
    read.count(found),
  ])
  return { rows, total }
}
export type Person = Awaited<ReturnType<typeof people>>['rows'][number]

/** How many people have each role, whatever the filters. */
export async function roleCounts(read: Reader, actor: Actor): Promise<ReadonlyMap<Role, number>> {
  const scope = isStaff(actor) ? policy.visibleTo(actor) : policy.nobody()
  const rows = await read
    .select({ role: user.role, count: sql<number>`count(*)::int` })
    .from(scope)
    .groupBy(user.role)
    .orderBy(user.role)
  return new Map(rows.map(({ role, count }) => [role, count]))
}

const step = 500
/** All of them, in steps, for files. */
export async function* everyPerson(read: Reader, actor: Actor, asked: ListAsked): AsyncGenerator<Person[]> {
  for (let offset = 0; ; offset += step) {
    const { rows } = await people(read, actor, asked, { limit: step, offset })
    if (rows.length > 0) yield rows
    if (rows.length < step) return
  }
}
export const personById = (read: Reader, actor: Actor, id: string) => read.one(policy.visibleTo(actor), eq(user.id, id))
export const personByEmail = (read: Reader, actor: Actor, email: string) =>
  read.one(policy.visibleTo(actor), eq(user.email, email.toLowerCase()))

const states: Readonly<Record<string, (now: Date) => SQL | undefined>> = {
  open: (now) =>
    sql`${invitation.acceptedAt} is null and ${invitation.withdrawnAt} is null and ${invitation.expiresAt} > ${now}`,
  expired: (now) =>
    sql`${invitation.acceptedAt} is null and ${invitation.withdrawnAt} is null and ${invitation.expiresAt} <= ${now}`,
  accepted: () => sql`${invitation.acceptedAt} is not null`,
  withdrawn: () => sql`${invitation.withdrawnAt} is not null`,
}
/** Invitations, the latest first, with who sent them. */
export async function invitations(read: Reader, actor: Actor, asked: ListAsked, now: Date, { limit, offset }: Window) {
  const found = narrow(
    policy.invitationsVisibleTo(actor),
    and(
      mentions(asked.q, invitation.name, invitation.email),
      or(...asked.filters.getAll('state').map((state) => states[state]?.(now))),
    ),
  )
  const [rows, total] = await Promise.all([
    read
      .select({
        id: invitation.id,
        email: invitation.email,
        name: invitation.name,
        role: invitation.role,
        sentAt: invitation.sentAt,
        expiresAt: invitation.expiresAt,
        acceptedAt: invitation.acceptedAt,
        withdrawnAt: invitation.withdrawnAt,
        inviter: sql<string | null>`${user.name}`,
      })
      .from(found)
      .leftJoin(policy.visibleTo(actor), eq(user.id, invitation.invitedBy))
      .orderBy(sql`${invitation.sentAt} desc`, invitation.id)
      .limit(limit)
      .offset(offset),
    read.count(found),
  ])
  return { rows, total }
}
export type Invited = Awaited<ReturnType<typeof invitations>>['rows'][number]

/** The invitation behind a link, and whether its address has an account already. Null when the link is good no more. */
export async function invitationBehind(read: Reader, secret: string, now: Date) {
  const found = await read.one(
    policy.invitationBehind(hashOf(secret)),
    and(isNull(invitation.acceptedAt), isNull(invitation.withdrawnAt), sql`${invitation.expiresAt} > ${now}`),
  )
  if (!found) return null
  const account = found.email ? await read.one(policy.accountAt(found.email)) : null
  return { email: found.email, name: found.name, role: found.role, isKnown: account !== null }
}
