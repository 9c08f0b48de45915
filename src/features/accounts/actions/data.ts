import { z } from 'zod'
import { action } from '../../../db/action.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { PersonalData } from '../../../web/personal.ts'
import { accountsOf } from '../auth.ts'
import * as policy from '../policy.ts'
import {
  countOwnMails,
  ownAccount,
  ownConsents,
  ownPasskeys,
  ownProviders,
  ownSessions,
  ownTokens,
} from '../queries/own.ts'
import { leavesNoAdministrator } from '../rules/standing.ts'
import { confirmedInput } from '../schema.ts'
import { user } from '../tables.ts'
import { accountText } from '../text/account.ts'
import { deletedMail } from './mails.ts'
import { demandProof } from './proof.ts'

/** Notes that the person took their data away. The archive itself is written by the route, from queries. */
export const exportData = action({
  name: 'accounts.export-data',
  about: user,
  input: z.object({}),
  load: (tx, actor) => tx.one(policy.ownAccount(actor)),
  allow: policy.self,
  run: async ({ subject }) => ({ id: subject.id }),
})

/** Every feature erases its own, then the account goes, with all that hangs on it. One transaction: all or nothing. */
export const deleteAccount = action({
  name: 'accounts.delete-account',
  about: user,
  input: confirmedInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { password, browser }, subject, now, language, origin, mail }) {
    const { id, name, email, role } = subject
    if (leavesNoAdministrator(role, null, await tx.count(policy.administrators())))
      throw new Refused(accountText(language)('lastAdministrator'))
    await demandProof(tx, { id, password, browser }, now, language)
    const { personal } = accountsOf(tx)
    for (const { erase } of personal.toReversed()) await erase(tx, { id, email }, now)
    await tx.remove(user, subject)
    await mail(deletedMail(origin, { name, email, language: subject.language }))
    return { id }
  },
})

/** Throws out what has expired: sessions, links, accounts never confirmed, mails and counters of long ago. */
export const tidyUp = action({
  name: 'accounts.tidy-up',
  about: user,
  input: z.object({}),
  load: async () => ({}),
  allow: policy.tidy,
  async run({ tx, now, note }) {
    const counts: Record<string, number> = {}
    for (const [name, rows] of Object.entries(policy.expired(now))) counts[name] = await tx.removeAll(rows)
    note(counts)
    return {}
  },
})

/** What accounts themselves hold about a person. */
export const accountData: PersonalData = {
  key: 'account',
  data: async (read, person) => ({
    profile: (await ownAccount(read, person)) ?? {},
    signInMethods: await ownProviders(read, person),
    passkeys: await ownPasskeys(read, person),
    sessions: await ownSessions(read, person, new Date()),
    consents: await ownConsents(read, person),
    apiTokens: await ownTokens(read, person),
    mails: await read.rows(policy.mailsOf(named(person))),
  }),
  consequences: async (read, person, language) => {
    const t = accountText(language)
    const tokens = (await ownTokens(read, person)).filter(({ revokedAt }) => revokedAt === null).length
    const mails = await countOwnMails(read, named(person))
    return [
      t('goesAccount'),
      ...(tokens ? [t('goesTokens', { count: tokens })] : []),
      ...(mails ? [t('goesMails', { count: mails })] : []),
      t('staysJournal'),
      t('staysMail'),
    ]
  },
  erase: async (tx, account) => {
    await tx.removeAll(policy.mailsOf(account))
    await tx.removeAll(policy.verificationsOf(account))
    await tx.removeAll(policy.invitationsTo(account))
  },
}
const named = ({ id, email }: Actor) => ({ id: id ?? '', email })
