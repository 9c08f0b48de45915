import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import { passkey as passkeyPlugin } from '@better-auth/passkey'
import { APIError, isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import { twoFactor as twoFactorPlugin } from 'better-auth/plugins/two-factor'
import type { Database } from '../../db/database.ts'
import { meansOf } from '../../db/means.ts'
import type { Tx } from '../../db/writer.ts'
import type { Feature } from '../../web/feature.ts'
import type { PersonalData } from '../../web/personal.ts'
import { openLimits } from './auth/limits.ts'
import { type OidcSettings, oidcPlugin } from './auth/oidc.ts'
import { sessionReader } from './auth/session.ts'
import { tokenReader } from './auth/tokens.ts'
import { readKey } from './auth/two-factors.ts'
import { linkLength, sessionLength } from './rules/standing.ts'
import { longest, shortest } from './schema.ts'
import { credential, passkey, session, twoFactor, user, verification } from './tables.ts'

export type { SignedIn } from './auth/session.ts'
export type AccountsSettings = {
  readonly secret: string
  readonly origin: string
  readonly oidc?: OidcSettings | null | undefined
  /** Mails go out by SMTP. Otherwise they stay here, and the team reads them at /outbox: the demo. */
  readonly mailsLeave?: boolean | undefined
}
/** A mail that better-auth wants sent: the deed writes it, in its own words, into the outbox. */
export type Letter = {
  readonly kind: 'confirm' | 'taken' | 'magicLink' | 'reset' | 'changed'
  readonly email: string
  readonly token: string
}
type Deed = { readonly db: Database; readonly letters: Letter[] }

/** The database, or the transaction of the deed that is under way here. */
const following = (db: Database, deeds: AsyncLocalStorage<Deed>): Database =>
  new Proxy(db, {
    get: (root, name) => {
      const target = deeds.getStore()?.db ?? root
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** better-auth asks for the second factor after a password only: here also after a magic link, a confirmation and OIDC. */
function twoFactors() {
  const plugin = twoFactorPlugin({ issuer: 'Passerelle', allowPasswordless: true })
  const paths = new Set(['/sign-in/email', '/magic-link/verify', '/verify-email', '/callback/:id'])
  const [hook] = plugin.hooks.after
  return {
    ...plugin,
    hooks: { after: [{ ...hook, matcher: (context: { path?: string }) => paths.has(context.path ?? '') }] },
  } as typeof plugin
}
const afterPasskey = ({ verification }: { verification: { authenticationInfo: { userVerified: boolean } } }) => {
  // A passkey stands for both factors: holding the key is one, the finger or code that opens it the other.
  if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
}

/** Passwords, links, passkeys, second factors and OIDC: better-auth's functions are called, none of its routes is mounted. */
export function openAccounts(db: Database, { secret, origin, oidc = null, mailsLeave = false }: AccountsSettings) {
  const deeds = new AsyncLocalStorage<Deed>()
  const write = (letter: Letter) => void deeds.getStore()?.letters.push(letter)
  const shared = {
    secret,
    appName: 'Passerelle',
    baseURL: origin,
    telemetry: { enabled: false },
    database: drizzleAdapter(following(db, deeds), {
      provider: 'pg',
      schema: { user, session, account: credential, verification, twoFactor, passkey },
      transaction: true,
    }),
    advanced: { database: { generateId: false as const }, ipAddress: { ipv6Subnet: 128 as const } },
    rateLimit: { enabled: false },
    session: { expiresIn: sessionLength / 1000, disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' as const },
    user: {
      changeEmail: { enabled: true },
      additionalFields: {
        role: { type: 'string' as const, input: false as const, required: false as const },
        language: { type: 'string' as const, input: false as const, required: false as const },
      },
    },
    logger: { disabled: true },
  }
  const auth = betterAuth({
    ...shared,
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: shortest,
      maxPasswordLength: longest,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkLength.reset * 60,
      sendResetPassword: async ({ user, token }) => write({ kind: 'reset', email: user.email, token }),
      onPasswordReset: async ({ user }) => write({ kind: 'changed', email: user.email, token: '' }),
      onExistingUserSignUp: async ({ user }) => write({ kind: 'taken', email: user.email, token: '' }),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      expiresIn: linkLength.confirm * 60,
      sendVerificationEmail: async ({ user, token }) => write({ kind: 'confirm', email: user.email, token }),
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        storeToken: 'hashed',
        expiresIn: linkLength.magicLink * 60,
        sendMagicLink: async ({ email, token }) => write({ kind: 'magicLink', email, token }),
      }),
      twoFactors(),
      passkeyPlugin({
        rpName: 'Passerelle',
        rpID: new URL(origin).hostname,
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: { afterVerification: afterPasskey },
      }),
    ],
  })
  /** Made when somebody first wants it: a provider that does not answer keeps nobody from signing in otherwise. */
  const openOidc = (settings: OidcSettings) => {
    const { plugin, scopes } = oidcPlugin(settings, origin)
    return { scopes, auth: betterAuth({ ...shared, plugins: [plugin, twoFactors()] }) }
  }
  let provider: ReturnType<typeof openOidc> | null = null
  const cookieName = `${origin.startsWith('https:') ? '__Secure-' : ''}better-auth.session_token`

  const accounts = {
    auth,
    /** Null when no provider is configured. */
    oidcName: oidc?.name ?? null,
    oidc: () => {
      if (oidc && !provider) provider = openOidc(oidc)
      return provider
    },
    mailsLeave,
    limits: openLimits(db),
    /** The key of a second factor that is being set up, for the QR code. */
    keyOf: (kept: string) => readKey(kept, secret),
    who: sessionReader(db, secret, cookieName),
    ownerOfToken: tokenReader(db),
    /** What the features know about people, and the scopes of their API: known once `learn` has been told the features. */
    personal: [] as readonly PersonalData[],
    scopes: [] as readonly string[],
    learn(features: readonly Pick<Feature, 'personal' | 'api'>[]) {
      accounts.personal = features.flatMap(({ personal = [] }) => personal)
      accounts.scopes = [...new Set(features.flatMap(({ api = [] }) => api.map(({ scope }) => scope)))].sort()
    },
    /** Takes the session's cookie from a browser whose account is gone. */
    goneCookie: `${cookieName}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`,
    /** Everything that better-auth reads and writes in `run` belongs to the deed; the mails it wants come back as letters. */
    async within<Answer>(tx: Tx, run: () => Promise<Answer>) {
      const letters: Letter[] = []
      const answer = await deeds.run({ db: meansOf(tx).transaction, letters }, run)
      return { answer, letters: letters as readonly Letter[] }
    },
  }
  opened.set(db, accounts)
  return accounts
}
export type Accounts = ReturnType<typeof openAccounts>

const opened = new WeakMap<Database, Accounts>()

/** The accounts of the database in which a deed happens: deeds are plain values that the command line calls as well. */
export function accountsOf(tx: Tx): Accounts {
  const found = opened.get(meansOf(tx).root)
  if (!found) throw new Error('openAccounts has not been called for this database')
  return found
}

/** What better-auth refused, by its code ('INVALID_TOKEN'); another error is thrown on. */
export function refusalOf(error: unknown): string {
  if (!isAPIError(error)) throw error
  return String(error.body?.code ?? error.status)
}
