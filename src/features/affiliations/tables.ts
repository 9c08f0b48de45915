import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, oneOf } from '../../db/columns.ts'
import { type AffiliationRole, affiliationRoles } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { organisation } from '../organisations/tables.ts'

const organisationId = () =>
  uuid()
    .notNull()
    .references(() => organisation.id, { onDelete: 'cascade' })

/** A person works for an organisation, from a day to a day. What makes somebody a member. */
export const affiliation = pgTable(
  'organisation_affiliation',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    role: text().$type<AffiliationRole>().notNull(),
    title: text().notNull().default(''),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index('affiliation_user').on(table.userId),
    uniqueIndex('affiliation_once').on(table.userId, table.organisationId, table.role).where(sql`ends_on is null`),
    index('affiliation_organisation').on(table.organisationId),
    check('affiliation_role', oneOf(table.role, affiliationRoles)),
    check('affiliation_days', sql`${table.endsOn} is null or ${table.endsOn} >= ${table.startsOn}`),
  ],
)

export const requestStates = ['waiting', 'accepted', 'declined', 'withdrawn'] as const
/** Somebody asks to be known as one of an organisation's people. A representative or the team answers. */
export const joinRequest = pgTable(
  'organisation_join_request',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    organisationId: organisationId(),
    role: text().$type<AffiliationRole>().notNull(),
    message: text().notNull().default(''),
    state: text().$type<(typeof requestStates)[number]>().notNull().default('waiting'),
    createdAt: moment().notNull(),
    answeredAt: moment(),
    answeredBy: uuid().references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('join_request_waiting').on(table.userId, table.organisationId).where(sql`state = 'waiting'`),
    index('join_request_organisation').on(table.organisationId, table.state),
    check('join_request_role', oneOf(table.role, affiliationRoles)),
    check('join_request_state', oneOf(table.state, requestStates)),
  ],
)
