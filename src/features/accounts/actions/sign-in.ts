import { eq } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { browserInput, codeInput, emailInput, linkInput, oneInput, signInInput } from '../schema.ts'
import { session, user } from '../tables.ts'
import { enterText } from '../text/enter.ts'
import { type Account, asksForCode, cookiesOf, type Entry, welcome } from './entry.ts'
import { confirmMail, magicLinkMail, unknownMail } from './mails.ts'

/** By password. A right password for an unconfirmed address sends the confirmation again instead of letting in. */
export const signIn = action({
  name: 'accounts.sign-in',
  about: user,
  input: signInInput,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry> {
    const { tx, input, language, origin, mail, note } = step
    const { email, password, browser } = input
    const { auth, within } = accountsOf(tx)
    const { answer, letters } = await within(tx, () =>
      auth.api
        .signInEmail({ body: { email, password }, headers: browser.headers, returnHeaders: true })
        .catch((error: unknown) => refusalOf(error)),
    )
    const account = await tx.one(policy.accountAt(email))
    const [letter] = letters
    if (answer === 'EMAIL_NOT_VERIFIED' && account && letter) {
      await mail(confirmMail(origin, account, letter.token))
      return { outcome: 'unconfirmed', id: account.id, cookies: [] }
    }
    if (typeof answer === 'string' || !account) throw new Invalid({ '': enterText(language)('signInWrong') })
    note({ by: 'password' })
    const cookies = cookiesOf(answer.headers)
    if (asksForCode(answer.response)) return { outcome: 'code', id: account.id, cookies }
    await welcome(step, account, browser)
    return { outcome: 'in', id: account.id, cookies }
  },
})

/** Sends a link that lets in without a password. An address without an account is answered in the same way. */
export const requestLink = action({
  name: 'accounts.request-link',
  about: user,
  input: emailInput,
  load: nothing,
  allow: policy.anybody,
  async run({ tx, input, language, origin, mail }) {
    const { email, next, browser } = input
    const account = await tx.one(policy.accountAt(email))
    if (!account) {
      await mail(unknownMail(origin, email, language))
      return { id: null }
    }
    const { auth, within } = accountsOf(tx)
    const { letters } = await within(tx, async () => {
      if (account.emailVerified) await auth.api.signInMagicLink({ body: { email }, headers: browser.headers })
      else await auth.api.sendVerificationEmail({ body: { email } })
    })
    for (const { kind, token } of letters)
      await mail(kind === 'confirm' ? confirmMail(origin, account, token) : magicLinkMail(origin, account, token, next))
    return { id: account.id }
  },
})

/** By the link of a mail, once. */
export const signInByLink = action({
  name: 'accounts.sign-in-by-link',
  about: user,
  input: linkInput,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry> {
    const { tx, input, language } = step
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .magicLinkVerify({ query: { token: input.token }, headers: input.browser.headers, returnHeaders: true })
        .catch((error: unknown) => {
          refusalOf(error)
          throw new Invalid({ '': enterText(language)('linkWrong') })
        }),
    )
    step.note({ by: 'link' })
    const cookies = cookiesOf(answer.headers)
    const { response } = answer as { response: { user?: { id: string } } }
    if (asksForCode(response) || !response.user) return { outcome: 'code', cookies }
    const account = (await tx.one(policy.accountNamed(response.user.id))) as Account
    await welcome(step, account, input.browser)
    return { outcome: 'in', id: account.id, cookies }
  },
})

/** The second factor: six digits of an application, or a backup code. A wrong code counts, so it is no failure of the deed. */
export const answerCode = action({
  name: 'accounts.answer-code',
  about: user,
  input: codeInput,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry> {
    const { tx, input, note } = step
    const { auth, within } = accountsOf(tx)
    const digits = input.code.replace(/\s/g, '')
    const isBackup = !/^\d{6}$/.test(digits)
    const call = { body: { code: digits }, headers: input.browser.headers, returnHeaders: true as const }
    const { answer } = await within(tx, () =>
      (isBackup ? auth.api.verifyBackupCode(call) : auth.api.verifyTOTP(call)).catch((error: unknown) => {
        refusalOf(error)
        return null
      }),
    )
    note({ by: isBackup ? 'backup code' : 'code' })
    if (!answer) return { outcome: 'refused', cookies: [] }
    const { response, headers } = answer as unknown as { response: { user: { id: string } }; headers: Headers }
    const account = (await tx.one(policy.accountNamed(response.user.id))) as Account
    await welcome(step, account, input.browser)
    return { outcome: 'in', id: account.id, cookies: cookiesOf(headers) }
  },
})

/** Here: the session of this browser ends. */
export const signOut = action({
  name: 'accounts.sign-out',
  about: user,
  input: browserInput,
  load: (tx, actor) => tx.one(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input, subject }) {
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () => auth.api.signOut({ headers: input.browser.headers, returnHeaders: true }))
    return { id: subject.id, cookies: cookiesOf(answer.headers) }
  },
})

/** Everywhere: every session of the account ends, this one too. */
export const signOutEverywhere = action({
  name: 'accounts.sign-out-everywhere',
  about: user,
  input: browserInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, actor, input, subject, note }) {
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () => auth.api.signOut({ headers: input.browser.headers, returnHeaders: true }))
    note({ sessions: (await tx.removeAll(policy.sessionsOf(actor))) + 1 })
    return { id: subject.id, cookies: cookiesOf(answer.headers) }
  },
})

/** One session of one's own, on another device. */
export const revokeSession = action({
  name: 'accounts.revoke-session',
  about: session,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.sessionsOf(actor), eq(session.id, id)),
  allow: policy.ownerOf,
  async run({ tx, subject }) {
    await tx.remove(session, subject)
    return { id: subject.id }
  },
})
