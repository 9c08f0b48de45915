import { and, inArray, or, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { exists, narrow, type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, isSignedIn, isStaff, represents } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/days.ts'
import { user } from '../accounts/tables.ts'
import { affiliation } from '../affiliations/tables.ts'
import { occupation, occupationSkill, skill } from '../occupations/tables.ts'
import { establishment, organisation } from '../organisations/tables.ts'
import type { Side } from './schema/words.ts'
import {
  course,
  courseImport,
  courseImportLine,
  courseInsertion,
  courseLabel,
  courseOccupation,
  courseProduction,
  courseSchool,
  courseSkill,
  courseSponsorship,
  courseSuggestion,
} from './tables.ts'

const nothing = sql`false`
/** The organisations for which somebody may speak. */
export const represented = (actor: Actor) =>
  actor.affiliations.filter((one) => one.role === 'representative').map((one) => one.organisationId)

/** The courses of the schools that somebody represents, whatever their state. */
const ofOwnSchools = (actor: Actor) =>
  exists(
    scope(courseSchool),
    and(sql`${courseSchool.courseId} = ${course.id}`, inArray(courseSchool.organisationId, represented(actor))) ??
      nothing,
  )
export const published = () => scope(course, sql`${course.state} = 'published'`)
/** Published courses are public; a school's representative also sees the others of the school; the team sees all. */
export function visibleTo(actor: Actor): Scope<typeof course> {
  if (isStaff(actor)) return scope(course)
  if (represented(actor).length === 0) return published()
  return scope(course, or(sql`${course.state} = 'published'`, ofOwnSchools(actor)))
}
/** What an actor works on: their schools' courses. */
export const ownCourses = (actor: Actor) => scope(course, represented(actor).length > 0 ? ofOwnSchools(actor) : nothing)
/** Histories are for those who answer for the record. */
export const historiesVisibleTo = (actor: Actor) => (isStaff(actor) ? scope(course) : ownCourses(actor))

const part =
  <Child extends PgTable & { courseId: unknown }>(child: Child) =>
  (actor: Actor) =>
    within(visibleTo(actor), child, sql`${child.courseId} = ${course.id}`)
export const productionsVisibleTo = part(courseProduction)
export const insertionsVisibleTo = part(courseInsertion)
export const labelsVisibleTo = part(courseLabel)
/** Links from courses: their queries join both ends within what the actor may see. */
export const schoolLinks = () => scope(courseSchool)
export const occupationLinks = () => scope(courseOccupation)
export const skillLinks = () => scope(courseSkill)

/** Confirmed ones are as public as their course; others are known to the two sides and to the team. */
export function sponsorshipsVisibleTo(actor: Actor): Scope<typeof courseSponsorship> {
  if (isStaff(actor)) return scope(courseSponsorship)
  const shown = exists(visibleTo(actor), sql`${course.id} = ${courseSponsorship.courseId}`)
  const settled = and(sql`${courseSponsorship.state} in ('confirmed', 'ended')`, shown)
  const mine = represented(actor)
  if (mine.length === 0) return scope(courseSponsorship, settled)
  const ofOwnSchool = exists(ownCourses(actor), sql`${course.id} = ${courseSponsorship.courseId}`)
  return scope(courseSponsorship, or(settled, inArray(courseSponsorship.organisationId, mine), ofOwnSchool))
}

const team =
  <Table extends PgTable>(table: Table) =>
  (actor: Actor) =>
    scope(table, isStaff(actor) ? undefined : nothing)
export const suggestionsVisibleTo = team(courseSuggestion)
export const importsVisibleTo = team(courseImport)
export const importLinesVisibleTo = team(courseImportLine)

/** Every address given, every number of a source, every name: a new one must differ, whoever may see what is there. */
export const everyCourse = () => scope(course)
/** The parts of courses that a deed has loaded within its own scope. */
export const everyPart = {
  productions: () => scope(courseProduction),
  insertions: () => scope(courseInsertion),
  sponsorships: () => scope(courseSponsorship),
}
/** Schools and sponsors by name, for pages and for finding what somebody typed: the directory is public. */
export const listedOrganisations = () => scope(organisation, sql`${organisation.state} = 'published'`)
export const everyOrganisation = () => scope(organisation)
export const establishments = () =>
  within(listedOrganisations(), establishment, sql`${establishment.organisationId} = ${organisation.id}`)
/** Sheets that the public reads. */
export const listedOccupations = () => scope(occupation, sql`${occupation.state} = 'published'`)
export const sheetSkills = () => scope(occupationSkill)
export const listedSkills = () => scope(skill, sql`${skill.mergedInto} is null and ${skill.archivedAt} is null`)
export const mergedSkills = () => scope(skill, sql`${skill.mergedInto} is not null`)
/** The people behind deeds and sponsorships that the actor may see: queries join them to those. */
export const peopleNamed = () => scope(user)
/** Who is told what happens to an organisation's courses: its representatives of a day. */
export const representativesOf = (organisationIds: readonly string[], today: Day) =>
  scope(
    affiliation,
    and(
      inArray(affiliation.organisationId, [...organisationIds]),
      sql`${affiliation.role} = 'representative'`,
      sql`${affiliation.startsOn} <= ${today} and (${affiliation.endsOn} is null or ${affiliation.endsOn} >= ${today})`,
    ),
  )
export const narrowToSchools = (ids: readonly string[]) =>
  narrow(listedOrganisations(), and(sql`${organisation.kind} = 'school'`, inArray(organisation.id, [...ids])))

export type Taught = { readonly schoolIds: readonly string[] }
const speaksForSchool = (actor: Actor, { schoolIds }: Taught) => schoolIds.some((id) => represents(actor, id))

export const staffOnly = (actor: Actor) => isStaff(actor)
/** A new course belongs to schools: of all of them, unless the team writes it, its author must be a representative. */
export const create = (actor: Actor, { schoolIds }: Taught) =>
  isStaff(actor) || (schoolIds.length > 0 && schoolIds.every((id) => represents(actor, id)))
/** Who may open the empty form: representatives of anything; which schools they have shows there. */
export const begin = (actor: Actor) => isStaff(actor) || represented(actor).length > 0
export const edit = (actor: Actor, subject: Taught) => isStaff(actor) || speaksForSchool(actor, subject)
export const seeHistory = edit
export const submit = edit
export const withdraw = edit
export const reopen = edit
export const publish = (actor: Actor, _subject: Taught) => isStaff(actor)
export const sendBack = publish
export const acknowledge = publish

/** Somebody of the company, or somebody of the school, or the team. */
export type Sponsored = Taught & { readonly organisationId: string; readonly proposedBy: Side }
export const proposeSponsorship = (actor: Actor, subject: Taught & { readonly organisationId: string }) =>
  isStaff(actor) || represents(actor, subject.organisationId) || speaksForSchool(actor, subject)
/** Anybody who speaks for an organisation may offer; pages ask this before they show the button. */
export const offerSponsorship = (actor: Actor, subject: Taught) =>
  isSignedIn(actor) && (isStaff(actor) || represented(actor).length > 0 || speaksForSchool(actor, subject))
/** The other side answers; the team may for either. */
export const answerSponsorship = (actor: Actor, subject: Sponsored) =>
  isStaff(actor) ||
  (subject.proposedBy === 'company' ? speaksForSchool(actor, subject) : represents(actor, subject.organisationId))
export const endSponsorship = (actor: Actor, subject: Sponsored) =>
  isStaff(actor) || speaksForSchool(actor, subject) || represents(actor, subject.organisationId)
/** Organisations that another one has taken the place of: what belonged to them moves there. */
export const mergedOrganisations = () => scope(organisation, sql`${organisation.state} = 'merged'`)
/** Only the program itself keeps courses in step with what they name. */
export const keepInStep = (actor: Actor) => actor.kind === 'system' || isStaff(actor)
/** What names a person: proposals and answers of theirs, and files that they handed in. */
export const sponsorshipsOfPerson = (id: string) =>
  scope(courseSponsorship, sql`${courseSponsorship.proposerId} = ${id} or ${courseSponsorship.answeredBy} = ${id}`)
export const importsOfPerson = (id: string) => scope(courseImport, sql`${courseImport.createdBy} = ${id}`)
