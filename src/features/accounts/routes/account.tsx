import QRCode from 'qrcode'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused, TooMany } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { formValues } from '../../../web/form-values.ts'
import { found, goTo, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { removePasskey } from '../actions/passkeys.ts'
import { changePassword } from '../actions/password.ts'
import { changeProfile, giveConsent, withdrawConsent } from '../actions/profile.ts'
import { revokeSession } from '../actions/sign-in.ts'
import { confirmTwoFactors, replaceBackupCodes, startTwoFactors, stopTwoFactors } from '../actions/two-factors.ts'
import { keyAddress } from '../auth/two-factors.ts'
import type { Accounts } from '../auth.ts'
import { Overview, Profile } from '../pages/account.tsx'
import { Consents } from '../pages/consents.tsx'
import { Security } from '../pages/security.tsx'
import { BackupCodes, ProofPage, ScanKey } from '../pages/two-factors.tsx'
import {
  hasPassword,
  ownAccount,
  ownConsents,
  ownPasskeys,
  ownProviders,
  ownSessions,
  pendingKey,
} from '../queries/own.ts'
import { consentStates } from '../rules/consents.ts'
import { accountText } from '../text/account.ts'
import { browserOf, keepCookies, limited, succeeded } from './browser.ts'

const wordsOf = (c: Web) => accountText(c.var.page.language)
const base = '/account/security'
/** Deeds that ask for the password count as attempts at it. */
const proving = (c: Web) => [['password', c.var.page.actor.email]] as const

/** A form whose answer is shown once, on the page that answers it: 201, which Turbo shows as it is. */
export async function showOnce<Output>(
  c: Web,
  deed: (values: Record<string, unknown>) => Promise<Output>,
  made: (output: Output) => Parameters<typeof show>[1],
  again: (draft: Draft) => Parameters<typeof show>[1] | Promise<Parameters<typeof show>[1]>,
) {
  const values = await formValues(c)
  try {
    return show(c, made(await deed(values)), 201)
  } catch (error) {
    if (error instanceof Invalid) return show(c, await again({ values, errors: error.errors }), 422)
    const status = error instanceof Refused ? 409 : error instanceof TooMany ? 429 : null
    if (status === null) throw error
    if (error instanceof TooMany) c.header('retry-after', String(error.retryAfter))
    return show(c, await again({ values, errors: { '': (error as Error).message } }), status)
  }
}

async function securityPage(c: Web, accounts: Accounts, draft?: Draft) {
  const { read, page } = c.var
  const [account, providers, passkeys, sessions, here] = await Promise.all([
    ownAccount(read, page.actor),
    ownProviders(read, page.actor),
    ownPasskeys(read, page.actor),
    ownSessions(read, page.actor, page.now),
    accounts.who(c.req.raw.headers),
  ])
  return (
    <Security
      page={page}
      {...(draft && { draft })}
      hasPassword={providers.includes('credential')}
      isTwoFactor={account?.twoFactorEnabled === true}
      sessions={sessions}
      current={here?.sessionId ?? null}
      passkeys={passkeys}
    />
  )
}

async function proofPage(c: Web, which: 'start' | 'stop' | 'codes', draft = blank) {
  const t = wordsOf(c)
  const words = {
    start: {
      title: t('twoFactorTitle'),
      intro: t('twoFactorExplain'),
      button: t('twoFactorStart'),
      action: `${base}/two-factors`,
    },
    stop: {
      title: t('twoFactorStopTitle'),
      intro: t('twoFactorStopWarn'),
      button: t('twoFactorStop'),
      action: `${base}/two-factors/stop`,
    },
    codes: {
      title: t('codesNewTitle'),
      intro: t('codesNewWarn'),
      button: t('codesNew'),
      action: `${base}/backup-codes`,
    },
  }[which]
  const { page, read } = c.var
  const isPassword = await hasPassword(read, page.actor)
  return (
    <ProofPage page={page} draft={draft} {...words} hasPassword={isPassword} back={base} danger={which === 'stop'} />
  )
}

async function scanPage(c: Web, accounts: Accounts, draft = blank) {
  const { read, page } = c.var
  const secret = await accounts.keyOf(found(await pendingKey(read, page.actor)))
  const qr = await QRCode.toString(keyAddress(secret, page.actor.email, page.identity.name), {
    type: 'svg',
    margin: 1,
  })
  return <ScanKey page={page} draft={draft} qr={qr} secret={secret} />
}

export const accountRoutes = (accounts: Accounts) =>
  routes()
    .get('/account', async (c) => {
      const { read, page } = c.var
      const [account, providers, passkeys, sessions, consents] = await Promise.all([
        ownAccount(read, page.actor),
        ownProviders(read, page.actor),
        ownPasskeys(read, page.actor),
        ownSessions(read, page.actor, page.now),
        ownConsents(read, page.actor),
      ])
      const terms = consentStates(consents, dayOf(page.now)).find(({ text }) => text.required)
      return show(
        c,
        <Overview
          page={page}
          account={found(account)}
          providers={providers}
          passkeys={passkeys.length}
          sessions={sessions.length}
          asksTerms={!terms?.given || terms.isOutdated}
        />,
      )
    })
    .get('/account/profile', async (c) => {
      const account = found(await ownAccount(c.var.read, c.var.page.actor))
      const draft = { values: account, errors: {} }
      return show(c, <Profile page={c.var.page} draft={draft} email={account.email} />)
    })
    .post('/account/profile', async (c) =>
      submit(c, {
        write: changeProfile,
        done: () => '/account/profile',
        notice: () => wordsOf(c)('saved'),
        again: (draft) => <Profile page={c.var.page} draft={draft} email={c.var.page.actor.email} />,
      }),
    )
    .get('/account/security', async (c) => show(c, await securityPage(c, accounts)))
    .post('/account/password', async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) =>
          limited(c, accounts, proving(c), async () => {
            const changed = await changePassword(context, values)
            await succeeded(c, accounts, proving(c))
            return changed
          }),
        done: ({ cookies }) => {
          keepCookies(c, cookies)
          return base
        },
        notice: () => wordsOf(c)('passwordDone'),
        again: (draft) => securityPage(c, accounts, draft),
      }),
    )
    .post('/account/sessions/:id/close', async (c) =>
      press(c, {
        extra: { id: c.req.param('id') },
        write: revokeSession,
        done: () => base,
        notice: () => wordsOf(c)('sessionClosed'),
      }),
    )
    .post('/account/passkeys/:id/remove', async (c) =>
      press(c, {
        extra: { id: c.req.param('id') },
        write: removePasskey,
        done: () => base,
        notice: () => wordsOf(c)('passkeyRemoved'),
      }),
    )
    .get('/account/security/two-factors', async (c) => {
      const account = found(await ownAccount(c.var.read, c.var.page.actor))
      if (account.twoFactorEnabled) return goTo(c, base)
      return show(c, await proofPage(c, 'start'))
    })
    .post('/account/security/two-factors', async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => limited(c, accounts, proving(c), () => startTwoFactors(context, values)),
        done: () => `${base}/two-factors/confirm`,
        again: (draft) => proofPage(c, 'start', draft),
      }),
    )
    .get('/account/security/two-factors/confirm', async (c) => {
      const isWaiting = (await pendingKey(c.var.read, c.var.page.actor)) !== null
      return isWaiting ? show(c, await scanPage(c, accounts)) : goTo(c, base)
    })
    .post('/account/security/two-factors/confirm', async (c) =>
      showOnce(
        c,
        (values) =>
          limited(c, accounts, [['code', c.var.page.actor.email]], async () => {
            const made = await confirmTwoFactors(c.var.context, { ...values, browser: browserOf(c) })
            keepCookies(c, made.cookies)
            await succeeded(c, accounts, [['code', c.var.page.actor.email], ...proving(c)])
            return made
          }),
        ({ backupCodes }) => <BackupCodes page={c.var.page} codes={backupCodes} isNew={false} />,
        (draft) => scanPage(c, accounts, draft),
      ),
    )
    .get('/account/security/two-factors/stop', async (c) => show(c, await proofPage(c, 'stop')))
    .post('/account/security/two-factors/stop', async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => limited(c, accounts, proving(c), () => stopTwoFactors(context, values)),
        done: ({ cookies }) => {
          keepCookies(c, cookies)
          return base
        },
        notice: () => wordsOf(c)('twoFactorGone'),
        again: (draft) => proofPage(c, 'stop', draft),
      }),
    )
    .get('/account/security/backup-codes', async (c) => show(c, await proofPage(c, 'codes')))
    .post('/account/security/backup-codes', async (c) =>
      showOnce(
        c,
        (values) =>
          limited(c, accounts, proving(c), () =>
            replaceBackupCodes(c.var.context, { ...values, browser: browserOf(c) }),
          ),
        ({ backupCodes }) => <BackupCodes page={c.var.page} codes={backupCodes} isNew />,
        (draft) => proofPage(c, 'codes', draft),
      ),
    )
    .get('/account/consents', async (c) => {
      const { read, page } = c.var
      const kept = await ownConsents(read, page.actor)
      return show(c, <Consents page={page} states={consentStates(kept, dayOf(page.now))} history={kept} />)
    })
    .post('/account/consents/:kind/give', (c) => consented(c, giveConsent))
    .post('/account/consents/:kind/withdraw', (c) => consented(c, withdrawConsent))

const consented = (c: Web, write: typeof giveConsent | typeof withdrawConsent) =>
  press(c, {
    extra: { kind: c.req.param('kind') },
    write,
    done: () => '/account/consents',
    notice: () => wordsOf(c)('consentDone'),
  })
