import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { type Colleague, duties } from '../../../web/duties.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { followUp } from '../tables.ts'

type Row = typeof followUp.$inferSelect

export type Bearers = {
  /** The people for whom one of these waits: nobody, where an organisation has nobody who may do it. */
  readonly of: (row: Row) => readonly string[]
  /** Whether somebody to whom an organisation's duty was handed over belongs to it no longer. */
  readonly hasLeft: (row: Row) => boolean
}
/** Who bears what on a day. */
export async function bearersOf(read: Reader, rows: readonly Row[], day: Day): Promise<Bearers> {
  const ids = [...new Set(rows.flatMap(({ debtorOrganisationId: id }) => (id ? [id] : [])))].sort()
  const [people, team] = await Promise.all([
    ids.length ? duties().people(read, ids, day) : [],
    rows.some(({ debtorKind }) => debtorKind === 'team')
      ? read.select({ id: user.id }).from(policy.teamMembers()).orderBy(user.id)
      : [],
  ])
  const within = Map.groupBy(people, ({ organisationId }) => organisationId)
  const colleaguesOf = (row: Row): readonly Colleague[] => within.get(row.debtorOrganisationId ?? '') ?? []
  const hasLeft = (row: Row) =>
    row.debtorKind === 'organisation' &&
    row.bearerId !== null &&
    !colleaguesOf(row).some(({ userId }) => userId === row.bearerId)
  const all = (row: Row): readonly string[] => {
    if (row.debtorKind === 'person') return row.debtorPersonId ? [row.debtorPersonId] : []
    if (row.debtorKind === 'team') return team.map(({ id }) => id)
    return [
      ...new Set(
        colleaguesOf(row)
          .filter(({ role }) => row.roles.includes(role))
          .map(({ userId }) => userId),
      ),
    ]
  }
  return { hasLeft, of: (row) => (row.bearerId && !hasLeft(row) ? [row.bearerId] : all(row)) }
}

/** For each person, what waits for them: what the nightly job goes through. */
export async function owedByPerson(
  read: Reader,
  actor: Actor,
  now: Date,
): Promise<{ readonly owed: ReadonlyMap<string, readonly string[]>; readonly left: readonly string[] }> {
  const rows = await read.rows(policy.everyOpen(actor), { orderBy: [followUp.dueOn, followUp.id] })
  const bearers = await bearersOf(read, rows, dayOf(now))
  const owed = new Map<string, string[]>()
  for (const row of rows)
    for (const person of bearers.of(row)) {
      const known = owed.get(person)
      if (known) known.push(row.id)
      else owed.set(person, [row.id])
    }
  return { owed, left: rows.filter(bearers.hasLeft).map(({ id }) => id) }
}
