import { sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { isStaff } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { duties, type OrganisationCard } from '../../../web/duties.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import type { followUp } from '../tables.ts'

type Row = typeof followUp.$inferSelect
type Ids = readonly (string | null | undefined)[]
const once = (ids: Ids): string[] => [...new Set(ids.filter((id) => typeof id === 'string'))].sort()

/** The names of people and organisations that follow-ups mention, which the caller has read within a scope. */
export type Names = {
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, OrganisationCard>
}

export async function peopleByName(read: Reader, ids: Ids): Promise<ReadonlyMap<string, string>> {
  const wanted = once(ids)
  if (wanted.length === 0) return new Map()
  const rows = await read
    .select({ id: user.id, name: user.name })
    .from(narrow(policy.peopleNamed(), sql`${user.id} = any(${sql.param(wanted)}::uuid[])`))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

type Mentions = Pick<
  Row,
  'debtorPersonId' | 'creditorPersonId' | 'bearerId' | 'debtorOrganisationId' | 'creditorOrganisationId'
>
export async function namesFor(read: Reader, rows: readonly Mentions[]): Promise<Names> {
  const organisationIds = once(rows.flatMap((row) => [row.debtorOrganisationId, row.creditorOrganisationId]))
  // One after the other: inside a deed there is one connection.
  const people = await peopleByName(
    read,
    rows.flatMap((row) => [row.debtorPersonId, row.creditorPersonId, row.bearerId]),
  )
  const cards = organisationIds.length ? await duties().cards(read, organisationIds) : []
  return { people, organisations: new Map(cards.map((card) => [card.id, card])) }
}

export type Candidate = { readonly id: string; readonly name: string }
const team = (read: Reader) =>
  read.select({ id: user.id, name: user.name }).from(policy.teamMembers()).orderBy(user.name, user.id)

/** Organisations within which it may be passed on. */
function organisationsOf(actor: Actor, row: Pick<Row, 'debtorOrganisationId' | 'debtorPersonId'>): readonly string[] {
  if (row.debtorOrganisationId) return [row.debtorOrganisationId]
  // Somebody's own duty goes to a colleague of theirs; whose colleagues others have, the actor cannot say.
  return row.debtorPersonId === actor.id ? actor.affiliations.map(({ organisationId }) => organisationId) : []
}
/** To whom it may be handed over: people of the same organisation, or of the team. */
export async function candidates(read: Reader, actor: Actor, row: Row, today: Day): Promise<readonly Candidate[]> {
  const within = organisationsOf(actor, row)
  const isTeams = row.debtorKind === 'team' || (row.debtorKind === 'person' && isStaff(actor))
  const colleagues = within.length ? await duties().people(read, within, today) : []
  const members = isTeams ? await team(read) : []
  const found = new Map(
    [
      ...colleagues.map(({ userId, name }) => [userId, name] as const),
      ...members.map(({ id, name }) => [id, name] as const),
    ].filter(([id]) => id !== (row.bearerId ?? row.debtorPersonId)),
  )
  return [...found].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}
