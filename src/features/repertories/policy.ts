import { eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { scope } from '../../db/scope.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import {
  alias,
  mobility,
  occupation,
  occupationGroup,
  occupationSkill,
  skill,
  skillBroader,
} from '../occupations/tables.ts'
import { importFile, repertory } from './tables.ts'

/** Everything here is the team's: what is public of an import is the sheets and skills that it brought. */
const team =
  <Table extends PgTable>(table: Table) =>
  (actor: Actor) =>
    scope(table, isStaff(actor) ? undefined : sql`false`)

export const repertoriesVisibleTo = team(repertory)
export const importsVisibleTo = team(importFile)
/** Every row, merged skills and archived sheets included: an import says what becomes of each. */
export const allSheets = team(occupation)
export const allSkills = team(skill)
export const allAliases = team(alias)
export const sheetSkills = team(occupationSkill)
export const broaderSkills = team(skillBroader)
export const moves = team(mobility)
export const groups = team(occupationGroup)
/** What is counted of each repertory: what stands in the lists. */
export const listedSheets = (actor: Actor) =>
  scope(occupation, isStaff(actor) ? eq(occupation.state, 'published') : sql`false`)
export const listedSkills = (actor: Actor) =>
  scope(skill, isStaff(actor) ? sql`${skill.mergedInto} is null` : sql`false`)
export const mergedSkills = (actor: Actor) =>
  scope(skill, isStaff(actor) ? sql`${skill.mergedInto} is not null` : sql`false`)
/** To find a sheet's owner by e-mail. */
export const accounts = team(user)

export const runImports = (actor: Actor) => isStaff(actor)
