import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, id, localised, moment, oneOf, tsvector } from '../../db/columns.ts'
import { recorded } from '../../db/history.ts'
import { user } from '../accounts/tables.ts'
import { type Kind, kinds, type ShieldedField, type Visibility } from './schema/input.ts'

/** `merged`: another organisation has taken its place; `refused`: the team did not want what somebody proposed. */
export const organisationStates = ['proposed', 'published', 'archived', 'merged', 'refused'] as const
export type OrganisationState = (typeof organisationStates)[number]

/** The sectors ("filières"): five to begin with, and those that the team adds. */
export const sector = recorded(
  pgTable('sector', {
    id: id(),
    key: text().notNull().unique('sector_key_taken'),
    label: localised().notNull(),
    /** A colour token of the kit: 'video-games', 'cinema'... or 'slate' for sectors added later. */
    colour: text().notNull().default('slate'),
    position: integer().notNull().default(100),
    archivedAt: moment(),
  }),
)

export const organisation = recorded(
  pgTable(
    'organisation',
    {
      id: id(),
      slug: text().notNull().unique('organisation_slug_taken'),
      kind: text().$type<Kind>().notNull(),
      state: text().$type<OrganisationState>().notNull().default('published'),
      legalName: text().notNull(),
      displayName: text().notNull(),
      /** French companies by SIREN (INSEE); others by country (ISO 3166) and the number of their register. */
      siren: char({ length: 9 }),
      registrationCountry: char({ length: 2 }),
      registrationNumber: text(),
      /** Keys of `sector`: a small dated vocabulary, see docs/decisions. */
      sectors: text().array().notNull().default(sql`'{}'`),
      summary: localised().notNull(),
      description: localised().notNull(),
      foundedYear: integer(),
      website: text(),
      email: text(),
      phone: text(),
      visibility: jsonb().$type<Partial<Record<ShieldedField, Visibility>>>().notNull().default({}),
      /** People whose confirmed address is at one of these domains may join without waiting. */
      emailDomains: text().array().notNull().default(sql`'{}'`),
      /** Kept in step with the establishments by actions, so that lists and search need no join. */
      city: text().notNull().default(''),
      places: text().notNull().default(''),
      departments: text().array().notNull().default(sql`'{}'`),
      /** Who proposed it, while it waits for the team and after. */
      proposedBy: uuid().references(() => user.id, { onDelete: 'set null' }),
      /** Hash of the logo, which is also its version in addresses. */
      logoHash: text(),
      mergedInto: uuid(),
      createdAt: moment().notNull().defaultNow(),
      changedAt: moment().notNull().defaultNow(),
      /** What lists are ordered by: no function is called for each row of a sort. */
      sortName: text().notNull().generatedAlwaysAs(sql`plain(display_name)`),
      /** Kind, sectors and departments in one text: counts and facets group by it. See `profileIn` of the rules. */
      profile: text().notNull().generatedAlwaysAs(sql`kind || '|' || joined(sectors) || '|' || joined(departments)`),
      /** The words of the names alone: those are found first. */
      nameSearch: tsvector().notNull().generatedAlwaysAs(sql`search_vector(display_name || ' ' || legal_name, '', '')`),
      search: tsvector()
        .notNull()
        .generatedAlwaysAs(
          sql`search_vector(display_name || ' ' || legal_name, places || ' ' || coalesce(summary->>'fr', '') || ' ' || coalesce(summary->>'en', ''), coalesce(description->>'fr', '') || ' ' || coalesce(description->>'en', ''))`,
        ),
    },
    (table) => [
      uniqueIndex('organisation_siren_taken').on(table.siren).where(sql`state not in ('merged', 'refused')`),
      uniqueIndex('organisation_registration_taken')
        .on(table.registrationCountry, table.registrationNumber)
        .where(sql`state not in ('merged', 'refused')`),
      check('organisation_kind', oneOf(table.kind, kinds)),
      check('organisation_state', oneOf(table.state, organisationStates)),
      check('organisation_siren_form', sql`${table.siren} ~ '^[0-9]{9}$'`),
      index('organisation_search').using('gin', table.search),
      index('organisation_name_search').using('gin', table.nameSearch),
      index('organisation_name_typos').using('gin', sql`sort_name gin_trgm_ops`),
      index('organisation_order').on(table.sortName, table.id).where(sql`state = 'published'`),
      /** Counts and facets of the directory read this alone, never the rows. */
      index('organisation_profile').on(table.profile).where(sql`state = 'published'`),
      index('organisation_sectors').using('gin', table.sectors),
      index('organisation_departments').using('gin', table.departments),
      index('organisation_recent').on(sql`created_at desc`, table.id).where(sql`state = 'published'`),
      index('organisation_changed').on(table.changedAt),
    ],
  ),
  { except: ['email', 'phone'] },
)
const organisationId = () =>
  uuid()
    .notNull()
    .references(() => organisation.id, { onDelete: 'cascade' })

export const establishment = recorded(
  pgTable(
    'organisation_establishment',
    {
      id: id(),
      organisationId: organisationId(),
      name: text().notNull().default(''),
      siret: char({ length: 14 }).unique('establishment_siret_taken'),
      address: text().notNull().default(''),
      postcode: text().notNull().default(''),
      city: text().notNull(),
      country: char({ length: 2 }).notNull().default('FR'),
      latitude: doublePrecision(),
      longitude: doublePrecision(),
      isHeadquarters: boolean().notNull().default(false),
    },
    (table) => [
      index('establishment_organisation').on(table.organisationId),
      check('establishment_siret_form', sql`${table.siret} ~ '^[0-9]{14}$'`),
      check('establishment_point', sql`(${table.latitude} is null) = (${table.longitude} is null)`),
    ],
  ),
)

export const headCount = recorded(
  pgTable(
    'organisation_head_count',
    { id: id(), organisationId: organisationId(), year: integer().notNull(), people: integer().notNull() },
    (table) => [
      uniqueIndex('head_count_year_taken').on(table.organisationId, table.year),
      check('head_count_positive', sql`${table.people} >= 0`),
    ],
  ),
)

/** The picture as it is served: decoded and encoded again by us, without what the file said about its maker. */
export const logo = pgTable('organisation_logo', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisation.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  webp: bytes().notNull(),
})

/** Addresses that organisations had before a merge or a new name: they lead to the present one. */
export const formerSlug = pgTable(
  'organisation_former_slug',
  { slug: text().primaryKey(), organisationId: organisationId() },
  (table) => [index('former_slug_organisation').on(table.organisationId)],
)
