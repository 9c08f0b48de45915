import { action, nothing } from '../../../db/action.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { currentVersion } from '../rules/consents.ts'
import { isCommon } from '../rules/passwords.ts'
import { linkInput, shortest, signUpInput } from '../schema.ts'
import { consent, user } from '../tables.ts'
import type { ConsentKind } from '../text/consents.ts'
import { enterText } from '../text/enter.ts'
import { asksForCode, cookiesOf, type Entry, welcome } from './entry.ts'
import { confirmMail, takenMail } from './mails.ts'

/** Throws the sentence that says why a password will not do. */
export function demandGoodPassword(password: string, own: readonly string[], language: Language, field = 'password') {
  const t = enterText(language)
  if ([...password].length < shortest) throw new Invalid({ [field]: t('passwordShort', { count: shortest }) })
  if (isCommon(password, own)) throw new Invalid({ [field]: t('passwordCommon') })
}

/**
 * Makes an account that waits for its address to be confirmed. An address that has one already is answered in the same
 * way; its owner gets a mail.
 */
export const signUp = action({
  name: 'accounts.sign-up',
  about: user,
  input: signUpInput,
  load: nothing,
  allow: policy.anybody,
  async run({ tx, language, now, origin, input, mail }) {
    const { name, email, password, browser } = input
    const t = enterText(language)
    demandGoodPassword(password, [name, email], language)
    if (!input.terms) throw new Invalid({ terms: t('termsNeeded') })
    const { auth, within } = accountsOf(tx)
    const { answer, letters } = await within(tx, () =>
      auth.api.signUpEmail({ body: { name, email, password }, headers: browser.headers }).catch((error: unknown) => {
        throw new Invalid({ '': t(refusalOf(error) === 'INVALID_EMAIL' ? 'emailWrong' : 'notPossible') })
      }),
    )
    const [letter] = letters
    if (letter?.kind !== 'confirm') {
      const owner = await tx.one(policy.accountAt(email))
      if (owner) await mail(takenMail(origin, owner))
      return { id: owner?.id ?? null }
    }
    const account = await tx.update(user, { id: answer.user.id }, { language })
    const kinds: ConsentKind[] = input.newsletter ? ['terms', 'newsletter'] : ['terms']
    for (const kind of kinds)
      await tx.insert(consent, {
        userId: account.id,
        kind,
        version: currentVersion(kind, dayOf(now)),
        givenAt: now,
      })
    await mail(confirmMail(origin, account, letter.token))
    return { id: account.id }
  },
})

/** The address that a confirmation link speaks of. better-auth has checked its signature before this is believed. */
const addressIn = (link: string): string => {
  const payload = JSON.parse(Buffer.from(link.split('.')[1] ?? '', 'base64url').toString('utf8')) as { email?: unknown }
  return String(payload.email)
}

/** Proves that the address is the person's, and lets them in. A link that was used before only says so. */
export const confirmAddress = action({
  name: 'accounts.confirm-address',
  about: user,
  input: linkInput,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry | { outcome: 'already'; id: string; cookies: readonly string[] }> {
    const { tx, input, language } = step
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .verifyEmail({ query: { token: input.token }, headers: input.browser.headers, returnHeaders: true })
        .catch((error: unknown) => {
          const isLate = refusalOf(error) === 'TOKEN_EXPIRED'
          throw new Invalid({ '': enterText(language)(isLate ? 'linkLate' : 'linkWrong') })
        }),
    )
    const account = await tx.one(policy.accountAt(addressIn(input.token)))
    if (!account) throw new Invalid({ '': enterText(language)('linkWrong') })
    const cookies = cookiesOf(answer.headers)
    if (asksForCode(answer.response)) return { outcome: 'code', id: account.id, cookies }
    if (cookies.length === 0) return { outcome: 'already', id: account.id, cookies }
    await welcome(step, account, input.browser)
    return { outcome: 'in', id: account.id, cookies }
  },
})
