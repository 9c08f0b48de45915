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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { id, localised, moment, tsvector } from '../../db/columns.ts'
import { recorded } from '../../db/history.ts'
import type { Changes } from '../../db/tables.ts'
import type { Day } from '../../kernel/days.ts'
import { user } from '../accounts/tables.ts'
import { occupation, skill } from '../occupations/tables.ts'
import { establishment, organisation } from '../organisations/tables.ts'
import {
  type Commitment,
  type CourseState,
  courseStates,
  importStates,
  type Level,
  type LineOutcome,
  type Rhythm,
  type Side,
  type SponsorshipState,
  sides,
  sponsorshipStates,
} from './schema/words.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
const texts = () => text().array().notNull().default(sql`'{}'`)
const person = () => uuid().references(() => user.id, { onDelete: 'set null' })

/** What a school teaches: an initial-training course, from its admission to what becomes of its pupils. */
export const course = recorded(
  pgTable(
    'course',
    {
      id: id(),
      slug: text().notNull().unique('course_slug_taken'),
      state: text().$type<CourseState>().notNull().default('draft'),
      title: localised().notNull(),
      summary: localised().notNull(),
      description: localised().notNull(),
      /** The diploma as the register calls it: « BTS », « Master ». */
      diploma: text().notNull().default(''),
      /** Of the French register and of the European framework alike; null when it is in neither. */
      level: smallint().$type<Level>(),
      /** Number of the sheet in the national register (RNCP). */
      rncp: text(),
      months: smallint(),
      admission: localised().notNull(),
      rhythms: text().array().$type<Rhythm[]>().notNull().default(sql`'{}'`),
      /** What a pupil pays for one year. */
      costCents: integer(),
      currency: text().notNull().default('EUR'),
      costNote: localised().notNull(),
      website: text(),
      establishmentId: uuid().references(() => establishment.id, { onDelete: 'set null' }),
      /** The town in which it is taught: that of the establishment when there is one. */
      town: text().notNull().default(''),
      /** Keys of `sector`. */
      sectors: texts(),
      /** The number that the file it came from gives it: « FOR.10010 » of Onisep. */
      externalId: text(),
      /** What the last import wrote, field by field: what differs from it now was corrected by hand. */
      imported: jsonb().$type<Readonly<Record<string, unknown>>>().notNull().default({}),
      /** Names of its schools, occupations and skills, kept in step by actions: search needs no join, and histories read them. */
      schoolNames: text().notNull().default(''),
      occupationNames: text().notNull().default(''),
      skillNames: text().notNull().default(''),
      /** Since when the team has not looked at what its school changed after publication. */
      unseenSince: moment(),
      createdAt: moment().notNull().defaultNow(),
      changedAt: moment().notNull().defaultNow(),
      publishedAt: moment(),
      submittedAt: moment(),
      sortTitle: text().notNull().generatedAlwaysAs(sql`plain(title->>'fr')`),
      search: tsvector()
        .notNull()
        .generatedAlwaysAs(
          sql`search_vector(coalesce(title->>'fr', '') || ' ' || coalesce(title->>'en', '') || ' ' || diploma, school_names || ' ' || town || ' ' || occupation_names || ' ' || coalesce(rncp, ''), skill_names || ' ' || coalesce(summary->>'fr', '') || ' ' || coalesce(summary->>'en', '') || ' ' || coalesce(description->>'fr', '') || ' ' || coalesce(description->>'en', ''))`,
        ),
    },
    (table) => [
      uniqueIndex('course_external_taken').on(table.externalId),
      check('course_state', oneOf(table.state, courseStates)),
      check('course_level', sql`${table.level} between 3 and 8`),
      check('course_rhythms', sql`${table.rhythms} <@ array['initial', 'apprenticeship']`),
      check('course_rncp_form', sql`${table.rncp} ~ '^[0-9]{1,6}$'`),
      check('course_months', sql`${table.months} between 1 and 150`),
      check('course_cost', sql`${table.costCents} >= 0`),
      index('course_search').using('gin', table.search),
      index('course_order').on(table.sortTitle, table.id).where(sql`state = 'published'`),
      index('course_by_state').on(table.state, table.changedAt),
      index('course_sectors').using('gin', table.sectors),
      index('course_establishment').on(table.establishmentId),
      index('course_unseen').on(table.unseenSince).where(sql`unseen_since is not null`),
    ],
  ),
  { except: ['imported'] },
)
const courseId = () =>
  uuid()
    .notNull()
    .references(() => course.id, { onDelete: 'cascade' })

/** Who teaches it. Some courses are run by several schools; the first one answers for it. */
export const courseSchool = pgTable(
  'course_school',
  {
    courseId: courseId(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    position: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.organisationId] }),
    index('course_school_organisation').on(table.organisationId),
  ],
)

/** The sheets of the occupations that it leads to. */
export const courseOccupation = pgTable(
  'course_occupation',
  {
    courseId: courseId(),
    occupationId: uuid()
      .notNull()
      .references(() => occupation.id, { onDelete: 'cascade' }),
    position: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.occupationId] }),
    index('course_occupation_occupation').on(table.occupationId),
  ],
)

export const courseSkill = pgTable(
  'course_skill',
  {
    courseId: courseId(),
    skillId: uuid()
      .notNull()
      .references(() => skill.id, { onDelete: 'cascade' }),
    position: smallint().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.skillId] }), index('course_skill_skill').on(table.skillId)],
)

/** What pupils have made, where it can be seen. */
export const courseProduction = recorded(
  pgTable(
    'course_production',
    {
      id: id(),
      courseId: courseId(),
      title: text().notNull(),
      year: smallint().notNull(),
      url: text().notNull(),
      position: smallint().notNull().default(0),
    },
    (table) => [index('course_production_course').on(table.courseId, table.position)],
  ),
)

/** How many of a year's pupils have found work: never without how many were asked, and who says so. */
export const courseInsertion = recorded(
  pgTable(
    'course_insertion',
    {
      id: id(),
      courseId: courseId(),
      year: smallint().notNull(),
      /** Percent of those who answered. */
      rate: smallint().notNull(),
      /** How many answered. */
      sample: integer().notNull(),
      source: localised().notNull(),
    },
    (table) => [
      uniqueIndex('course_insertion_year_taken').on(table.courseId, table.year),
      check('course_insertion_rate', sql`${table.rate} between 0 and 100`),
      check('course_insertion_sample', sql`${table.sample} > 0`),
      check('course_insertion_source', sql`length(${table.source}->>'fr') > 0`),
    ],
  ),
)

/** A recognition by professionals, from a day to a day: a later feature decides on them and fills this table. */
export const courseLabel = recorded(
  pgTable(
    'course_label',
    {
      id: id(),
      courseId: courseId(),
      name: localised().notNull(),
      startsOn: date({ mode: 'string' }).$type<Day>().notNull(),
      endsOn: date({ mode: 'string' }).$type<Day>(),
    },
    (table) => [
      index('course_label_course').on(table.courseId, table.startsOn),
      check('course_label_days', sql`${table.endsOn} is null or ${table.endsOn} >= ${table.startsOn}`),
    ],
  ),
)

/** A company stands by a course: proposed by one side, confirmed by the other. */
export const courseSponsorship = recorded(
  pgTable(
    'course_sponsorship',
    {
      id: id(),
      courseId: courseId(),
      organisationId: uuid()
        .notNull()
        .references(() => organisation.id, { onDelete: 'cascade' }),
      state: text().$type<SponsorshipState>().notNull().default('proposed'),
      proposedBy: text().$type<Side>().notNull(),
      startsOn: date({ mode: 'string' }).$type<Day>().notNull(),
      endsOn: date({ mode: 'string' }).$type<Day>(),
      commitments: text().array().$type<Commitment[]>().notNull(),
      /** What exactly, in a sentence that everybody may read. */
      note: localised().notNull(),
      proposerId: person(),
      createdAt: moment().notNull(),
      answeredAt: moment(),
      answeredBy: person(),
    },
    (table) => [
      uniqueIndex('course_sponsorship_once')
        .on(table.courseId, table.organisationId)
        .where(sql`state in ('proposed', 'confirmed')`),
      index('course_sponsorship_organisation').on(table.organisationId, table.state),
      check('course_sponsorship_state', oneOf(table.state, sponsorshipStates)),
      check('course_sponsorship_side', oneOf(table.proposedBy, sides)),
      check('course_sponsorship_days', sql`${table.endsOn} is null or ${table.endsOn} >= ${table.startsOn}`),
      check('course_sponsorship_promises', sql`cardinality(${table.commitments}) > 0`),
    ],
  ),
)

/** What the team has answered to a suggested link: a refusal is remembered, and not suggested again. */
export const courseSuggestion = pgTable(
  'course_suggestion',
  {
    id: id(),
    courseId: courseId(),
    occupationId: uuid()
      .notNull()
      .references(() => occupation.id, { onDelete: 'cascade' }),
    accepted: boolean().notNull(),
    decidedAt: moment().notNull(),
    decidedBy: person(),
  },
  (table) => [uniqueIndex('course_suggestion_once').on(table.courseId, table.occupationId)],
)

/** A file of courses on its way: read, mapped, previewed, applied, perhaps undone. */
export const courseImport = pgTable(
  'course_import',
  {
    id: id(),
    fileName: text().notNull(),
    format: text().notNull(),
    header: text().array().notNull(),
    /** Column of the file -> field; null leaves the column out. */
    mapping: jsonb().$type<readonly (string | null)[]>().notNull(),
    /** Write over what was corrected by hand; publish what is complete. */
    overwrite: boolean().notNull().default(false),
    publish: boolean().notNull().default(false),
    state: text().$type<(typeof importStates)[number]>().notNull().default('uploaded'),
    counts: jsonb().$type<Partial<Record<LineOutcome, number>>>().notNull().default({}),
    createdBy: person(),
    createdAt: moment().notNull(),
    appliedAt: moment(),
    undoneAt: moment(),
  },
  (table) => [check('course_import_state', oneOf(table.state, importStates))],
)

/** One line of the file, with what the preview promised of it: exactly that is applied, and exactly that is undone. */
export const courseImportLine = pgTable(
  'course_import_line',
  {
    id: id(),
    importId: uuid()
      .notNull()
      .references(() => courseImport.id, { onDelete: 'cascade' }),
    /** As a person counts them in the file: the header is line 1. */
    line: integer().notNull(),
    cells: text().array().notNull(),
    outcome: text().$type<LineOutcome>(),
    /** No reference: undoing removes what was created, and the line still says what it was. */
    courseId: uuid(),
    plan: jsonb().$type<Readonly<Record<string, unknown>>>(),
    changes: jsonb().$type<Changes>(),
    /** Field -> [what somebody wrote by hand, what the file says]. */
    kept: jsonb().$type<Changes>(),
    reason: jsonb().$type<{ readonly key: string; readonly values: Readonly<Record<string, string>> }>(),
    /** `changedAt` of the course when the preview was made, and after it was applied. */
    basis: moment(),
  },
  (table) => [
    uniqueIndex('course_import_line_number').on(table.importId, table.line),
    index('course_import_line_outcome').on(table.importId, table.outcome, table.line),
    index('course_import_line_course').on(table.courseId),
  ],
)
