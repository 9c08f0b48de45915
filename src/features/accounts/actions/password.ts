import { action, nothing } from '../../../db/action.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { emailInput, passwordInput, resetInput } from '../schema.ts'
import { user } from '../tables.ts'
import { enterText } from '../text/enter.ts'
import { cookiesOf } from './entry.ts'
import { resetMail, securityMail, unknownMail } from './mails.ts'
import { demandGoodPassword } from './sign-up.ts'

/** Sends a link to choose a new password. An address without an account is answered in the same way. */
export const requestReset = action({
  name: 'accounts.request-reset',
  about: user,
  input: emailInput,
  load: nothing,
  allow: policy.anybody,
  async run({ tx, input, language, origin, mail }) {
    const { auth, within } = accountsOf(tx)
    const { letters } = await within(tx, () => auth.api.requestPasswordReset({ body: { email: input.email } }))
    const account = await tx.one(policy.accountAt(input.email))
    const [letter] = letters
    await mail(
      account && letter ? resetMail(origin, account, letter.token) : unknownMail(origin, input.email, language),
    )
    return { id: account?.id ?? null }
  },
})

/** By the link of a mail. Every session ends: whoever had the old password is out. */
export const reset = action({
  name: 'accounts.reset-password',
  about: user,
  input: resetInput,
  load: nothing,
  allow: policy.anybody,
  async run({ tx, input, language, origin, mail }) {
    demandGoodPassword(input.password, [], language)
    const { auth, within } = accountsOf(tx)
    const { letters } = await within(tx, () =>
      auth.api.resetPassword({ body: { newPassword: input.password, token: input.token } }).catch((error: unknown) => {
        refusalOf(error)
        throw new Invalid({ '': enterText(language)('linkWrong') })
      }),
    )
    const account = await tx.one(policy.accountAt(letters[0]?.email ?? ''))
    if (account) await mail(securityMail(origin, account, 'password'))
    return { id: account?.id ?? null }
  },
})

/** The other sessions end; this browser gets a new one. Somebody without a password sets their first. */
export const changePassword = action({
  name: 'accounts.change-password',
  about: user,
  input: passwordInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input, subject, language, origin, mail, note }) {
    const t = enterText(language)
    demandGoodPassword(input.password, [subject.name, subject.email], language)
    const { auth, within } = accountsOf(tx)
    const { headers } = input.browser
    const hasOne = await tx.one(policy.passwordOf(subject.id))
    const { answer } = await within(tx, async () => {
      if (!hasOne) {
        await auth.api.setPassword({ body: { newPassword: input.password }, headers })
        return []
      }
      const body = { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true }
      const changed = await auth.api.changePassword({ body, headers, returnHeaders: true }).catch((error: unknown) => {
        refusalOf(error)
        throw new Invalid({ current: t('passwordWrong') })
      })
      return cookiesOf(changed.headers)
    })
    note({ first: hasOne ? 'no' : 'yes' })
    await mail(securityMail(origin, subject, 'password'))
    return { id: subject.id, cookies: answer }
  },
})
