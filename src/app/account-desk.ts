import { CannotStart } from '../db/cannot-start.ts'
import { reader } from '../db/reader.ts'
import { changeRole, createAccount, passwordLink } from '../features/accounts/actions/people.ts'
import { everyPerson, personByEmail } from '../features/accounts/queries/people.ts'
import { type Role, system } from '../kernel/actor.ts'
import type { Runtime } from './runtime.ts'

export type ListedAccount = { readonly name: string; readonly email: string; readonly role: Role; readonly since: Date }

/** What the command line does with accounts, through the actions of features/accounts. */
export type AccountDesk = {
  readonly list: () => Promise<readonly ListedAccount[]>
  /** Makes an account and answers the one-time link by which the person sets a password. */
  readonly create: (person: { name: string; email: string; role: Role }) => Promise<string>
  readonly setRole: (email: string, role: Role) => Promise<void>
  /** A new one-time link for a person who has an account. */
  readonly invite: (email: string) => Promise<string>
}
const everybody = { q: '', filters: new URLSearchParams(), sort: 'since' }

/** The command line speaks English, whatever the site's visitors speak. */
export function accountDesk({ db, context }: Pick<Runtime, 'db' | 'context'>): AccountDesk {
  const read = reader(db)
  const desk = () => context({ language: 'en' })
  const accountAt = async (email: string) => {
    const account = await personByEmail(read, system, email)
    if (!account) throw new CannotStart(`There is no account ${email}.`)
    return account
  }
  return {
    async list() {
      const listed: ListedAccount[] = []
      for await (const rows of everyPerson(read, system, everybody))
        listed.push(...rows.map(({ name, email, role, createdAt }) => ({ name, email, role, since: createdAt })))
      return listed
    },
    async create(person) {
      const { email } = await createAccount(desk(), person)
      return (await passwordLink(desk(), { email })).link
    },
    async setRole(email, role) {
      const { id } = await accountAt(email)
      await changeRole(desk(), { id, role })
    },
    async invite(email) {
      const account = await accountAt(email)
      return (await passwordLink(desk(), { email: account.email })).link
    },
  }
}
