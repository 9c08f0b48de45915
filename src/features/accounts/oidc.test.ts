import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { site as openSite, origin, test as plain } from '../../app/testing.ts'
import { journal } from '../../db/tables.ts'
import { credential, user } from './tables.ts'

type Claims = Readonly<Record<string, unknown>>
type Answer = string | Claims
type Grant = { readonly nonce: string; readonly challenge: string }
const clientId = 'passerelle'
const clientSecret = 'between us'
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID provider: discovery, code flow with PKCE, ID tokens by RS256. `who` is whoever signs in there. */
async function openProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const state = { who: {} as Claims, asJwt: false, scopes: '', nonce: null as string | null }
  const signed = (claims: Claims) => {
    const head = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(claims)}`
    return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey).toString('base64url')}`
  }
  const routes: Record<string, (url: URL, body: URLSearchParams, issuer: string) => Answer> = {
    '/.well-known/openid-configuration': (_url, _body, issuer) => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'email', 'given_name', 'usual_name'],
    }),
    '/jwks': () => ({
      keys: [{ ...(publicKey.export({ format: 'jwk' }) as object), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/authorize': ({ searchParams: asked }) => {
      state.scopes = asked.get('scope') ?? ''
      const code = crypto.randomUUID()
      grants.set(code, { nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
      return { to: `${asked.get('redirect_uri')}?code=${code}&state=${asked.get('state')}` }
    },
    '/token': (_url, body, issuer) => {
      const grant = grants.get(body.get('code') ?? '')
      grants.delete(body.get('code') ?? '')
      const proof = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url')
      if (!grant || proof !== grant.challenge) throw new Error('invalid_grant')
      const now = Math.floor(Date.now() / 1000)
      const nonce = state.nonce ?? grant.nonce
      const claims = { iss: issuer, aud: clientId, sub: state.who.sub, nonce, iat: now, exp: now + 60 }
      return { access_token: 'token', token_type: 'Bearer', expires_in: 60, id_token: signed(claims) }
    },
    '/userinfo': () => (state.asJwt ? signed(state.who) : state.who),
  }
  const server: Server = createServer(async (request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const url = new URL(request.url ?? '/', issuer)
    let body = ''
    for await (const piece of request) body += piece
    try {
      const answer = routes[url.pathname]?.(url, new URLSearchParams(body), issuer) ?? {}
      if (typeof answer === 'object' && typeof answer.to === 'string')
        response.writeHead(302, { location: answer.to }).end()
      else if (typeof answer === 'string') response.writeHead(200, { 'content-type': 'application/jwt' }).end(answer)
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: String(error) }))
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { issuer, state, server }
}

const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern
  .extend('provider', async ({}, { onCleanup }) => {
    const { server, ...provider } = await openProvider()
    onCleanup(() => {
      server.closeAllConnections()
      server.close()
    })
    return provider
  })
  .extend('joined', async ({ db, base, provider }) => {
    const oidc = { issuer: provider.issuer, clientId, clientSecret, name: 'ProConnect' }
    return openSite(db, base.queue, { oidc })
  })

type Browser = ReturnType<ReturnType<typeof openSite>['visit']>
/** To the provider, where somebody is recognised, and back. */
async function comeBack(browser: Browser) {
  const away = await browser.get('/sign-in/oidc')
  const recognised = await fetch(away.location ?? '', { redirect: 'manual' })
  return browser.get((recognised.headers.get('location') ?? '').replace(origin, ''))
}
const ada = { sub: 'ada-1', email: 'ada@example.org', given_name: 'Ada', usual_name: 'Lovelace' }

describe('an identity provider', () => {
  test('is offered when it is configured, under its name', async ({ site, joined }) => {
    expect((await joined.visit().get('/sign-in')).text).toContain('Se connecter avec ProConnect')
    expect((await site.visit().get('/sign-in')).text).not.toContain('/sign-in/oidc')
    for (const path of ['/sign-in/oidc', '/sign-in/oidc/callback?code=x&state=y'])
      expect((await site.visit().get(path)).location).toBe('/sign-in')
  })
  test('makes an account for somebody new, who is the same person the next time', async ({ joined, provider, db }) => {
    provider.state.who = ada
    const browser = joined.visit()
    const back = await comeBack(browser)
    expect([back.status, back.location]).toEqual([303, '/account'])
    expect((await browser.get('/account')).text).toContain('Ada Lovelace')
    expect(provider.state.scopes.split(' ').sort()).toEqual(['email', 'given_name', 'openid', 'usual_name'])
    expect((await comeBack(joined.visit())).location).toBe('/account')
    expect(await db.select().from(user).where(eq(user.email, ada.email))).toHaveLength(1)
    const entries = await db.select().from(journal).where(eq(journal.action, 'accounts.sign-in-by-oidc'))
    expect(entries.map(({ note }) => note)).toEqual([{ by: 'oidc' }, { by: 'oidc' }])
  })
  test('may say who somebody is in a signed answer, as ProConnect does', async ({ joined, provider }) => {
    provider.state.who = ada
    provider.state.asJwt = true
    expect((await comeBack(joined.visit())).location).toBe('/account')
  })
  test('joins the account of a confirmed address', async ({ joined, provider, db }) => {
    const { id } = await joined.personOf('person')
    provider.state.who = { ...ada, email: 'person@example.org', email_verified: true }
    expect((await comeBack(joined.visit())).location).toBe('/account')
    expect(await db.select().from(credential)).toMatchObject([{ userId: id, providerId: 'oidc', accountId: 'ada-1' }])
  })
  test('does not join an account by an address that it has not confirmed', async ({ joined, provider, db }) => {
    await joined.personOf('person')
    provider.state.who = { ...ada, email: 'person@example.org', email_verified: false }
    const back = await comeBack(joined.visit())
    expect([back.status, back.text.includes('ne confirme pas')]).toEqual([409, true])
    expect(await db.select().from(credential)).toEqual([])
  })
  test('is asked for the second factor of the account as well', async ({ joined, provider, db }) => {
    await joined.personOf('person')
    await db.update(user).set({ twoFactorEnabled: true })
    provider.state.who = { ...ada, email: 'person@example.org' }
    const browser = joined.visit()
    expect((await comeBack(browser)).location).toBe('/sign-in/code')
    expect((await browser.get('/account')).status).toBe(303)
  })
  test('is not believed with another’s answer: wrong state, wrong nonce', async ({ joined, provider }) => {
    provider.state.who = ada
    const away = await joined.visit().get('/sign-in/oidc')
    const recognised = await fetch(away.location ?? '', { redirect: 'manual' })
    const back = (recognised.headers.get('location') ?? '').replace(origin, '')
    expect((await joined.visit().get(back)).status).toBe(409)
    provider.state.nonce = 'replayed'
    expect((await comeBack(joined.visit())).status).toBe(409)
  })
  test('that does not answer keeps nobody from the other ways', async ({ db, base }) => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId, clientSecret, name: 'ProConnect' }
    const away = openSite(db, base.queue, { oidc })
    const refused = await away.visit().get('/sign-in/oidc')
    expect([refused.status, refused.text.includes('n’a pas permis de vous connecter')]).toEqual([409, true])
  })
})
