import { Invalid, Refused, TooMany } from '../../../kernel/errors.ts'
import { blank } from '../../../ui/form.tsx'
import { rememberNotice } from '../../../web/notice.ts'
import { goTo, routes, show, type Web } from '../../../web/routing.tsx'
import { signInByOidc } from '../actions/oidc.ts'
import { addPasskey, signInByPasskey, startPasskey } from '../actions/passkeys.ts'
import { oidcProvider } from '../auth/oidc.ts'
import type { Accounts } from '../auth.ts'
import { SignIn } from '../pages/enter.tsx'
import { accountText } from '../text/account.ts'
import { browserOf, keepCookies, keepDevice, limited, ownPath, succeeded } from './browser.ts'
import { afterEntry, wordsOf } from './enter.tsx'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const posted = async (c: Web): Promise<Json> => {
  const body: unknown = await c.req.json().catch(() => null)
  return isObject(body) ? body : {}
}

/** For the passkey element: an answer in JSON, a mistake as a sentence that it shows. */
async function answered(c: Web, deed: () => Promise<Json>) {
  try {
    return c.json(await deed())
  } catch (error) {
    if (error instanceof Invalid) return c.json({ problem: Object.values(error.errors)[0] }, 422)
    if (error instanceof Refused) return c.json({ problem: error.message }, 409)
    if (!(error instanceof TooMany)) throw error
    c.header('retry-after', String(error.retryAfter))
    return c.json({ problem: error.message }, 429)
  }
}

/** Passkeys speak JSON with their element in the browser; the identity provider sends the browser back to us. */
export const keyRoutes = (accounts: Accounts) =>
  routes()
    .post('/account/passkeys/options', (c) =>
      answered(c, async () => {
        const input = { ...(await posted(c)), browser: browserOf(c) }
        const attempts = [['password', c.var.page.actor.email]] as const
        const { options, cookies } = await limited(c, accounts, attempts, () => startPasskey(c.var.context, input))
        await succeeded(c, accounts, attempts)
        keepCookies(c, cookies)
        return { options }
      }),
    )
    .post('/account/passkeys', (c) =>
      answered(c, async () => {
        await addPasskey(c.var.context, { ...(await posted(c)), browser: browserOf(c) })
        rememberNotice(c, accountText(c.var.page.language)('passkeyAdded'))
        return { next: c.var.page.href('/account/security') }
      }),
    )
    .post('/sign-in/passkey/options', (c) =>
      answered(c, () =>
        limited(c, accounts, [], async () => {
          // A challenge is no deed: it lets nobody in and names nobody.
          const { headers, response } = await accounts.auth.api.generatePasskeyAuthenticationOptions({
            headers: browserOf(c).headers,
            returnHeaders: true,
          })
          keepCookies(c, headers.getSetCookie())
          return { options: { ...response, userVerification: 'required' } }
        }),
      ),
    )
    .post('/sign-in/passkey', (c) =>
      answered(c, () =>
        limited(c, accounts, [], async () => {
          const browser = browserOf(c)
          const entry = await signInByPasskey(c.var.context, { ...(await posted(c)), browser })
          await succeeded(c, accounts, [])
          keepDevice(c, browser)
          return { next: c.var.page.href(afterEntry(c, entry, ownPath(c.req.query('next')))) }
        }),
      ),
    )
    .get('/sign-in/oidc', async (c) => {
      const provider = accounts.oidc()
      if (!provider) return goTo(c, '/sign-in')
      const started = await startOidc(c, provider).catch(() => null)
      return started ? c.redirect(started, 302) : refused(c, accounts)
    })
    .get('/sign-in/oidc/callback', async (c) => {
      if (!accounts.oidcName) return goTo(c, '/sign-in')
      const browser = browserOf(c)
      try {
        const entry = await limited(c, accounts, [], () =>
          signInByOidc(c.var.context, { query: c.req.query(), browser }),
        )
        await succeeded(c, accounts, [])
        if (entry.outcome === 'in') keepDevice(c, browser)
        return goTo(c, afterEntry(c, entry, ownPath(c.req.query('next'))))
      } catch (error) {
        if (error instanceof Refused) return refused(c, accounts, error.message)
        throw error
      }
    })

type Provider = NonNullable<ReturnType<Accounts['oidc']>>
/** Where the browser goes to be recognised; the state that comes back with it is kept in a signed cookie. */
async function startOidc(c: Web, provider: Provider): Promise<string | null> {
  const { headers, response } = await provider.auth.api.signInSocial({
    body: { provider: oidcProvider, callbackURL: '/account', scopes: await provider.scopes(), disableRedirect: true },
    headers: browserOf(c).headers,
    returnHeaders: true,
  })
  keepCookies(c, headers.getSetCookie())
  return response.url ?? null
}

const refused = (c: Web, { oidcName }: Accounts, sentence?: string) => {
  const errors = { '': sentence ?? wordsOf(c)('oidcFailed', { name: oidcName ?? '' }) }
  return show(c, <SignIn page={c.var.page} draft={{ ...blank, errors }} next={null} oidcName={oidcName} />, 409)
}
