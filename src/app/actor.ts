import type { Reader } from '../db/reader.ts'
import type { Accounts } from '../features/accounts/auth.ts'
import { currentAffiliations } from '../features/affiliations/queries/people.ts'
import { type Actor, type Role, visitor } from '../kernel/actor.ts'
import { dayOf } from '../kernel/days.ts'
import { isLanguage } from '../kernel/language.ts'

type Person = { id: string; name: string; email: string; role?: unknown; language?: unknown }

/** The actor that an account is at this moment: its role, and the affiliations of today. */
export async function actorFor(read: Reader, person: Person, now: Date): Promise<Actor> {
  const affiliations = await currentAffiliations(read, person.id, dayOf(now))
  return {
    id: person.id,
    kind: 'account',
    name: person.name,
    email: person.email,
    role: person.role as Role,
    language: isLanguage(person.language) ? person.language : 'fr',
    affiliations,
  }
}

/** Who sent these headers: the account of the session cookie, or a visitor. */
export async function actorOf(accounts: Accounts, read: Reader, headers: Headers, now: Date): Promise<Actor> {
  if (!headers.has('cookie')) return visitor
  const person = await accounts.who(headers)
  return person ? actorFor(read, person, now) : visitor
}
