import { eq } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { accountsOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { leavesNoAdministrator } from '../rules/standing.ts'
import { accountInput, emailInput, roleInput } from '../schema.ts'
import { credential, user } from '../tables.ts'
import { staffText } from '../text/staff.ts'
import { demandGoodPassword } from './sign-up.ts'

export const changeRole = action({
  name: 'accounts.change-role',
  about: user,
  input: roleInput,
  load: (tx, actor, { id }) => tx.lock(policy.visibleTo(actor), eq(user.id, id)),
  allow: policy.changeRole,
  async run({ tx, input: { role }, subject, now, language }) {
    if (leavesNoAdministrator(subject.role, role, await tx.count(policy.administrators())))
      throw new Refused(staffText(language)('lastAdministrator'))
    return tx.update(user, subject, { role, updatedAt: now })
  },
})

/** By an administrator, the command line or the demo: an account whose address needs no confirmation. */
export const createAccount = action({
  name: 'accounts.create-account',
  about: user,
  input: accountInput,
  load: nothing,
  allow: policy.createAccount,
  async run({ tx, input: { password, ...person }, now, language }) {
    if (await tx.one(policy.accountAt(person.email))) throw new Invalid({ email: staffText(language)('addressTaken') })
    const account = await tx.insert(user, { ...person, emailVerified: true, createdAt: now, updatedAt: now })
    if (password !== undefined) {
      demandGoodPassword(password, [person.name, person.email], language)
      const { password: hasher } = await accountsOf(tx).auth.$context
      const kept = await hasher.hash(password)
      await tx.insert(credential, {
        userId: account.id,
        accountId: account.id,
        providerId: 'credential',
        password: kept,
      })
    }
    return account
  },
})

/** For the command line: the link by which a person chooses a password, handed over instead of mailed. */
export const passwordLink = action({
  name: 'accounts.make-password-link',
  about: user,
  input: emailInput.pick({ email: true }),
  load: (tx, _actor, { email }) => tx.one(policy.accountAt(email)),
  allow: policy.handLinks,
  async run({ tx, input: { email }, subject, origin }) {
    const { auth, within } = accountsOf(tx)
    const { letters } = await within(tx, () => auth.api.requestPasswordReset({ body: { email } }))
    return { id: subject.id, link: `${origin}/reset?token=${letters[0]?.token}` }
  },
})
