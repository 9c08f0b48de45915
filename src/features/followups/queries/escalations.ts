import { sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { isToCall } from '../rules/standing.ts'
import { bearersOf } from './bearers.ts'
import { escalatedRows } from './figures.ts'
import type { FollowUp } from './lists.ts'
import { namesFor } from './names.ts'

export type Contact = { readonly id: string; readonly name: string; readonly email: string }
/** One telephone call: everybody who can be asked for, and all that is owed there. */
export type Escalation = {
  readonly key: string
  /** Null for a person or the team. */
  readonly organisation: { readonly name: string; readonly href: string; readonly phone: string | null } | null
  readonly isTeam: boolean
  readonly contacts: readonly Contact[]
  readonly rows: readonly FollowUp[]
}
const keyOf = (row: FollowUp): string =>
  row.debtorOrganisationId ??
  (row.debtorKind === 'team' && row.bearerId === null ? 'team' : (row.bearerId ?? row.debtorPersonId ?? 'team'))

async function contactsOf(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .select({ id: user.id, name: user.name, email: user.email })
    .from(narrow(policy.peopleNamed(), sql`${user.id} = any(${sql.param(ids)}::uuid[])`))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Whom the team calls today, the longest waiting first; and those called lately, whose day to be called again has not come. An
 * organisation in which nobody can do what it owes is called as soon as that is late: no digest reaches anybody there.
 */
export async function escalations(read: Reader, actor: Actor, today: Day) {
  const rows = await escalatedRows(read, actor, today)
  const bearers = await bearersOf(read, rows, today)
  const due = rows.filter((row) => row.escalatesOn <= today || bearers.of(row).length === 0)
  const [names, contacts] = await Promise.all([
    namesFor(read, due),
    contactsOf(
      read,
      [...new Set(due.filter(({ debtorKind }) => debtorKind !== 'team').flatMap((row) => [...bearers.of(row)]))].sort(),
    ),
  ])
  const groups = [...Map.groupBy(due, keyOf)].map(([key, owed]): Escalation => {
    const [first] = owed
    const people = [...new Set(owed.flatMap((row) => [...bearers.of(row)]))]
    return {
      key,
      organisation: names.organisations.get(first?.debtorOrganisationId ?? '') ?? null,
      isTeam: key === 'team',
      contacts: key === 'team' ? [] : people.flatMap((id) => contacts.get(id) ?? []),
      rows: owed,
    }
  })
  const calls = ({ rows: owed }: Escalation) =>
    owed.some((row) => isToCall({ ...row, escalatesOn: row.escalatesOn < today ? row.escalatesOn : today }, today))
  return { toCall: groups.filter(calls), called: groups.filter((group) => !calls(group)), names }
}
export type Escalations = Awaited<ReturnType<typeof escalations>>
