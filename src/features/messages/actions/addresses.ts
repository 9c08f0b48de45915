import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { outbox } from '../../../db/tables.ts'
import { Refused, TooMany } from '../../../kernel/errors.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { addressToken, readAddressToken } from '../rules/addresses.ts'
import { addressInput, addressTokenInput, reviveInput } from '../schema.ts'
import { addressText } from '../text/addresses.ts'
import { keysFor, site } from './notify.ts'

const day = 24 * 60 * 60_000
/** Of links to new addresses: the site writes to strangers for nobody. */
const mostADay = 5

/** « Mon adresse fonctionne de nouveau » : the next mail tries it. By its owner, or by the team for anybody. */
export const reviveAddress = action({
  name: 'messages.reviveAddress',
  about: user,
  input: reviveInput,
  load: async (tx, actor, { address }) => {
    const dead = await tx.one(policy.deadAddressesSeenBy(actor), policy.isAddress(address))
    return dead && { address: dead.address }
  },
  allow: policy.reviveAddress,
  async run({ tx, actor, subject: { address } }) {
    await tx.removeAll(policy.deadAddressesSeenBy(actor), policy.isAddress(address))
    return { address }
  },
})

/** A link to the new address: only somebody who reads mails there may put it in the place of the one that is dead. */
export const requestAddress = action({
  name: 'messages.requestAddress',
  about: user,
  input: addressInput,
  load: (tx, actor) => tx.one(policy.ownUnreachable(actor)),
  allow: policy.self,
  async run({ tx, input: { email }, subject: { id, name, language }, now, origin, mail }) {
    const key = (await keysFor(tx, [id])).get(id) ?? ''
    const t = addressText(language)
    const asked = await tx.count(
      policy.mailsSince(id, new Date(now.getTime() - day)),
      eq(outbox.subject, t('confirmSubject')),
    )
    if (asked >= mostADay) throw new TooMany(day / 1000, t('tooMany'))
    const path = `/notices/address/confirm?token=${addressToken({ accountId: id, email, now }, key)}`
    const message = {
      subject: t('confirmSubject'),
      greeting: t('hello', { name }),
      paragraphs: [t('confirmBody')],
      button: { label: t('confirmButton'), href: mailLink(origin, language, path) },
      small: [t('worksDay'), t('notYou')],
    }
    await mail({ ...layOut(message, language, { name: site, origin }), to: email, accountId: id, confidential: true })
    return { id }
  },
})

/** The account answers to its new address from now on. Whoever follows the link must be signed in. */
export const confirmAddress = action({
  name: 'messages.confirmAddress',
  about: user,
  input: addressTokenInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { token }, subject, now, language }) {
    const key = (await keysFor(tx, [subject.id])).get(subject.id) ?? ''
    const email = readAddressToken(token, { accountId: subject.id, now }, key)
    if (email === null) throw new Refused(addressText(language)('linkOver'))
    await tx.removeAll(policy.deadAddressNamed(subject.email))
    await tx.update(user, subject, { email, emailVerified: true, updatedAt: now })
    return { id: subject.id }
  },
  refusals: { account_email_taken: (language) => addressText(language)('taken') },
})
