import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Language } from '../kernel/language.ts'
import { id, moment } from './columns.ts'

/** Field -> [before, after]. A table that does not keep its history in the open gives `null` for both. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** One row for each deed: who did what to which record, and what changed. Written by action(), never by a feature. */
export const journal = pgTable(
  'journal',
  {
    id: id(),
    at: moment().notNull(),
    actorId: uuid(),
    /** 'account', 'system' or 'visitor': a deed without an account is still somebody's. */
    actorKind: text().notNull(),
    action: text().notNull(),
    subjectTable: text(),
    subjectId: text(),
    changes: jsonb().$type<Changes>().notNull(),
    /** A short public remark given with the deed: a reason, a count, a file's name. Never private text. */
    note: jsonb().$type<Readonly<Record<string, string | number>>>(),
    requestId: text(),
  },
  (table) => [
    index('journal_subject').on(table.subjectTable, table.subjectId, table.id),
    index('journal_actor').on(table.actorId, table.id),
    index('journal_action').on(table.action, table.id),
  ],
)

/** `failed` is tried again, `refused` by the other side for good, `bounced` came back after it had left. */
export const outboxStates = ['waiting', 'sent', 'failed', 'refused', 'bounced'] as const

/** What must leave: written in the transaction that decided it, sent by a job after the commit. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    createdAt: moment().notNull().default(sql`now()`),
    recipient: text().notNull(),
    /** The account it is for, so that erasing the account erases its mails. */
    accountId: uuid(),
    language: text().$type<Language>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text(),
    confidential: boolean().notNull().default(false),
    /** Path of the page that ends mails of this kind, with its token: RFC 8058 wants it in the head of the mail. */
    unsubscribe: text(),
    /** To what an answer to this mail belongs: it stands in the address to which the answer goes. */
    replyKey: text(),
    /** The Message-ID of the mail that this one answers by itself. */
    answers: text(),
    state: text().$type<(typeof outboxStates)[number]>().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    lastError: text(),
    sentAt: moment(),
  },
  (table) => [
    index('outbox_created').on(table.createdAt),
    index('outbox_account').on(table.accountId),
    check('outbox_state', sql`${table.state} in ('waiting', 'sent', 'failed', 'refused', 'bounced')`),
  ],
)

/** Addresses at which mails cannot be delivered: nothing more is sent there until somebody puts it right. */
export const deadAddress = pgTable('dead_address', {
  /** In lower case. */
  address: text().primaryKey(),
  since: moment().notNull(),
  /** What the other side said. */
  reason: text().notNull(),
  mailId: uuid(),
})

/** Every word that a searchable table contains: what a misspelt word is corrected to. Filled by triggers. */
export const searchWord = pgTable('search_word', { domain: text().notNull(), word: text().notNull() }, (table) => [
  primaryKey({ columns: [table.domain, table.word] }),
  index('search_word_typos').using('gin', sql`${table.word} gin_trgm_ops`),
])
