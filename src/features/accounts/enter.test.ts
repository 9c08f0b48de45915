import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { site as openSite, test } from '../../app/testing.ts'
import { journal } from '../../db/tables.ts'
import { linkIn, password, signUp } from './examples.ts'
import { session, user, verification } from './tables.ts'

const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password, terms: 'on' }

describe('signing up', () => {
  test('makes an account once the link of the mail is pressed', async ({ site, db }) => {
    const browser = site.visit()
    const sent = await browser.post('/sign-up', { ...ada, newsletter: 'on' })
    expect([sent.status, sent.location]).toEqual([303, '/check-mail'])
    expect((await browser.get('/check-mail')).text).toContain('Nous avons écrit à ada@example.org')
    const [mail] = await site.mails()
    expect(mail).toMatchObject({ recipient: 'ada@example.org', subject: 'Confirmez votre adresse', confidential: true })
    const link = linkIn(mail)
    expect(link).toMatch(/^\/confirm\?token=/)
    const page = await browser.get(link)
    expect(page.text).toContain('Confirmer mon adresse')
    expect((await browser.get('/account')).location).toBe('/sign-in?next=%2Faccount')
    const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
    const confirmed = await browser.post('/confirm', { token })
    expect([confirmed.status, confirmed.location]).toEqual([303, '/account'])
    expect((await browser.get('/account')).text).toContain('Ada Lovelace')
    const again = await site.visit().post('/confirm', { token })
    expect(again.location).toBe('/sign-in')
    const entries = await db.select({ action: journal.action }).from(journal).orderBy(journal.id)
    expect(entries.map(({ action }) => action)).toEqual([
      'accounts.sign-up',
      'accounts.confirm-address',
      'accounts.confirm-address',
    ])
    const kept = JSON.stringify(await db.select().from(journal))
    for (const secret of [password, 'ada@example.org', 'Ada', token]) expect(kept).not.toContain(secret)
  })
  test('of an address that has an account answers the same, and tells its owner', async ({ site }) => {
    await site.personOf('person')
    const known = await site.visit().post('/sign-up', { ...ada, email: 'person@example.org' })
    const fresh = await site.visit().post('/sign-up', ada)
    expect([known.status, known.location]).toEqual([fresh.status, fresh.location])
    const [mail] = await site.mails()
    expect(mail).toMatchObject({ recipient: 'person@example.org', subject: 'Vous avez déjà un compte' })
  })
  test.for([
    ['', 'à remplir'],
    ['court', 'au moins 12 caractères'],
    ['motdepasse2026', 'qu’on essaie en premier'],
    ['ada.lovelace.ada', 'qu’on essaie en premier'],
  ])('with the password « %s » says why not', async ([poor = '', why = ''], { site }) => {
    const answer = await site.visit().post('/sign-up', { ...ada, password: poor })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain('value="Ada Lovelace"')
    expect(answer.text).not.toContain('value="court"')
  })
  test('goes with the terms of use', async ({ site }) => {
    const answer = await site.visit().post('/en/sign-up', { name: 'Ada', email: ada.email, password })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('tick the box')
  })
  test('speaks the language of the page from then on', async ({ site, db }) => {
    await site.visit().post('/en/sign-up', ada)
    const [mail] = await site.mails()
    expect(mail?.subject).toBe('Confirm your address')
    expect(mail?.text).toContain('http://localhost/en/confirm?token=')
    expect(mail?.html).toContain('<html lang="en">')
    expect((await db.select().from(user).where(eq(user.email, ada.email)))[0]?.language).toBe('en')
  })
})

describe('signing in', () => {
  test('by password leads to where one was going', async ({ site, db }) => {
    await signUp(site, ada)
    const browser = site.visit()
    const done = await browser.post('/sign-in', { ...ada, next: '/account/security' })
    expect([done.status, done.location]).toEqual([303, '/account/security'])
    const cookie = done.headers.getSetCookie().find((line) => line.startsWith('better-auth.session_token'))
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
    const [row] = await db.select().from(session).orderBy(session.id).limit(1)
    expect(row?.ipAddress).toBe('127.0.0.1')
  })
  test('where the site is reached by https sends its cookies by https only', async ({ db, base }) => {
    const secure = openSite(db, base.queue, { origin: 'https://passerelle.example' })
    const browser = await signUp(secure, ada)
    const line = (await browser.post('/sign-in', ada)).headers.getSetCookie()
    const of = (name: string) => line.find((one) => one.startsWith(name)) ?? ''
    for (const cookie of [of('__Secure-better-auth.session_token'), of('device')])
      expect(cookie).toMatch(/^(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)/)
    expect((await browser.get('/account')).status).toBe(200)
  })
  test('never leads to another site', async ({ site }) => {
    await signUp(site, ada)
    for (const next of ['https://example.com/', '//example.com', '/\\example.com'])
      expect((await site.visit().post('/sign-in', { ...ada, next })).location).toBe('/account')
  })
  test('with a wrong password or an unknown address answers the same', async ({ site }) => {
    await signUp(site, ada)
    const wrong = await site.visit().post('/sign-in', { email: ada.email, password: 'autre chose encore' })
    const unknown = await site.visit().post('/sign-in', { email: 'zoe@example.org', password })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    for (const { text } of [wrong, unknown]) expect(text).toContain('ne vont pas ensemble')
  })
  test('before the address is confirmed sends the confirmation again', async ({ site }) => {
    await site.visit().post('/sign-up', ada)
    const browser = site.visit()
    expect((await browser.post('/sign-in', ada)).location).toBe('/check-mail')
    expect((await site.mails()).map(({ subject }) => subject)).toEqual([
      'Confirmez votre adresse',
      'Confirmez votre adresse',
    ])
    expect((await browser.get('/account')).status).toBe(303)
  })
  test('by a link works once', async ({ site }) => {
    await site.personOf('person')
    const browser = site.visit()
    await browser.post('/sign-in/by-link', { email: 'Person@example.org ', next: '/account/data' })
    const link = new URL(linkIn((await site.mails()).at(-1)), 'http://x')
    const fields = Object.fromEntries(link.searchParams)
    expect(link.pathname).toBe('/sign-in/link')
    expect((await browser.post('/sign-in/link', fields)).location).toBe('/account/data')
    const again = await site.visit().post('/sign-in/link', fields)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Ce lien n’est plus bon')
  })
  test('by a link at an unknown address answers the same, and writes to it', async ({ site }) => {
    const answer = await site.visit().post('/sign-in/by-link', { email: 'zoe@example.org' })
    expect([answer.status, answer.location]).toEqual([303, '/check-mail'])
    expect((await site.mails())[0]).toMatchObject({ subject: 'Aucun compte à cette adresse', confidential: false })
  })
  test('from a device that is not known is told by mail, the first one is not', async ({ site }) => {
    const browser = await signUp(site, ada)
    const before = (await site.mails()).length
    await browser.post('/sign-out')
    await browser.post('/sign-in', ada)
    expect(await site.mails()).toHaveLength(before)
    await site.visit().post('/sign-in', ada, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' })
    const mail = (await site.mails()).at(-1)
    expect(mail).toMatchObject({ subject: 'Nouvelle connexion à votre compte' })
    expect(mail?.text).toContain('Firefox · Windows')
  })
  test('is refused after ten wrong passwords, for the account and for how long', async ({ site }) => {
    await signUp(site, ada)
    const wrong = { email: ada.email, password: 'pas le bon du tout' }
    for (let n = 0; n < 10; n++) await site.visit().post('/sign-in', wrong)
    const answer = await site.visit().post('/sign-in', ada)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(answer.text).toContain('Trop d’essais. Réessayez dans 15 minutes.')
    await site.personOf('person')
    expect((await site.visit().post('/sign-in/by-link', { email: ada.email })).status).toBe(303)
  })
  test('is limited by address too', async ({ site }) => {
    const from = { 'x-forwarded-for': '203.0.113.9' }
    const attempts = Array.from({ length: 60 }, (_, n) => n)
    for (const n of attempts) await site.visit().post('/sign-in', { email: `n${n}@example.org`, password: '' }, from)
    expect((await site.visit().post('/sign-in', ada, from)).status).toBe(429)
    expect((await site.visit().post('/sign-in', ada, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(422)
  })
})

describe('a forgotten password', () => {
  test('is replaced by the link of a mail, and every session ends', async ({ site, db }) => {
    const browser = await signUp(site, ada)
    await site.visit().post('/forgotten', { email: ada.email })
    const link = new URL(linkIn((await site.mails()).at(-1)), 'http://x')
    expect(link.pathname).toBe('/reset')
    const token = link.searchParams.get('token') ?? ''
    expect(JSON.stringify(await db.select().from(verification))).not.toContain(token)
    const chosen = 'quatre girafes et un pont'
    const done = await site.visit().post('/reset', { token, password: chosen })
    expect([done.status, done.location]).toEqual([303, '/sign-in'])
    expect((await browser.get('/account')).status).toBe(303)
    expect((await site.visit().post('/sign-in', ada)).status).toBe(422)
    expect((await site.visit().post('/sign-in', { ...ada, password: chosen })).status).toBe(303)
    expect((await site.mails()).map(({ subject }) => subject)).toContain('Votre mot de passe a changé')
    expect((await site.visit().post('/reset', { token, password: chosen })).status).toBe(422)
  })
  test('of an unknown address answers the same, and tells nobody but its owner', async ({ site }) => {
    const answer = await site.visit().post('/forgotten', { email: 'zoe@example.org' })
    expect([answer.status, answer.location]).toEqual([303, '/check-mail'])
    expect((await site.mails())[0]?.recipient).toBe('zoe@example.org')
  })
})

describe('signing out', () => {
  test('here closes this session, everywhere closes all', async ({ site }) => {
    const one = await signUp(site, ada)
    const other = site.visit()
    await other.post('/sign-in', ada)
    const third = site.visit()
    await third.post('/sign-in', ada)
    await one.post('/sign-out')
    expect((await one.get('/account')).status).toBe(303)
    expect((await other.get('/account')).status).toBe(200)
    expect((await other.post('/sign-out/everywhere')).location).toBe('/sign-in')
    expect((await third.get('/account')).status).toBe(303)
  })
  test('is a page of one button for those who have no menu', async ({ site }) => {
    const browser = await site.as('person')
    expect((await browser.get('/sign-out')).text).toContain('Me déconnecter')
    expect((await site.visit().get('/sign-out')).location).toBe('/sign-in')
  })
})
