import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from '../../../db/columns.ts'
import { user } from '../../accounts/tables.ts'
import { skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import { type ContactState, contactStates, type ProposalState, proposalStates } from '../schema/vocabulary.ts'
import { profile } from '../tables.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
const profileId = () =>
  uuid()
    .notNull()
    .references(() => profile.id, { onDelete: 'cascade' })

/** Who looked at a profile, on behalf of which organisation: once a day each. */
export const look = pgTable(
  'talent_look',
  {
    id: id(),
    profileId: profileId(),
    readerId: uuid().references(() => user.id, { onDelete: 'set null' }),
    organisationId: uuid().references(() => organisation.id, { onDelete: 'set null' }),
    lookedOn: date({ mode: 'string' }).notNull(),
    at: moment().notNull(),
  },
  (table) => [
    uniqueIndex('talent_look_once_a_day').on(table.profileId, table.readerId, table.lookedOn),
    index('talent_look_reader').on(table.readerId),
  ],
)

/** Somebody asks to talk to a talent. Acceptance may say who an anonymous talent is. */
export const contact = pgTable(
  'talent_contact',
  {
    id: id(),
    profileId: profileId(),
    fromId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    organisationId: uuid().references(() => organisation.id, { onDelete: 'set null' }),
    /** What the talent was called to the one who asked. */
    alias: text().notNull(),
    message: text().notNull(),
    state: text().$type<ContactState>().notNull().default('waiting'),
    /** The talent lets the one who asked see name, contact details, employers, links and files. */
    reveals: boolean().notNull().default(false),
    answer: text().notNull().default(''),
    conversationId: uuid(),
    createdAt: moment().notNull(),
    answeredAt: moment(),
  },
  (table) => [
    uniqueIndex('talent_contact_waiting').on(table.profileId, table.fromId).where(sql`state = 'waiting'`),
    index('talent_contact_from').on(table.fromId, table.state),
    check('talent_contact_state', oneOf(table.state, contactStates)),
    check('talent_contact_answered', sql`(${table.state} = 'waiting') = (${table.answeredAt} is null)`),
  ],
)

export const savedSearch = pgTable(
  'talent_search',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The address's question: 'q=3d&department=74'. */
    asked: text().notNull(),
    alert: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    lookedAt: moment().notNull(),
  },
  (table) => [index('talent_search_user').on(table.userId)],
)
/** Profiles that a saved search has found already: an alert tells only of the others. */
export const foundAlready = pgTable(
  'talent_search_found',
  {
    searchId: uuid()
      .notNull()
      .references(() => savedSearch.id, { onDelete: 'cascade' }),
    profileId: profileId(),
  },
  (table) => [
    primaryKey({ columns: [table.searchId, table.profileId] }),
    index('talent_search_found_profile').on(table.profileId),
  ],
)

/** A skill that somebody misses in the list: the team takes it in, names what it is a synonym of, or says why not. */
export const skillProposal = pgTable(
  'talent_skill_proposal',
  {
    id: id(),
    label: text().notNull(),
    reason: text().notNull().default(''),
    proposedBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    state: text().$type<ProposalState>().notNull().default('waiting'),
    /** The skill that it became, or of which it is a synonym. */
    skillId: uuid().references(() => skill.id, { onDelete: 'set null' }),
    answer: text().notNull().default(''),
    createdAt: moment().notNull(),
    answeredAt: moment(),
    answeredBy: uuid().references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('talent_skill_proposal_waiting').on(sql`plain(${table.label})`).where(sql`state = 'waiting'`),
    check('talent_skill_proposal_state', oneOf(table.state, proposalStates)),
    check(
      'talent_skill_proposal_skill',
      sql`${table.state} not in ('accepted', 'alias') or ${table.answeredAt} is not null`,
    ),
  ],
)

/** What remains of erased profiles: how many there were, by year, occupation and sector. No person, no day. */
export const pastCount = pgTable(
  'talent_past_count',
  {
    year: integer().notNull(),
    /** Slug of the occupation and key of the sector; empty where the profile said neither. */
    occupation: text().notNull(),
    sector: text().notNull(),
    people: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.year, table.occupation, table.sector] }),
    check('talent_past_count_positive', sql`${table.people} >= 0`),
  ],
)
