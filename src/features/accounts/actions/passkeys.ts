import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { confirmedInput, oneInput, passkeyAnswer, passkeyInput } from '../schema.ts'
import { passkey, user } from '../tables.ts'
import { accountText } from '../text/account.ts'
import { enterText } from '../text/enter.ts'
import { type Account, cookiesOf, type Entry, welcome } from './entry.ts'
import { securityMail } from './mails.ts'
import { demandProof } from './proof.ts'

/** What the browser needs to make a key: after the password, so that an open session alone adds none. */
export const startPasskey = action({
  name: 'accounts.start-passkey',
  about: user,
  input: confirmedInput,
  load: (tx, actor) => tx.one(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { password, browser }, subject, now, language }) {
    await demandProof(tx, { id: subject.id, password, browser }, now, language)
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api.generatePasskeyRegistrationOptions({ query: {}, headers: browser.headers, returnHeaders: true }),
    )
    return { id: subject.id, options: answer.response, cookies: cookiesOf(answer.headers) }
  },
})

/** Only after startPasskey: the signed challenge of its answer is what is checked here. */
export const addPasskey = action({
  name: 'accounts.add-passkey',
  about: passkey,
  input: passkeyInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { response, name, browser }, subject, language, origin, mail }) {
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .verifyPasskeyRegistration({ body: { response, name: name || undefined }, headers: browser.headers })
        .catch((error: unknown) => {
          refusalOf(error)
          throw new Invalid({ '': accountText(language)('passkeyFailed') })
        }),
    )
    await mail(securityMail(origin, subject, 'passkeyAdded'))
    return { id: (answer as { id: string }).id }
  },
})

export const removePasskey = action({
  name: 'accounts.remove-passkey',
  about: passkey,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.passkeysOf(actor), eq(passkey.id, id)),
  allow: policy.ownerOf,
  async run({ tx, subject }) {
    await tx.remove(passkey, subject)
    return { id: subject.id }
  },
})

const signedIn = z.object({ user: z.object({ id: z.string() }) })
/** By passkey: it stands for both factors, so no code is asked. */
export const signInByPasskey = action({
  name: 'accounts.sign-in-by-passkey',
  about: user,
  input: passkeyAnswer,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry> {
    const { tx, input, language, note } = step
    const { response, browser } = input
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .verifyPasskeyAuthentication({ body: { response }, headers: browser.headers, returnHeaders: true })
        .catch((error: unknown) => {
          refusalOf(error)
          throw new Invalid({ '': enterText(language)('passkeyFailed') })
        }),
    )
    note({ by: 'passkey' })
    const { user: found } = signedIn.parse(answer.response)
    const account = (await tx.one(policy.accountNamed(found.id))) as Account
    await welcome(step, account, browser)
    return { outcome: 'in', id: account.id, cookies: cookiesOf(answer.headers) }
  },
})
