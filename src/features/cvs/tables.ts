import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from '../../db/columns.ts'
import type { Language } from '../../kernel/language.ts'
import { user } from '../accounts/tables.ts'
import type { Design, Layout, SourceKind } from './schema/cv.ts'
import type { Proposals } from './schema/proposal.ts'

const ofUser = () =>
  uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

/**
 * One CV made from the profile: which parts and entries, in which order, in which language and design. It holds no copy of
 * the profile: what changes there changes here. None of these tables is `recorded`: nothing of a person outlives them.
 */
export const cv = pgTable(
  'cv',
  {
    id: id(),
    userId: ofUser(),
    /** What its owner calls it: « Pour les studios d’animation ». Nobody else sees it. */
    name: text().notNull(),
    /** Under the person's name; empty: the profile's own headline. */
    title: text().notNull().default(''),
    /** Instead of the profile's summary; empty: that one. */
    intro: text().notNull().default(''),
    language: text().$type<Language>().notNull().default('fr'),
    design: text().$type<Design>().notNull().default('sober'),
    layout: jsonb().$type<Layout>().notNull(),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (table) => [
    index('cv_user').on(table.userId),
    check('cv_language', sql`${table.language} in ('fr', 'en')`),
    check('cv_design', sql`${table.design} in ('sober', 'side')`),
  ],
)

/** A secret address of a CV. Only a hash of it is kept: it is shown once, to its owner. */
export const cvLink = pgTable(
  'cv_link',
  {
    id: id(),
    cvId: uuid()
      .notNull()
      .references(() => cv.id, { onDelete: 'cascade' }),
    hash: text().notNull().unique('cv_link_hash'),
    /** For whom it was made, in its owner's words. */
    label: text().notNull().default(''),
    createdAt: moment().notNull(),
    /** Its last day. */
    endsOn: date({ mode: 'string' }),
    revokedAt: moment(),
  },
  (table) => [index('cv_link_cv').on(table.cvId)],
)

/** Somebody opened a CV by its link: when, and nothing about who. */
export const cvLook = pgTable(
  'cv_look',
  {
    id: id(),
    linkId: uuid()
      .notNull()
      .references(() => cvLink.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
  },
  (table) => [index('cv_look_link').on(table.linkId, table.at)],
)

/** What a file proposes for a profile, until the person has decided: one for each person, and for some days at most. */
export const cvImport = pgTable(
  'cv_import',
  {
    id: id(),
    userId: ofUser().unique('cv_import_one_each'),
    source: text().$type<SourceKind>().notNull(),
    /** BCP 47 of the text; null where nobody can say. */
    language: text(),
    /** The text in which things were found; empty for files that have fields. The file itself is never kept. */
    text: text().notNull().default(''),
    proposals: jsonb().$type<Proposals>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [index('cv_import_created').on(table.createdAt)],
)
