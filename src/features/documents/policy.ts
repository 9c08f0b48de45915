import { inArray, sql } from 'drizzle-orm'
import { type Scope, scope } from '../../db/scope.ts'
import { journal } from '../../db/tables.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/days.ts'
import { discarded, document } from './tables.ts'

/** By this feature's own pages: their owner and the team. Later features serve the files they hold under their own policy. */
export const visibleTo = (actor: Actor): Scope<typeof document> => {
  if (isStaff(actor)) return scope(document)
  return scope(document, actor.id ? sql`${document.ownerId} = ${actor.id}` : sql`false`)
}
/** « My files »: one's own, whatever one's role. */
export const ownDocuments = (actor: Actor) =>
  scope(document, actor.id ? sql`${document.ownerId} = ${actor.id}` : sql`false`)
export const documentsOf = (person: { readonly id: string }) => scope(document, sql`${document.ownerId} = ${person.id}`)

/** For the job: rows past their day, and what rows have let go. */
export const expiredOn = (today: Day) => scope(document, sql`${document.keepUntil} < ${today}`)
export const discardedObjects = (actor: Actor) => scope(discarded, isStaff(actor) ? undefined : sql`false`)
/** Rows that speak of an object, whoever they belong to: a question about bytes, answered with yes or no. */
export const speakingOf = (sha256: string) =>
  scope(document, sql`(${document.sha256} = ${sha256} or ${document.thumbnail} = ${sha256})`)

export const naming = (column: 'sha256' | 'thumbnail', keys: readonly string[]) =>
  scope(document, keys.length > 0 ? inArray(document[column], [...keys]) : sql`false`)
/** What the nightly sweeps have found: for the team. */
export const sweepsVisibleTo = (actor: Actor) =>
  scope(journal, isStaff(actor) ? sql`${journal.action} = 'documents.sweep'` : sql`false`)

export const remove = (actor: Actor, { ownerId }: { readonly ownerId: string | null }) =>
  isStaff(actor) || (ownerId !== null && ownerId === actor.id)
export const seeStorage = (actor: Actor) => isStaff(actor)
export const sweep = (actor: Actor) => actor.kind === 'system'
