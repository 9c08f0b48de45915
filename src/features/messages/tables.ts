import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, localised, moment } from '../../db/columns.ts'
import { type Rhythm, rhythms } from '../../web/notice-kind.ts'
import { user } from '../accounts/tables.ts'

const account = () =>
  uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })
/** Somebody whose account may go while what they took part in stays. */
const perhapsGone = () => uuid().references(() => user.id, { onDelete: 'set null' })

/** People writing to each other, usually about one record. No journal of values: what is in it is theirs alone. */
export const conversation = pgTable(
  'conversation',
  {
    id: id(),
    subject: text().notNull(),
    /** 'talents.profile': what kind of record it is about. */
    aboutKind: text(),
    aboutId: text(),
    aboutTitle: localised(),
    aboutHref: text(),
    openedAt: moment().notNull(),
    openedBy: perhapsGone(),
    lastAt: moment().notNull(),
    closedAt: moment(),
    closedBy: perhapsGone(),
    /** After a report: those in it cannot open it again. */
    closedByTeam: boolean().notNull().default(false),
  },
  (table) => [
    index('conversation_about').on(table.aboutKind, table.aboutId),
    index('conversation_last').on(table.lastAt),
  ],
)
const conversationId = () =>
  uuid()
    .notNull()
    .references(() => conversation.id, { onDelete: 'cascade' })

export const participant = pgTable(
  'conversation_participant',
  {
    id: id(),
    conversationId: conversationId(),
    /** Null: somebody who has deleted their account. */
    accountId: perhapsGone(),
    /** Under which name the others know them until `revealedAt`. */
    alias: text(),
    revealedAt: moment(),
    /** « Studio Arpège »: for whom they speak. */
    onBehalfOf: text(),
    /** Of an organisation; no foreign key, for organisations come later in the order of the features. */
    organisationId: uuid(),
    joinedAt: moment().notNull(),
    readUntil: moment(),
    mutedAt: moment(),
    leftAt: moment(),
    /** What signs the address to which their answers by mail go. */
    replyKey: text().notNull(),
  },
  (table) => [
    uniqueIndex('conversation_participant_once').on(table.conversationId, table.accountId),
    index('conversation_participant_account').on(table.accountId),
  ],
)

/** Never changed: a correction is a new message. */
export const message = pgTable(
  'conversation_message',
  {
    id: id(),
    conversationId: conversationId(),
    authorId: uuid()
      .notNull()
      .references(() => participant.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    at: moment().notNull(),
    /** The Message-ID of the mail by which it came: the same mail is not taken in twice. */
    mailId: text(),
  },
  (table) => [
    index('conversation_message_order').on(table.conversationId, table.at, table.id),
    index('conversation_message_author').on(table.authorId),
    uniqueIndex('conversation_message_mail').on(table.mailId),
  ],
)

/** Somebody asks the team to look at a conversation: from then on the team sees it. */
export const report = pgTable(
  'conversation_report',
  {
    id: id(),
    conversationId: conversationId(),
    reportedBy: perhapsGone(),
    reason: text().notNull(),
    at: moment().notNull(),
    settledAt: moment(),
    settledBy: perhapsGone(),
  },
  (table) => [
    index('conversation_report_conversation').on(table.conversationId),
    uniqueIndex('conversation_report_open').on(table.conversationId, table.reportedBy).where(sql`settled_at is null`),
  ],
)

/** One thing that one person is told. */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    accountId: account(),
    kind: text().notNull(),
    title: localised().notNull(),
    text: localised().notNull(),
    href: text().notNull(),
    aboutKind: text(),
    aboutId: text(),
    /** Whose name or words it carries: it goes with their account. Never shown. */
    fromId: uuid(),
    /** The same thing is told once. */
    once: text(),
    /** How often its kind comes by mail when the person has not chosen. */
    rhythm: text().$type<Rhythm>().notNull(),
    at: moment().notNull(),
    readAt: moment(),
    /** When and in which mail of the outbox it left. */
    mailedAt: moment(),
    mailId: uuid(),
  },
  (table) => [
    check('notice_rhythm', sql`${table.rhythm} in (${sql.raw(rhythms.map((one) => `'${one}'`).join(', '))})`),
    uniqueIndex('notice_once').on(table.accountId, table.once),
    index('notice_order').on(table.accountId, table.at),
    index('notice_about').on(table.aboutKind, table.aboutId),
    index('notice_from').on(table.fromId),
    index('notice_unmailed').on(table.accountId).where(sql`mailed_at is null and read_at is null`),
  ],
)

/** What a person chose for a kind of notice. */
export const noticeChoice = pgTable(
  'notice_choice',
  {
    id: id(),
    accountId: account(),
    kind: text().notNull(),
    rhythm: text().$type<Rhythm>().notNull(),
    at: moment().notNull(),
  },
  (table) => [
    check('notice_choice_rhythm', sql`${table.rhythm} in (${sql.raw(rhythms.map((one) => `'${one}'`).join(', '))})`),
    uniqueIndex('notice_choice_once').on(table.accountId, table.kind),
  ],
)

/** What signs the addresses by which a person ends a kind of mail without signing in. */
export const mailKey = pgTable('mail_key', {
  id: id(),
  accountId: account().unique('mail_key_once'),
  key: text().notNull(),
})

/** A mail that came in and what became of it: the same one is not taken in twice, and nobody is answered without end. */
export const received = pgTable(
  'received_mail',
  {
    id: id(),
    messageId: text().notNull().unique('received_mail_once'),
    at: moment().notNull(),
    outcome: text().notNull(),
    /** Of the address it came from and what was answered: one answer of a sort a day. A hash. */
    answered: text(),
  },
  (table) => [index('received_mail_answered').on(table.answered, table.at)],
)
