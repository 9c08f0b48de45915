import { type Role, roles } from '../../kernel/actor.ts'
import type { AccountDesk } from '../account-desk.ts'
import { type Command, Misused } from '../command.ts'

const roleOf = (written: string): Role => {
  const role = roles.find((one) => one === written)
  if (!role) throw new Misused(`There is no role "${written}"; there are ${roles.join(', ')}.`)
  return role
}
type Deed = { takes: number; run: (desk: AccountDesk, words: readonly string[]) => Promise<string[]> }

async function listed(desk: AccountDesk): Promise<string[]> {
  const accounts = await desk.list()
  const width = Math.max(0, ...accounts.map(({ email }) => email.length)) + 2
  return [
    ...accounts.map(
      ({ role, email, name, since }) =>
        `${role.padEnd(15)}${email.padEnd(width)}${name}, since ${since.toISOString().slice(0, 10)}`,
    ),
    `${accounts.length} accounts`,
  ]
}
const deeds: Readonly<Record<string, Deed>> = {
  list: { takes: 0, run: listed },
  create: {
    takes: 3,
    run: async (desk, [email = '', name = '', role = '']) => [
      `${email} sets a password at ${await desk.create({ email, name, role: roleOf(role) })}`,
    ],
  },
  role: {
    takes: 2,
    run: async (desk, [email = '', role = '']) => {
      await desk.setRole(email, roleOf(role))
      return [`${email} is ${role} now.`]
    },
  },
  invite: { takes: 1, run: async (desk, [email = '']) => [`${email} signs in, once, at ${await desk.invite(email)}`] },
}

export const user: Command = {
  name: 'user',
  summary: 'Lists accounts, makes one, changes a role, makes a link to sign in.',
  usage: 'list | create <email> <name> <role> | role <email> <role> | invite <email>',
  takes: [1, 4],
  notes: () => [`Roles: ${roles.join(', ')}`],
  options: {},
  run: async ({ positionals: [what = '', ...words] }, { open, out }) => {
    const deed = Object.hasOwn(deeds, what) ? deeds[what] : undefined
    if (!deed) throw new Misused(`user does ${Object.keys(deeds).join(', ')}, not "${what}".`)
    if (words.length !== deed.takes)
      throw new Misused(`user ${what} takes ${deed.takes} words after it: ${user.usage}.`)
    if (what === 'create' || what === 'role') roleOf(words.at(-1) ?? '')
    const { accountDesk } = await import('../account-desk.ts')
    const desk = accountDesk(await open())
    for (const line of await deed.run(desk, words)) out(line)
    return 0
  },
}
