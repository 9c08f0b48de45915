import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { scope } from '../../db/scope.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { affiliation, joinRequest } from '../affiliations/tables.ts'
import { establishment, formerSlug, headCount, organisation, sector } from '../organisations/tables.ts'
import { importLine, importRun } from './tables.ts'

const team =
  <Table extends PgTable>(table: Table) =>
  (actor: Actor) =>
    scope(table, isStaff(actor) ? undefined : sql`false`)
export const importsVisibleTo = team(importRun)
export const importLinesVisibleTo = team(importLine)
/** Who has imported what the reader may see. */
export const peopleNamed = () => scope(user)

/** What lines are matched with, and what they are written over: every organisation that is not merged or refused. */
export const comparable = () => scope(organisation, sql`${organisation.state} not in ('merged', 'refused')`)
export const everyEstablishment = () => scope(establishment)
export const everyHeadCount = () => scope(headCount)
export const everySector = () => scope(sector)
/** Addresses that a new organisation cannot have, although nobody may see what had them. */
export const addressesTaken = () => ({
  outOfReach: scope(organisation, sql`${organisation.state} in ('merged', 'refused')`),
  former: scope(formerSlug),
})
/** Whoever has joined an organisation since it was imported. */
export const everyAffiliation = () => scope(affiliation)
export const everyRequest = () => scope(joinRequest)

export const staffOnly = (actor: Actor) => isStaff(actor)
