import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Forbidden, Invalid, Refused } from '../../../kernel/errors.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { newSecret } from '../auth/tokens.ts'
import { accountsOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { currentVersion } from '../rules/consents.ts'
import { hashOf } from '../rules/secrets.ts'
import { higherRole, invitationLength, invitationState } from '../rules/standing.ts'
import { acceptInput, email, inviteInput, oneInput } from '../schema.ts'
import { consent, credential, invitation, user } from '../tables.ts'
import { roleName } from '../text/account.ts'
import { enterText } from '../text/enter.ts'
import { staffText } from '../text/staff.ts'
import { invitationMail } from './mails.ts'
import { demandGoodPassword } from './sign-up.ts'

const newLink = (now: Date) => {
  const { secret, hash } = newSecret()
  return { secret, kept: { hash, sentAt: now, expiresAt: new Date(now.getTime() + invitationLength) } }
}
type Row = typeof invitation.$inferSelect
function mailOf({ email, name, role, language, expiresAt }: Row, secret: string, inviter: string, origin: string) {
  const to = { name, email: email ?? '', language }
  const until = formatDay(dayOf(expiresAt), language)
  return invitationMail(origin, to, { inviter, role: roleName(role, language), until, token: secret })
}

/** Sends somebody a link to open an account with a role. Only roles that the inviter may give. */
export const invite = action({
  name: 'accounts.invite',
  about: invitation,
  input: inviteInput,
  load: nothing,
  allow: policy.invite,
  async run({ tx, actor, input, now, language, origin, mail, note }) {
    const t = staffText(language)
    if (!policy.inviteAs(actor, input)) throw new Invalid({ role: t('notYourRole') })
    if (await tx.one(policy.accountAt(input.email))) throw new Invalid({ email: t('hasAccount') })
    const open = and(eq(invitation.email, input.email), isNull(invitation.acceptedAt), isNull(invitation.withdrawnAt))
    const before = await tx.lock(policy.invitationsVisibleTo(actor), open)
    if (before && invitationState(before, now) === 'open') throw new Invalid({ email: t('alreadyInvited') })
    if (before) await tx.update(invitation, before, { withdrawnAt: now })
    const { secret, kept } = newLink(now)
    const row = await tx.insert(invitation, { ...input, ...kept, invitedBy: actor.id })
    await mail(mailOf(row, secret, actor.kind === 'account' ? actor.name : '', origin))
    note({ role: input.role })
    return row
  },
})

/** A new link, another fourteen days; the old link ends. */
export const resendInvitation = action({
  name: 'accounts.resend-invitation',
  about: invitation,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.invitationsVisibleTo(actor), eq(invitation.id, id)),
  allow: policy.inviteAs,
  async run({ tx, actor, subject, now, language, origin, mail }) {
    if (!['open', 'expired'].includes(invitationState(subject, now)) || !subject.email)
      throw new Refused(staffText(language)('notOpen'))
    const { secret, kept } = newLink(now)
    const row = await tx.update(invitation, subject, kept)
    await mail(mailOf(row, secret, actor.name, origin))
    return row
  },
})

export const withdrawInvitation = action({
  name: 'accounts.withdraw-invitation',
  about: invitation,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.invitationsVisibleTo(actor), eq(invitation.id, id)),
  allow: policy.inviteAs,
  async run({ tx, subject, now, language }) {
    if (!['open', 'expired'].includes(invitationState(subject, now))) throw new Refused(staffText(language)('notOpen'))
    return tx.update(invitation, subject, { withdrawnAt: now })
  },
})

/** For an empty site: a link, printed once where the program starts, that makes its first administrator. */
export const inviteFirstAdministrator = action({
  name: 'accounts.invite-first-administrator',
  about: invitation,
  input: z.object({}),
  load: nothing,
  allow: policy.handLinks,
  async run({ tx, now, origin }) {
    if ((await tx.count(policy.administrators())) > 0) throw new Forbidden()
    await tx.updateAll(policy.openAdministratorLinks(), undefined, { withdrawnAt: now })
    const { secret, kept } = newLink(now)
    const row = await tx.insert(invitation, { ...kept, email: null, role: 'administrator' })
    return { id: row.id, link: `${origin}/invitation?token=${secret}` }
  },
})

type Accepting = { readonly name: string; readonly email: string; readonly password: string; readonly terms: boolean }
function demandAnswers({ name, email: address, password, terms }: Accepting, language: Language) {
  const t = enterText(language)
  if (!name) throw new Invalid({ name: t('nameNeeded') })
  if (!email.safeParse(address).success) throw new Invalid({ email: t('emailWrong') })
  demandGoodPassword(password, [name, address], language)
  if (!terms) throw new Invalid({ terms: t('termsNeeded') })
}

/** The link proves the address: the account needs no confirmation. One that exists by now takes the higher role. */
export const acceptInvitation = action({
  name: 'accounts.accept-invitation',
  about: user,
  input: acceptInput,
  load: async (tx, _actor, { token }) => ({ found: await tx.lock(policy.invitationBehind(hashOf(token))) }),
  allow: policy.anybody,
  async run({ tx, input, subject: { found: subject }, now, language, note }) {
    const t = staffText(language)
    if (!subject || invitationState(subject, now) !== 'open') throw new Invalid({ '': t('acceptGone') })
    note({ role: subject.role })
    const known = subject.email ? await tx.one(policy.accountAt(subject.email)) : null
    if (known) {
      await tx.update(user, known, { role: higherRole(known.role, subject.role), emailVerified: true })
      await tx.update(invitation, subject, { acceptedAt: now, acceptedBy: known.id })
      return { id: known.id }
    }
    const email = subject.email ?? input.email
    demandAnswers({ ...input, email }, language)
    if (await tx.one(policy.accountAt(email))) throw new Invalid({ email: t('addressTaken') })
    const { password: hasher } = await accountsOf(tx).auth.$context
    const { name, password } = input
    const account = await tx.insert(user, { name, email, emailVerified: true, role: subject.role, language })
    const kept = await hasher.hash(password)
    await tx.insert(credential, { userId: account.id, accountId: account.id, providerId: 'credential', password: kept })
    const version = currentVersion('terms', dayOf(now))
    await tx.insert(consent, { userId: account.id, kind: 'terms', version, givenAt: now })
    await tx.update(invitation, subject, { acceptedAt: now, acceptedBy: account.id })
    return { id: account.id }
  },
})
