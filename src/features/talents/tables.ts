import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, id, moment, tsvector } from '../../db/columns.ts'
import { user } from '../accounts/tables.ts'
import { course } from '../courses/tables.ts'
import { document } from '../documents/tables.ts'
import { occupation, skill } from '../occupations/tables.ts'
import { organisation } from '../organisations/tables.ts'
import {
  type AchievementKind,
  achievementKinds,
  type CefrLevel,
  cefrLevels,
  type ExperienceKind,
  type Extra,
  experienceKinds,
  type LinkKind,
  linkKinds,
  type Mobility,
  type Opening,
  openings,
  type PartOpenings,
  type ProfileState,
  profileStates,
  type Relation,
  relations,
  type SkillLevel,
  type TitleForm,
  titleForms,
  type WorkKind,
} from './schema/vocabulary.ts'
import type { Face } from './tables/face.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
const texts = () => text().array().notNull().default(sql`'{}'`)
const uuids = () => uuid().array().notNull().default(sql`'{}'`)
const extra = () => jsonb().$type<Extra>().notNull().default({})
/** As precise as the person was: '2019', '2019-09' or '2019-09-02'. */
const written = (column: unknown) => sql`${column} ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`

/**
 * A person's profile. None of these tables is `recorded`: the journal says that something changed, never what, so that
 * nothing of a person outlives the erasure.
 */
export const profile = pgTable(
  'talent_profile',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .unique('talent_profile_one_each')
      .references(() => user.id, { onDelete: 'cascade' }),
    /** The profile's address. By chance, so that it says nothing of who it is; a new one when the person turns anonymous. */
    code: text()
      .notNull()
      .unique('talent_code_taken')
      .default(sql`substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)`),
    state: text().$type<ProfileState>().notNull().default('awake'),
    headline: text().notNull().default(''),
    summary: text().notNull().default(''),
    /** Both for a CV, and shown to nobody on the site before the person accepts a contact. */
    phone: text().notNull().default(''),
    email: text().notNull().default(''),
    city: text().notNull().default(''),
    department: text().notNull().default(''),
    country: text().notNull().default('FR'),
    mobility: jsonb()
      .$type<Mobility>()
      .notNull()
      .default({ towns: [], departments: [], wholeRegion: false, remote: false, radiusKm: null }),
    /** From which day on; null where the person says nothing. */
    availableOn: date({ mode: 'string' }),
    workKinds: text().array().$type<WorkKind[]>().notNull().default(sql`'{}'`),
    visibility: text().$type<Opening>().notNull().default('hidden'),
    /** Null until the person has said who may see the profile. */
    decidedAt: moment(),
    anonymous: boolean().notNull().default(false),
    /** The form of occupations that the person wants to be called by: « Animatrice 3D ». */
    titleForm: text().$type<TitleForm>().notNull().default('both'),
    partOpenings: jsonb().$type<PartOpenings>().notNull().default({}),
    chosenOrganisations: uuids(),
    blockedOrganisations: uuids(),
    /** The last sign of life: consent is counted from here. */
    consentedAt: moment().notNull(),
    remindedAt: moment(),
    asleepAt: moment(),
    createdAt: moment().notNull(),
    changedAt: moment().notNull(),
    extra: extra(),
  },
  (table) => [
    check('talent_profile_state', oneOf(table.state, profileStates)),
    check('talent_profile_visibility', oneOf(table.visibility, openings)),
    check('talent_profile_title_form', oneOf(table.titleForm, titleForms)),
    check('talent_profile_asleep', sql`(${table.state} = 'asleep') = (${table.asleepAt} is not null)`),
    index('talent_profile_consented').on(table.consentedAt),
  ],
)
const profileId = () =>
  uuid()
    .notNull()
    .references(() => profile.id, { onDelete: 'cascade' })
const position = () => integer().notNull().default(0)

export const talentOccupation = pgTable(
  'talent_occupation',
  {
    id: id(),
    profileId: profileId(),
    occupationId: uuid()
      .notNull()
      .references(() => occupation.id, { onDelete: 'cascade' }),
    relation: text().$type<Relation>().notNull(),
    position: position(),
  },
  (table) => [
    uniqueIndex('talent_occupation_once').on(table.profileId, table.occupationId, table.relation),
    index('talent_occupation_occupation').on(table.occupationId),
    check('talent_occupation_relation', oneOf(table.relation, relations)),
  ],
)

/** A skill of the list, or one in the person's own words, which the team is asked to take into the list. */
export const talentSkill = pgTable(
  'talent_skill',
  {
    id: id(),
    profileId: profileId(),
    skillId: uuid().references(() => skill.id, { onDelete: 'cascade' }),
    /** The person's own words; empty for a skill of the list. */
    name: text().notNull().default(''),
    level: smallint().$type<SkillLevel>(),
    position: position(),
    extra: extra(),
  },
  (table) => [
    uniqueIndex('talent_skill_once').on(table.profileId, table.skillId),
    index('talent_skill_skill').on(table.skillId),
    index('talent_skill_name').on(sql`plain(${table.name})`).where(sql`skill_id is null`),
    check('talent_skill_named', sql`(${table.skillId} is null) = (${table.name} <> '')`),
    check('talent_skill_level', sql`${table.level} between 1 and 4`),
  ],
)

export const experience = pgTable(
  'talent_experience',
  {
    id: id(),
    profileId: profileId(),
    kind: text().$type<ExperienceKind>().notNull().default('work'),
    title: text().notNull(),
    organisationId: uuid().references(() => organisation.id, { onDelete: 'set null' }),
    /** What the person calls it; also there when the organisation is known. */
    organisationName: text().notNull().default(''),
    location: text().notNull().default(''),
    url: text().notNull().default(''),
    startsOn: text(),
    /** Null: it goes on. */
    endsOn: text(),
    description: text().notNull().default(''),
    highlights: texts(),
    position: position(),
    extra: extra(),
  },
  (table) => [
    index('talent_experience_profile').on(table.profileId, table.position),
    index('talent_experience_organisation').on(table.organisationId),
    check('talent_experience_kind', oneOf(table.kind, experienceKinds)),
    check('talent_experience_start', written(table.startsOn)),
    check('talent_experience_end', written(table.endsOn)),
  ],
)

export const education = pgTable(
  'talent_education',
  {
    id: id(),
    profileId: profileId(),
    /** A course of the site, chosen by the person; what they call it stays in `area`. */
    courseId: uuid().references(() => course.id, { onDelete: 'set null' }),
    institution: text().notNull().default(''),
    url: text().notNull().default(''),
    area: text().notNull(),
    diploma: text().notNull().default(''),
    startsOn: text(),
    endsOn: text(),
    score: text().notNull().default(''),
    courses: texts(),
    description: text().notNull().default(''),
    position: position(),
    extra: extra(),
  },
  (table) => [
    index('talent_education_profile').on(table.profileId, table.position),
    index('talent_education_course').on(table.courseId),
    check('talent_education_start', written(table.startsOn)),
    check('talent_education_end', written(table.endsOn)),
  ],
)

/** Awards, certificates, publications, interests and references: one shape serves them all. */
export const achievement = pgTable(
  'talent_achievement',
  {
    id: id(),
    profileId: profileId(),
    kind: text().$type<AchievementKind>().notNull(),
    title: text().notNull(),
    /** Who awarded, issued or published it. */
    issuer: text().notNull().default(''),
    date: text(),
    url: text().notNull().default(''),
    summary: text().notNull().default(''),
    keywords: texts(),
    position: position(),
    extra: extra(),
  },
  (table) => [
    index('talent_achievement_profile').on(table.profileId, table.position),
    check('talent_achievement_kind', oneOf(table.kind, achievementKinds)),
    check('talent_achievement_date', written(table.date)),
  ],
)

export const language = pgTable(
  'talent_language',
  {
    id: id(),
    profileId: profileId(),
    /** BCP 47; empty where an imported file named a language that we do not know. */
    code: text().notNull().default(''),
    name: text().notNull().default(''),
    level: text().$type<CefrLevel>(),
    position: position(),
    extra: extra(),
  },
  (table) => [
    uniqueIndex('talent_language_once').on(table.profileId, table.code, table.name),
    check('talent_language_level', oneOf(table.level, cefrLevels)),
    check('talent_language_named', sql`${table.code} <> '' or ${table.name} <> ''`),
  ],
)

export const link = pgTable(
  'talent_link',
  {
    id: id(),
    profileId: profileId(),
    kind: text().$type<LinkKind>().notNull(),
    label: text().notNull().default(''),
    url: text().notNull(),
    /** Of a network: JSON Resume's `basics.profiles`. */
    username: text().notNull().default(''),
    position: position(),
    extra: extra(),
  },
  (table) => [
    index('talent_link_profile').on(table.profileId, table.position),
    check('talent_link_kind', oneOf(table.kind, linkKinds)),
  ],
)

/** A file of the documents feature, served through this feature's own address and policy. */
export const talentFile = pgTable(
  'talent_file',
  {
    id: id(),
    profileId: profileId(),
    documentId: uuid()
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    position: position(),
  },
  (table) => [
    index('talent_file_profile').on(table.profileId, table.position),
    index('talent_file_document').on(table.documentId),
  ],
)

/** Decoded and encoded again by us, without what the file said about its maker. */
export const photo = pgTable('talent_photo', {
  profileId: uuid()
    .primaryKey()
    .references(() => profile.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  webp: bytes().notNull(),
})

/**
 * What a reader of a rank may see of a profile, already cut: lists, search, facets, counts, exports and alerts read cards
 * and nothing else, so what is hidden is not there to leak. Rank 1 everybody, 2 members, 3 people of a chosen organisation;
 * a card serves the ranks from `fromRank` to `toRank`, and no two cards of a profile serve the same one. Made by the rule
 * `cardsOf` in the deed that changes the profile.
 */
export const card = pgTable(
  'talent_card',
  {
    id: id(),
    profileId: profileId(),
    fromRank: smallint().notNull(),
    toRank: smallint().notNull(),
    code: text().notNull(),
    face: jsonb().$type<Face>().notNull(),
    title: text().notNull(),
    detail: text().notNull(),
    body: text().notNull(),
    skills: uuids(),
    /** All that filters and counts ask for, as 'occupation:3d-animator', 'place:74': one index and one pass serve them all. */
    facets: texts(),
    /** 'en:C1', and each level below it too: one containment asks for "at least". */
    spoken: texts(),
    availableOn: date({ mode: 'string' }),
    chosenOrganisations: uuids(),
    blockedOrganisations: uuids(),
    changedAt: moment().notNull(),
    search: tsvector().notNull().generatedAlwaysAs(sql`search_vector(title, detail, body)`),
  },
  (table) => [
    uniqueIndex('talent_card_rank').on(table.profileId, table.fromRank),
    check(
      'talent_card_ranks',
      sql`1 <= ${table.fromRank} and ${table.fromRank} <= ${table.toRank} and ${table.toRank} <= 3`,
    ),
    index('talent_card_search').using('gin', table.search),
    index('talent_card_skills').using('gin', table.skills),
    index('talent_card_facets').using('gin', table.facets),
    index('talent_card_spoken').using('gin', table.spoken),
    index('talent_card_recent').on(table.changedAt.desc(), table.id),
    index('talent_card_available').on(table.availableOn),
  ],
)
