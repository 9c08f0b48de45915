import { desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { deadAddress } from '../../../db/tables.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { mentions } from '../../accounts/queries/people.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { readAddressToken } from '../rules/addresses.ts'

/** What is wrong with one's own address; null when mails arrive. */
export const ownDeadAddress = (read: Reader, actor: Actor) =>
  actor.id ? read.one(policy.ownDeadAddress(actor)) : Promise.resolve(null)

/** For the team: addresses to which nothing is sent any more, and whose they are. */
export async function deadAddresses(
  read: Reader,
  actor: Actor,
  q: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const owner = policy.visibleOwners(actor)
  const asked = mentions(q, deadAddress.address, user.name)
  const select = <F extends Parameters<Reader['select']>[0]>(fields: F) =>
    read
      .select(fields)
      .from(policy.deadAddressesListed(actor))
      .leftJoin(owner, eq(user.email, deadAddress.address))
      .where(asked)
  const [rows, [counted]] = await Promise.all([
    select({
      address: deadAddress.address,
      since: deadAddress.since,
      reason: deadAddress.reason,
      mailId: deadAddress.mailId,
      accountId: sql<string | null>`${user.id}`,
      name: sql<string | null>`${user.name}`,
    })
      .orderBy(desc(deadAddress.since), deadAddress.address)
      .limit(limit)
      .offset(offset),
    select({ total: sql<number>`count(*)::int` }),
  ])
  return { rows, total: counted?.total ?? 0 }
}
export type DeadLine = Awaited<ReturnType<typeof deadAddresses>>['rows'][number]

/** The new address that a link of ours proves, for whoever is signed in; null when it is not theirs or is over. */
export async function newAddressIn(read: Reader, actor: Actor, token: string, now: Date): Promise<string | null> {
  const accountId = actor.id ?? ''
  const key = actor.id && (await read.one(policy.keyOf(actor.id)))
  return key ? readAddressToken(token, { accountId, now }, key.key) : null
}
