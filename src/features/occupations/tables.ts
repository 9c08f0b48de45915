import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, moment, tsvector } from '../../db/columns.ts'
import { recorded } from '../../db/history.ts'
import type { Language } from '../../kernel/language.ts'
import { user } from '../accounts/tables.ts'
import {
  type Family,
  families,
  type Level,
  type OccupationState,
  type Origin,
  occupationStates,
  origins,
  type RepertoryKey,
  type SheetContent,
  type SkillKind,
  skillKinds,
  type Worded,
  type WordedLists,
} from './tables/vocabulary.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
const worded = () => jsonb().$type<Worded>()
const wordedLists = () => jsonb().$type<WordedLists>()
const texts = () => text().array().notNull().default(sql`'{}'`)

/** A sheet: one of the cluster's own, or one of a public repertory (ROME, ESCO), which only imports change. */
export const occupation = recorded(
  pgTable(
    'occupation',
    {
      id: id(),
      slug: text().notNull().unique('occupation_slug_taken'),
      origin: text().$type<Origin>().notNull().default('own'),
      /** ROME code or ESCO URI; the cluster's own sheets have none. */
      code: text(),
      state: text().$type<OccupationState>().notNull().default('draft'),
      /** French titles in both forms, the same twice when the word has one form; empty where ESCO has no French. */
      masculine: text().notNull().default(''),
      feminine: text().notNull().default(''),
      english: text().notNull().default(''),
      /** Keys of `sector`. */
      sectors: texts(),
      family: text().$type<Family>(),
      summary: worded().notNull().default({}),
      missions: wordedLists().notNull().default({}),
      conditions: worded().notNull().default({}),
      prospects: worded().notNull().default({}),
      /** The reference sheets closest to an own sheet, by their public codes: they hold even before an import. */
      romeCodes: texts(),
      escoUri: text(),
      /** ISCO-08 unit group. */
      isco: text(),
      /** The repertory's own classification: ROME professional field ('L15') or ISCO group ('2166'). */
      groupCode: text(),
      ownerId: uuid().references(() => user.id, { onDelete: 'set null' }),
      reviewedOn: date({ mode: 'string' }),
      /** The aliases in one text, kept in step by actions, so that search needs no join. */
      aliasWords: text().notNull().default(''),
      /** Of all that an import said: the same file again changes nothing. */
      checksum: text().notNull().default(''),
      versionNumber: integer().notNull().default(0),
      createdAt: moment().notNull().defaultNow(),
      changedAt: moment().notNull().defaultNow(),
      search: tsvector()
        .notNull()
        .generatedAlwaysAs(sql`search_vector(masculine || ' ' || feminine || ' ' || english, alias_words, '')`),
    },
    (table) => [
      unique('occupation_code_taken').on(table.origin, table.code),
      check('occupation_origin', oneOf(table.origin, origins)),
      check('occupation_state', oneOf(table.state, occupationStates)),
      check('occupation_family', oneOf(table.family, families)),
      check('occupation_reference_has_code', sql`(${table.origin} = 'own') = (${table.code} is null)`),
      check('occupation_has_title', sql`${table.masculine} <> '' or ${table.english} <> ''`),
      check(
        'occupation_both_forms',
        sql`${table.origin} <> 'own' or (${table.masculine} <> '' and ${table.feminine} <> '')`,
      ),
      index('occupation_search').using('gin', table.search),
      // The cluster's own are few among the repertories', and asked for with every letter that somebody types.
      index('occupation_own_search').using('gin', table.search).where(sql`origin = 'own'`),
      index('occupation_order').on(table.origin, sql`plain(coalesce(nullif(masculine, ''), english))`, table.id),
      index('occupation_sectors').using('gin', table.sectors),
      index('occupation_in_group').on(table.groupCode),
      index('occupation_owner').on(table.ownerId),
      index('occupation_changed').on(table.changedAt),
    ],
  ),
  { except: ['checksum', 'aliasWords'] },
)
const occupationId = () =>
  uuid()
    .notNull()
    .references(() => occupation.id, { onDelete: 'cascade' })

/** What people also call it. A ROME job title ("appellation") keeps its code: it is finer than its sheet. */
export const alias = pgTable(
  'occupation_alias',
  {
    id: id(),
    occupationId: occupationId(),
    language: text().$type<Language>().notNull(),
    label: text().notNull(),
    code: text(),
    position: integer().notNull(),
  },
  (table) => [
    index('occupation_alias_occupation').on(table.occupationId, table.position),
    index('occupation_alias_code').on(table.code),
    check('occupation_alias_language', sql`${table.language} in ('fr', 'en')`),
  ],
)

export const skill = recorded(
  pgTable(
    'skill',
    {
      id: id(),
      slug: text().notNull().unique('skill_slug_taken'),
      origin: text().$type<Origin>().notNull().default('own'),
      /** ROME number ("OGR") or ESCO URI. */
      code: text(),
      kind: text().$type<SkillKind>().notNull(),
      label: worded().notNull(),
      summary: worded().notNull().default({}),
      aliases: wordedLists().notNull().default({}),
      sectors: texts(),
      /** A heading of a repertory's hierarchy rather than a skill that somebody has. */
      isGroup: boolean().notNull().default(false),
      /** Gone into another skill: its address leads there. */
      mergedInto: uuid(),
      archivedAt: moment(),
      checksum: text().notNull().default(''),
      createdAt: moment().notNull().defaultNow(),
      changedAt: moment().notNull().defaultNow(),
      search: tsvector()
        .notNull()
        .generatedAlwaysAs(
          sql`search_vector(coalesce(label->>'fr', '') || ' ' || coalesce(label->>'en', ''), coalesce(aliases->>'fr', '') || ' ' || coalesce(aliases->>'en', ''), '')`,
        ),
    },
    (table) => [
      unique('skill_code_taken').on(table.origin, table.code),
      check('skill_origin', oneOf(table.origin, origins)),
      check('skill_kind', oneOf(table.kind, skillKinds)),
      check('skill_reference_has_code', sql`(${table.origin} = 'own') = (${table.code} is null)`),
      index('skill_search').using('gin', table.search),
      index('skill_own_search').using('gin', table.search).where(sql`origin = 'own'`),
      index('skill_order').on(table.origin, sql`plain(coalesce(label->>'fr', label->>'en'))`, table.id),
    ],
  ),
  { except: ['checksum'] },
)
const skillId = () =>
  uuid()
    .notNull()
    .references(() => skill.id, { onDelete: 'cascade' })

/** ESCO files a skill under several broader ones; the cluster's own have at most one. Never a circle. */
export const skillBroader = pgTable('skill_broader', { skillId: skillId(), broaderId: skillId() }, (table) => [
  primaryKey({ columns: [table.skillId, table.broaderId] }),
  index('skill_broader_broader').on(table.broaderId),
  check('skill_broader_not_itself', sql`${table.skillId} <> ${table.broaderId}`),
])

export const occupationSkill = pgTable(
  'occupation_skill',
  {
    occupationId: occupationId(),
    skillId: skillId(),
    essential: boolean().notNull(),
    /** 1 notions, 2 practice, 3 mastery, 4 expertise; the repertories give none. */
    level: smallint().$type<Level>(),
    position: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.occupationId, table.skillId] }),
    index('occupation_skill_skill').on(table.skillId),
    check('occupation_skill_level', sql`${table.level} between 1 and 4`),
  ],
)

/** What was published, and when: each publication keeps the whole sheet. */
export const occupationVersion = pgTable(
  'occupation_version',
  {
    id: id(),
    occupationId: occupationId(),
    number: integer().notNull(),
    publishedAt: moment().notNull(),
    byId: uuid().references(() => user.id, { onDelete: 'set null' }),
    content: jsonb().$type<SheetContent>().notNull(),
  },
  (table) => [unique('occupation_version_number').on(table.occupationId, table.number)],
)

/** Official moves between sheets of ROME: rank 1 is the nearest. */
export const mobility = pgTable(
  'occupation_mobility',
  { fromId: occupationId(), toId: occupationId(), rank: integer().notNull() },
  (table) => [primaryKey({ columns: [table.fromId, table.toId] }), index('occupation_mobility_to').on(table.toId)],
)

/** How a repertory files its sheets: ROME fields, ISCO-08 groups. */
export const occupationGroup = pgTable(
  'occupation_group',
  {
    id: id(),
    origin: text().$type<RepertoryKey>().notNull(),
    code: text().notNull(),
    label: worded().notNull(),
    parentCode: text(),
  },
  (table) => [
    unique('occupation_group_code').on(table.origin, table.code),
    check('occupation_group_origin', sql`${table.origin} in ('rome', 'esco')`),
  ],
)
