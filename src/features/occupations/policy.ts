import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { scope, within } from '../../db/scope.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import {
  alias,
  mobility,
  occupation,
  occupationGroup,
  occupationSkill,
  occupationVersion,
  skill,
  skillBroader,
} from './tables.ts'

/** Published sheets are public, the cluster's own and the repertories'; the team also sees drafts and archives. */
export const visibleTo = (actor: Actor) =>
  isStaff(actor) ? scope(occupation) : scope(occupation, sql`${occupation.state} = 'published'`)

/** Skills are public. One that was merged into another is not listed; its address leads to the other. */
export const skillsVisibleTo = (actor: Actor) =>
  scope(
    skill,
    isStaff(actor)
      ? sql`${skill.mergedInto} is null`
      : sql`${skill.mergedInto} is null and ${skill.archivedAt} is null`,
  )
export const mergedSkills = () => scope(skill, sql`${skill.mergedInto} is not null`)

export const aliasesVisibleTo = (actor: Actor) =>
  isStaff(actor) ? scope(alias) : within(visibleTo(actor), alias, sql`${alias.occupationId} = ${occupation.id}`)
/** Reached from sheets that the actor may see: their queries join both. */
export const sheetSkills = () => scope(occupationSkill)
export const broaderSkills = () => scope(skillBroader)
export const moves = () => scope(mobility)
export const groups = () => scope(occupationGroup)
/** Which versions were public, and when, is public as the sheet itself is. */
export const versionsVisibleTo = (actor: Actor) =>
  within(visibleTo(actor), occupationVersion, sql`${occupationVersion.occupationId} = ${occupation.id}`)

/** Histories are for those who may edit the sheet. */
export const historiesVisibleTo = (actor: Actor) =>
  scope(occupation, isStaff(actor) ? sql`${occupation.origin} = 'own'` : sql`false`)

const team =
  <Table extends PgTable>(table: Table) =>
  (actor: Actor) =>
    scope(table, isStaff(actor) ? undefined : sql`false`)
/** Every row, merged skills and archived sheets included: for addresses that must be free, and for merges. */
export const allSheets = team(occupation)
export const allSkills = team(skill)

type Sheet = { readonly origin: string }
export const write = (actor: Actor) => isStaff(actor)
/** Only an import changes a sheet or a skill of a repertory. */
export const edit = (actor: Actor, subject: Sheet) => isStaff(actor) && subject.origin === 'own'
export const keepSkills = (actor: Actor) => isStaff(actor)
/** The nightly job. */
export const remind = (actor: Actor) => actor.kind === 'system'
/** Who keeps a sheet is public on the sheet: the name, and nothing else of the account. */
export const owners = (ids: readonly string[]) => scope(user, sql`${user.id} = any(${sql.param(ids)}::uuid[])`)
