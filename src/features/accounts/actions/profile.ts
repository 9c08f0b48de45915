import { and, eq, isNull } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { currentVersion, isConsentKind, textOn } from '../rules/consents.ts'
import { consentInput, profileInput } from '../schema.ts'
import { consent, user } from '../tables.ts'
import { accountText } from '../text/account.ts'

export const changeProfile = action({
  name: 'accounts.change-profile',
  about: user,
  input: profileInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input, subject, now }) {
    return { id: (await tx.update(user, subject, { ...input, updatedAt: now })).id }
  },
})

/** To the wording of today; what was given to an older one is ended by it. */
export const giveConsent = action({
  name: 'accounts.give-consent',
  about: user,
  input: consentInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, actor, input: { kind }, subject, now, note }) {
    if (!isConsentKind(kind)) throw new Invalid({ kind })
    const version = currentVersion(kind, dayOf(now))
    note({ kind, version })
    const standing = and(eq(consent.kind, kind), isNull(consent.withdrawnAt))
    const [given] = await tx.rows(policy.consentsOf(actor), { where: standing })
    if (given?.version === version) return { id: subject.id }
    await tx.updateAll(policy.consentsOf(actor), standing, { withdrawnAt: now })
    await tx.insert(consent, { userId: subject.id, kind, version, givenAt: now })
    return { id: subject.id }
  },
})

export const withdrawConsent = action({
  name: 'accounts.withdraw-consent',
  about: user,
  input: consentInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, actor, input: { kind }, subject, now, language, note }) {
    if (!isConsentKind(kind)) throw new Invalid({ kind })
    if (textOn(kind, dayOf(now)).required) throw new Refused(accountText(language)('consentRequired'))
    note({ kind })
    const standing = and(eq(consent.kind, kind), isNull(consent.withdrawnAt))
    await tx.updateAll(policy.consentsOf(actor), standing, { withdrawnAt: now })
    return { id: subject.id }
  },
})
