import { action } from '../../../db/action.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { codeInput, confirmedInput } from '../schema.ts'
import { user } from '../tables.ts'
import { accountText } from '../text/account.ts'
import { cookiesOf } from './entry.ts'
import { securityMail } from './mails.ts'
import { demandProof } from './proof.ts'

const refuse = (error: unknown, sentence: string): never => {
  refusalOf(error)
  throw new Refused(sentence)
}

/** Makes a key that waits for its first code; until then nothing changes for the account. */
export const startTwoFactors = action({
  name: 'accounts.start-two-factors',
  about: user,
  input: confirmedInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { password, browser }, subject, now, language }) {
    await demandProof(tx, { id: subject.id, password, browser }, now, language)
    const { auth, within } = accountsOf(tx)
    await within(tx, () =>
      auth.api
        .enableTwoFactor({ body: { password }, headers: browser.headers })
        .catch((error) => refuse(error, accountText(language)('twoFactorNow'))),
    )
    return { id: subject.id }
  },
})

/** The first code proves that the telephone has the key: from now on every sign-in asks. Answers the backup codes, once. */
export const confirmTwoFactors = action({
  name: 'accounts.confirm-two-factors',
  about: user,
  input: codeInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { code, browser }, subject, language, origin, mail }) {
    const t = accountText(language)
    if (subject.twoFactorEnabled) throw new Refused(t('twoFactorNow'))
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, async () => {
      const body = { code: code.replace(/\s/g, '') }
      const verified = await auth.api
        .verifyTOTP({ body, headers: browser.headers, returnHeaders: true })
        .catch((error: unknown) => {
          const isMissing = refusalOf(error) === 'TOTP_NOT_ENABLED'
          throw isMissing ? new Refused(t('twoFactorNotStarted')) : new Invalid({ code: t('twoFactorWrong') })
        })
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: subject.id } })
      return { backupCodes, cookies: cookiesOf(verified.headers) }
    })
    await mail(securityMail(origin, subject, 'twoFactorOn'))
    return { id: subject.id, ...answer }
  },
})

export const stopTwoFactors = action({
  name: 'accounts.stop-two-factors',
  about: user,
  input: confirmedInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { password, browser }, subject, now, language, origin, mail }) {
    await demandProof(tx, { id: subject.id, password, browser }, now, language)
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api.disableTwoFactor({ body: { password }, headers: browser.headers, returnHeaders: true }),
    )
    await mail(securityMail(origin, subject, 'twoFactorOff'))
    return { id: subject.id, cookies: cookiesOf(answer.headers) }
  },
})

/** New backup codes, shown once; the old ones end. */
export const replaceBackupCodes = action({
  name: 'accounts.replace-backup-codes',
  about: user,
  input: confirmedInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, input: { password, browser }, subject, now, language, origin, mail }) {
    await demandProof(tx, { id: subject.id, password, browser }, now, language)
    const { auth, within } = accountsOf(tx)
    const { answer } = await within(tx, () =>
      auth.api
        .generateBackupCodes({ body: { password }, headers: browser.headers })
        .catch((error) => refuse(error, accountText(language)('twoFactorNotStarted'))),
    )
    await mail(securityMail(origin, subject, 'backupCodes'))
    return { id: subject.id, backupCodes: answer.backupCodes }
  },
})
