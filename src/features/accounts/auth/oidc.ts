import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { z } from 'zod'

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button: « Se connecter avec ProConnect ». */
  readonly name: string
}
export const oidcProvider = 'oidc'

/** What providers call who somebody is: OpenID's standard claims, and ProConnect's. */
const claims = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  usual_name: z.string().optional(),
})
const discovery = z.object({ userinfo_endpoint: z.url(), scopes_supported: z.array(z.string()).optional() })
const wanted = ['openid', 'email', 'profile', 'given_name', 'usual_name']
const patience = 10_000

const fetchWithin = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers, signal: AbortSignal.timeout(patience), redirect: 'error' })

/** ProConnect answers with a signed JWT; it comes straight from the issuer by TLS, as OpenID Connect Core 3.1.3.7 allows. */
function claimsOf(body: string): unknown {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(body.trim()) ?? []
  return JSON.parse(payload ? Buffer.from(payload, 'base64url').toString('utf8') : body)
}

/** One provider, found by its issuer's discovery document; PKCE, state, nonce and the ID token are better-auth's to check. */
export function oidcPlugin({ issuer, clientId, clientSecret, name }: OidcSettings, origin: string) {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const discover = async () => discovery.parse(await (await fetchWithin(discoveryUrl)).json())
  return {
    /** The scopes of ours that the provider knows: an unknown one makes strict providers refuse. */
    scopes: async () => {
      const { scopes_supported: known } = await discover()
      return wanted.filter((scope) => known?.includes(scope) ?? ['openid', 'email', 'profile'].includes(scope))
    },
    plugin: genericOAuth({
      config: [
        {
          providerId: oidcProvider,
          name,
          discoveryUrl,
          clientId,
          clientSecret,
          pkce: true,
          redirectURI: `${origin}/sign-in/oidc/callback`,
          requireIdTokenVerification: true,
          getUserInfo: async ({ accessToken }) => {
            const { userinfo_endpoint } = await discover()
            const answer = await fetchWithin(userinfo_endpoint, { authorization: `Bearer ${accessToken}` })
            const found = claims.safeParse(claimsOf(await answer.text()))
            if (!answer.ok || !found.success) return null
            const { sub, email, email_verified, given_name, family_name, usual_name } = found.data
            const full = [given_name, usual_name ?? family_name].filter(Boolean).join(' ')
            return {
              id: sub,
              sub,
              email,
              // The operator chose this issuer: its addresses hold unless it says itself that one does not.
              emailVerified: email_verified ?? true,
              name: full || found.data.name || email.replace(/@.*/, ''),
            }
          },
        },
      ],
    }),
  }
}
