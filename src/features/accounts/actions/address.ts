import { action, nothing } from '../../../db/action.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { addressInput, linkInput } from '../schema.ts'
import { user } from '../tables.ts'
import { addressText } from '../text/address.ts'
import { enterText } from '../text/enter.ts'
import { cookiesOf } from './entry.ts'
import { movedMail, newAddressMail, takenMail } from './mails.ts'
import { demandProof } from './proof.ts'

/**
 * Sends a link to the address that somebody wants instead of theirs. One that belongs to another account is answered in
 * the same way; its owner gets a mail.
 */
export const requestAddress = action({
  name: 'accounts.request-address',
  about: user,
  input: addressInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input, subject, now, language, origin, mail }) {
    const { email, browser } = input
    if (email === subject.email) throw new Invalid({ email: addressText(language)('same') })
    await demandProof(tx, { id: subject.id, ...input }, now, language)
    const { auth, within } = accountsOf(tx)
    const { letters } = await within(tx, () =>
      auth.api.changeEmail({ body: { newEmail: email }, headers: browser.headers }),
    )
    const owner = await tx.one(policy.accountAt(email))
    const [letter] = letters
    if (owner) await mail(takenMail(origin, owner))
    else if (letter) await mail(newAddressMail(origin, { ...subject, email }, letter.token))
    return { id: subject.id, email }
  },
})

type Move = { readonly email: string; readonly updateTo: string }
/** What a link speaks of, before its signature is checked: null when it is not one of ours. */
function moveIn(link: string): Move | null {
  try {
    const told = JSON.parse(Buffer.from(link.split('.')[1] ?? '', 'base64url').toString('utf8')) as Partial<Move>
    return told.email && told.updateTo ? { email: told.email, updateTo: told.updateTo } : null
  } catch {
    return null
  }
}

/** The link proves that the new address is read by the person; the old one is told. Signed in or not. */
export const changeAddress = action({
  name: 'accounts.change-address',
  about: user,
  input: linkInput,
  load: nothing,
  allow: policy.anybody,
  async run({ tx, input, language, origin, mail }) {
    const words = { enter: enterText(language), address: addressText(language) }
    const move = moveIn(input.token)
    const before = move && (await tx.one(policy.accountAt(move.email)))
    if (!move || !before) throw new Invalid({ '': words.enter('linkWrong') })
    if (await tx.one(policy.accountAt(move.updateTo))) throw new Invalid({ '': words.address('taken') })
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .verifyEmail({ query: { token: input.token }, headers: input.browser.headers, returnHeaders: true })
        .catch((error: unknown) => {
          const code = refusalOf(error)
          if (code === 'INVALID_USER') throw new Invalid({ '': words.address('otherAccount') })
          throw new Invalid({ '': words.enter(code === 'TOKEN_EXPIRED' ? 'linkLate' : 'linkWrong') })
        }),
    )
    await mail(movedMail(origin, before, move.updateTo))
    return { id: before.id, email: move.updateTo, cookies: cookiesOf(answer.headers) }
  },
})
