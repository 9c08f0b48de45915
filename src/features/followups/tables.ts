import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, localised, moment } from '../../db/columns.ts'
import type { AffiliationRole } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import {
  type CallOutcome,
  callOutcomes,
  type EventKind,
  eventKinds,
  type FollowUpState,
  followUpStates,
  type PartyKind,
  partyKinds,
} from './schema.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
/** Null once the account is erased: what was owed still counts. */
const personId = () => uuid().references(() => user.id, { onDelete: 'set null' })
/** No reference: organisations come later in the order of features. */
const organisationId = () => uuid()

/** Something that somebody owes somebody until a day. */
export const followUp = pgTable(
  'follow_up',
  {
    id: id(),
    /** Key of the kind that a feature declares: 'organisations.answer-request'. */
    kind: text().notNull(),
    /** What is owed. It names nobody but debtor and creditor, so that erasing them leaves nothing of them in it. */
    title: localised().notNull(),
    debtorKind: text().$type<PartyKind>().notNull(),
    debtorPersonId: personId(),
    debtorOrganisationId: organisationId(),
    /** Who of an organisation may do it. */
    roles: text().array().$type<AffiliationRole[]>().notNull(),
    creditorKind: text().$type<PartyKind>().notNull(),
    creditorPersonId: personId(),
    creditorOrganisationId: organisationId(),
    /** To whom it was handed over: then it waits for this person alone. */
    bearerId: personId(),
    /** Where to do it: a path of the product. */
    href: text().notNull(),
    aboutTable: text().notNull(),
    aboutId: text().notNull(),
    /** The deed that opened it: 'organisations.join'. */
    deed: text().notNull(),
    openedAt: moment().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    escalatesOn: date({ mode: 'string' }).notNull(),
    state: text().$type<FollowUpState>().notNull().default('open'),
    snoozedUntil: date({ mode: 'string' }),
    /** When the debtor was last told of it other than by a digest. */
    notifiedAt: moment(),
    /** When a digest last named it. */
    chasedAt: moment(),
    calledAt: moment(),
    callAgainOn: date({ mode: 'string' }),
    closedAt: moment(),
    closedBy: personId(),
    /** It was settled soon after a digest had named it. */
    thanksToDigest: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex('follow_up_owed_once')
      .on(
        table.kind,
        table.aboutTable,
        table.aboutId,
        sql`coalesce(debtor_person_id, debtor_organisation_id, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(sql`state = 'open'`),
    index('follow_up_about').on(table.aboutTable, table.aboutId),
    index('follow_up_debtor').on(table.debtorPersonId, table.state),
    index('follow_up_debtor_organisation').on(table.debtorOrganisationId, table.state),
    index('follow_up_bearer').on(table.bearerId, table.state),
    index('follow_up_creditor').on(table.creditorPersonId, table.state),
    index('follow_up_creditor_organisation').on(table.creditorOrganisationId, table.state),
    index('follow_up_due').on(table.dueOn, table.id).where(sql`state = 'open'`),
    index('follow_up_closed').on(table.closedAt),
    check('follow_up_state', oneOf(table.state, followUpStates)),
    check('follow_up_debtor_kind', oneOf(table.debtorKind, partyKinds)),
    check('follow_up_creditor_kind', oneOf(table.creditorKind, partyKinds)),
    check(
      'follow_up_debtor_is',
      sql`(${table.debtorKind} = 'organisation') = (${table.debtorOrganisationId} is not null)`,
    ),
    check(
      'follow_up_creditor_is',
      sql`(${table.creditorKind} = 'organisation') = (${table.creditorOrganisationId} is not null)`,
    ),
    check('follow_up_debtor_person', sql`${table.debtorPersonId} is null or ${table.debtorKind} = 'person'`),
    check('follow_up_creditor_person', sql`${table.creditorPersonId} is null or ${table.creditorKind} = 'person'`),
    check('follow_up_closed_when', sql`(${table.state} = 'open') = (${table.closedAt} is null)`),
    check('follow_up_href_is_ours', sql`${table.href} ~ '^/([^/\\\\]|$)'`),
  ],
)

/** What happened to a follow-up, never changed: who, when, and in their words. */
export const followUpEvent = pgTable(
  'follow_up_event',
  {
    id: id(),
    followUpId: uuid()
      .notNull()
      .references(() => followUp.id, { onDelete: 'cascade' }),
    kind: text().$type<EventKind>().notNull(),
    at: moment().notNull(),
    byId: personId(),
    /** To whom it was handed over. */
    toId: personId(),
    /** Until when it was snoozed, or when to call again. */
    untilOn: date({ mode: 'string' }),
    outcome: text().$type<CallOutcome>(),
    note: text().notNull().default(''),
  },
  (table) => [
    index('follow_up_event_of').on(table.followUpId, table.id),
    index('follow_up_event_by').on(table.byId),
    check('follow_up_event_kind', oneOf(table.kind, eventKinds)),
    check('follow_up_event_outcome', sql`${table.outcome} is null or ${oneOf(table.outcome, callOutcomes)}`),
  ],
)

/** A mail that named what somebody owes. Its key, kept as a hash, opens the snooze links in it for two weeks. */
export const followUpDigest = pgTable(
  'follow_up_digest',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    sentAt: moment().notNull(),
    hash: text().notNull().unique('follow_up_digest_hash'),
    followUpIds: uuid().array().notNull(),
  },
  (table) => [index('follow_up_digest_user').on(table.userId, table.sentAt)],
)
