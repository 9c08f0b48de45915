import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { outbox, outboxStates } from '../../../db/tables.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { type ListAsked, mentions } from './people.ts'

type State = (typeof outboxStates)[number]

/** What the service has written, the latest first. Without the texts. */
export async function mails(read: Reader, actor: Actor, { q, filters }: ListAsked, limit: number, offset: number) {
  const states = filters
    .getAll('state')
    .filter((one): one is State => (outboxStates as readonly string[]).includes(one))
  const found = narrow(
    policy.mailsVisibleTo(actor),
    and(mentions(q, outbox.recipient, outbox.subject), states.length ? inArray(outbox.state, states) : undefined),
  )
  const [rows, total] = await Promise.all([
    read
      .select({
        id: outbox.id,
        recipient: outbox.recipient,
        subject: outbox.subject,
        language: outbox.language,
        state: outbox.state,
        createdAt: outbox.createdAt,
        sentAt: outbox.sentAt,
      })
      .from(found)
      .orderBy(sql`${outbox.createdAt} desc`, sql`${outbox.id} desc`)
      .limit(limit)
      .offset(offset),
    read.count(found),
  ])
  return { rows, total }
}
export type MailLine = Awaited<ReturnType<typeof mails>>['rows'][number]

export const mailById = (read: Reader, actor: Actor, id: string) =>
  read.one(policy.mailsVisibleTo(actor), eq(outbox.id, id))
