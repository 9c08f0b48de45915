import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, origin, test } from '../../app/testing.ts'
import { journal, outbox } from '../../db/tables.ts'
import { createToken } from './actions/tokens.ts'
import { linkIn, password, signUp } from './examples.ts'
import { consent, session, token, twoFactor, user } from './tables.ts'

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password }
type Site = ReturnType<typeof openSite>

/** RFC 6238 with a base32 key: what the telephone shows. */
function codeOf(key: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
const keyIn = (html: string) => /value="([A-Z2-7]{32,})"/.exec(html)?.[1] ?? ''
const security = '/account/security'

async function withTwoFactors(site: Site) {
  const browser = await signUp(site, ada)
  await browser.post(`${security}/two-factors`, { password })
  const key = keyIn((await browser.get(`${security}/two-factors/confirm`)).text)
  const made = await browser.post(`${security}/two-factors/confirm`, { code: codeOf(key) })
  const codes = [...made.text.matchAll(/<li>([\w]{5}-[\w]{5})<\/li>/g)].map(([, code = '']) => code)
  return { browser, key, codes, made }
}

describe('an account', () => {
  test('is for those who are signed in; others come back to it', async ({ site }) => {
    for (const path of ['', '/profile', '/security', '/consents', '/data', '/tokens']) {
      const { status, location } = await site.visit().get(`/account${path}`)
      expect([status, location]).toEqual([303, `/sign-in?next=${encodeURIComponent(`/account${path}`)}`])
      expect((await (await site.as('person')).get(`/en/account${path}`)).status).toBe(200)
    }
  })
  test('has a profile, and a name is needed', async ({ site }) => {
    const browser = await site.as('person')
    const fields = { name: 'Zoé Exemple', headline: 'Animatrice 3D', city: 'Annecy', bio: 'Bonjour.', language: 'en' }
    expect((await browser.post('/account/profile', fields)).status).toBe(303)
    expect((await browser.get('/account/profile')).text).toContain('value="Animatrice 3D"')
    const wrong = await browser.post('/account/profile', { ...fields, name: ' ' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="Annecy"')
  })
  test('shows its sessions and closes one, but nobody else’s', async ({ site, db }) => {
    const one = await signUp(site, ada)
    const other = site.visit()
    await other.post('/sign-in', ada, { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/600' })
    const page = await one.get(security)
    expect(page.text).toContain('Safari · iPhone')
    expect(page.text).toContain('Cette session')
    const [found] = await db.select().from(session).where(eq(session.userAgent, 'Mozilla/5.0 (iPhone) Safari/600'))
    expect((await (await site.as('administrator')).post(`/account/sessions/${found?.id}/close`)).status).toBe(404)
    expect((await one.post(`/account/sessions/${found?.id}/close`)).status).toBe(303)
    expect((await other.get('/account')).status).toBe(303)
  })
  test('changes its password when the current one is right; other sessions end', async ({ site }) => {
    const one = await signUp(site, ada)
    const other = site.visit()
    await other.post('/sign-in', ada)
    const chosen = 'quatre girafes et un pont'
    const wrong = await one.post('/account/password', { current: 'pas du tout cela', password: chosen })
    expect([wrong.status, wrong.text.includes('Ce n’est pas votre mot de passe actuel')]).toEqual([422, true])
    expect((await one.post('/account/password', { current: password, password: chosen })).status).toBe(303)
    expect((await one.get('/account')).status).toBe(200)
    expect((await other.get('/account')).status).toBe(303)
    expect((await site.mails()).at(-1)?.subject).toBe('Votre mot de passe a changé')
  })
  test('without a password sets a first one', async ({ site }) => {
    const browser = await site.as('person')
    expect((await browser.get(security)).text).toContain('Choisir un mot de passe')
    expect((await browser.post('/account/password', { password })).status).toBe(303)
    expect((await site.visit().post('/sign-in', { email: 'person@example.org', password })).status).toBe(303)
  })
})

describe('the second factor', () => {
  test('is asked for at every sign-in once its first code was right', async ({ site, db }) => {
    const { browser, key, codes, made } = await withTwoFactors(site)
    expect([made.status, codes.length]).toEqual([201, 10])
    expect((await site.mails()).at(-1)?.subject).toBe('La double authentification est activée')
    expect((await browser.get(security)).text).toContain('Désactiver')
    expect((await browser.get(`${security}/two-factors/confirm`)).location).toBe(security)
    const kept = JSON.stringify(await db.select().from(twoFactor))
    for (const secret of [key, ...codes]) expect(kept).not.toContain(secret)

    const fresh = site.visit()
    const half = await fresh.post('/sign-in', { ...ada, next: '/account/data' })
    expect(half.location).toBe('/sign-in/code?next=%2Faccount%2Fdata')
    expect((await fresh.get('/account')).status).toBe(303)
    expect((await fresh.post('/sign-in/code', { code: '000000' })).status).toBe(422)
    const whole = await fresh.post('/sign-in/code', { code: codeOf(key), next: '/account/data' })
    expect([whole.status, whole.location]).toEqual([303, '/account/data'])
    expect((await fresh.get('/account')).status).toBe(200)
  })
  test('is asked for after the link of a mail, too', async ({ site }) => {
    await withTwoFactors(site)
    const fresh = site.visit()
    await fresh.post('/sign-in/by-link', { email: ada.email })
    const link = new URL(linkIn((await site.mails()).at(-1)), origin)
    const half = await fresh.post('/sign-in/link', { token: link.searchParams.get('token') ?? '' })
    expect(half.location).toBe('/sign-in/code')
    expect((await fresh.get('/account')).status).toBe(303)
  })
  test('may be a backup code, once', async ({ site }) => {
    const { codes } = await withTwoFactors(site)
    const [code = ''] = codes
    const enter = async () => {
      const fresh = site.visit()
      await fresh.post('/sign-in', ada)
      return (await fresh.post('/sign-in/code', { code })).status
    }
    expect([await enter(), await enter()]).toEqual([303, 422])
  })
  test('guesses end after five', async ({ site }) => {
    const { key } = await withTwoFactors(site)
    const fresh = site.visit()
    await fresh.post('/sign-in', ada)
    for (let n = 0; n < 5; n++) await fresh.post('/sign-in/code', { code: '000000' })
    expect((await fresh.post('/sign-in/code', { code: codeOf(key) })).status).toBe(422)
  })
  test('is neither started nor stopped without the password', async ({ site }) => {
    const { browser } = await withTwoFactors(site)
    for (const path of ['/two-factors/stop', '/backup-codes']) {
      const refused = await browser.post(security + path, { password: 'pas le bon du tout' })
      expect([refused.status, refused.text.includes('Ce n’est pas votre mot de passe')]).toEqual([422, true])
    }
    expect((await browser.post(`${security}/backup-codes`, { password })).text).toContain('codes de secours')
    expect((await browser.post(`${security}/two-factors/stop`, { password })).location).toBe(security)
    expect((await site.visit().post('/sign-in', ada)).location).toBe('/account')
  })
  test('of somebody without a password needs a sign-in of the last quarter of an hour', async ({ site, db }) => {
    const browser = await site.as('person')
    expect((await browser.post(`${security}/two-factors`)).status).toBe(303)
    await db.update(session).set({ createdAt: new Date(Date.now() - 16 * 60_000) })
    const late = await browser.post(`${security}/two-factors`)
    expect([late.status, late.text.includes('Demandez un lien de connexion')]).toEqual([422, true])
  })
})

describe('consents', () => {
  test('keep who agreed to which wording and when, and that it was withdrawn', async ({ site, db }) => {
    const browser = await site.as('person')
    await browser.post('/account/consents/newsletter/give')
    await browser.post('/account/consents/newsletter/give')
    await browser.post('/account/consents/newsletter/withdraw')
    const rows = await db.select().from(consent)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ kind: 'newsletter', version: '2026-01-01', withdrawnAt: expect.any(Date) })
    expect((await browser.get('/account/consents')).text).toContain('retiré le')
  })
  test('that go with the account are not withdrawn, and there are no others than ours', async ({ site }) => {
    const browser = await site.as('person')
    await browser.post('/account/consents/terms/give')
    expect((await browser.post('/account/consents/terms/withdraw')).status).toBe(409)
    expect((await browser.post('/account/consents/nonsense/give')).status).toBe(422)
  })
})

describe('personal tokens', () => {
  const wanted = { name: 'Tableur', scopes: ['accounts:read'], days: '30' }
  const bearing = (secret: string) => ({ authorization: `Bearer ${secret}` })
  test('are shown once, kept as a hash, open the API within their scopes, and end', async ({ site, db }) => {
    const browser = await site.as('person')
    const made = await browser.post('/account/tokens', wanted)
    const secret = /value="(pss_[\w-]+)"/.exec(made.text)?.[1] ?? ''
    expect([made.status, secret.length]).toEqual([201, 47])
    expect((await browser.get('/account/tokens')).text).not.toContain(secret)
    const kept = JSON.stringify([await db.select().from(token), await db.select().from(journal)])
    expect(kept).not.toContain(secret)
    const own = await site.visit().get('/api/v1/account', bearing(secret))
    expect([own.status, JSON.parse(own.text).email]).toEqual([200, 'person@example.org'])
    const write = await site.visit().send('/api/v1/account', {
      method: 'PUT',
      headers: { ...bearing(secret), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Autre', language: 'fr' }),
    })
    expect(write.status).toBe(403)
    const [row] = await db.select().from(token)
    expect(row?.lastUsedAt).not.toBeNull()
    expect((await browser.post(`/account/tokens/${row?.id}/revoke`)).status).toBe(303)
    expect((await site.visit().get('/api/v1/account', bearing(secret))).status).toBe(401)
  })
  test('say what is missing, and are nobody else’s', async ({ site, db }) => {
    const browser = await site.as('person')
    expect((await browser.post('/account/tokens', { name: '', days: '30' })).status).toBe(422)
    await browser.post('/account/tokens', wanted)
    const [row] = await db.select().from(token)
    expect((await (await site.as('administrator')).post(`/account/tokens/${row?.id}/revoke`)).status).toBe(404)
  })
  test('offer what the API of all features can be allowed', async ({ site }) => {
    const { text } = await (await site.as('person')).get('/account/tokens/new')
    for (const scope of ['accounts:read', 'organisations:write']) expect(text).toContain(`value="${scope}"`)
  })
  test('expire by themselves', async ({ site }) => {
    const context = site.context(await site.actor('person'), new Date(Date.now() - 31 * 24 * 3_600_000))
    const { secret } = await createToken(context, wanted)
    expect((await site.visit().get('/api/v1/account', bearing(secret))).status).toBe(401)
  })
})

describe('all my data', () => {
  test('leave as an archive', async ({ site, db }) => {
    const browser = await signUp(site, ada)
    const answer = await browser.post('/account/data/export')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="passerelle-\d{4}-\d\d-\d\d\.zip"$/,
    )
    expect(answer.text.slice(0, 2)).toBe('PK')
    expect(answer.text).toContain('account.json')
    const entries = await db.select().from(journal).where(eq(journal.action, 'accounts.export-data'))
    expect(entries).toHaveLength(1)
  })
  test('disappear with the account, after their consequences were said and the password given', async ({
    site,
    db,
  }) => {
    const browser = await signUp(site, ada)
    await browser.post('/account/tokens', { name: 'x', scopes: 'accounts:read', days: '30' })
    const page = await browser.get('/account/data/delete')
    for (const said of ['Un jeton d’API cesse', 'Votre compte disparaît', 'Le journal des opérations garde'])
      expect(page.text).toContain(said)
    expect((await browser.post('/account/data/delete', { password: 'pas le bon du tout' })).status).toBe(422)
    const [before] = await db.select().from(user).where(eq(user.email, ada.email))
    expect((await browser.post('/account/data/delete', { password })).location).toBe('/')
    expect(await db.select().from(user).where(eq(user.email, ada.email))).toEqual([])
    expect(await db.select().from(session)).toEqual([])
    const mails = await db.select().from(outbox)
    expect(mails.map(({ subject, accountId }) => [subject, accountId])).toEqual([['Votre compte est supprimé', null]])
    expect((await browser.get('/account')).status).toBe(303)
    const kept = await db.select().from(journal).orderBy(journal.id)
    expect(kept.at(-1)).toMatchObject({ action: 'accounts.delete-account', actorId: before?.id })
    expect(JSON.stringify(kept)).not.toContain('Ada')
  })
  test('of the last administrator stay', async ({ site }) => {
    const browser = await site.as('administrator')
    const refused = await browser.post('/account/data/delete')
    expect([refused.status, refused.text.includes('dernière personne à administrer')]).toEqual([409, true])
  })
})
