import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { linkIn, password, signUp } from './examples.ts'
import { user } from './tables.ts'

type Site = ReturnType<typeof openSite>
const ada = { name: 'Ada Lovelace', email: 'ada@example.org', password }
const wanted = { email: 'ada.lovelace@example.net', password }
const path = '/account/address'
const tokenOf = async (site: Site) =>
  new URL(linkIn((await site.mails()).at(-1)), 'http://passerelle').searchParams.get('token') ?? ''

describe('an account moves to another address', () => {
  test('when the link that was sent there is opened, and the old one is told', async ({ site, db }) => {
    const browser = await signUp(site, ada)
    expect((await browser.post(path, wanted)).status).toBe(303)
    expect((await site.mails()).at(-1)?.recipient).toBe(wanted.email)
    expect(await db.select().from(user).where(eq(user.email, ada.email))).toHaveLength(1)

    const link = linkIn((await site.mails()).at(-1))
    expect((await site.visit().get(link)).text).toContain('Prendre cette adresse')
    const moved = await browser.post('/new-address', { token: await tokenOf(site) })
    expect([moved.status, moved.location]).toEqual([303, '/account/profile'])
    const told = (await site.mails()).at(-1)
    expect([told?.recipient, told?.text.includes(wanted.email)]).toEqual([ada.email, true])
    expect((await browser.get('/account/profile')).text).toContain(wanted.email)
    expect((await site.visit().post('/sign-in', ada)).status).not.toBe(303)
    expect((await site.visit().post('/sign-in', wanted)).status).toBe(303)
  })
  test('in a browser that is not signed in, too, and only once', async ({ site }) => {
    const browser = await signUp(site, ada)
    await browser.post(path, wanted)
    const token = await tokenOf(site)
    const moved = await site.visit().post('/new-address', { token })
    expect([moved.status, moved.location]).toEqual([303, '/sign-in'])
    const again = await site.visit().post('/new-address', { token })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Ce lien n’est plus bon')
  })
  test('not without the password, nor to its own address, nor to half of one', async ({ site }) => {
    const browser = await signUp(site, ada)
    const sent = (await site.mails()).length
    const wrong = await browser.post(path, { ...wanted, password: 'another-password-2026' })
    expect(wrong.text).toContain('Ce n’est pas votre mot de passe')
    expect((await browser.post(path, ada)).text).toContain('C’est déjà votre adresse')
    expect((await browser.post(path, { ...wanted, email: 'ada@' })).status).toBe(422)
    expect(await site.mails()).toHaveLength(sent)
  })
  test('not to somebody else’s: they get a mail, and the page says the same as ever', async ({ site }) => {
    await signUp(site, { name: 'Grace Hopper', email: wanted.email, password })
    const browser = await signUp(site, ada)
    const asked = await browser.post(path, wanted)
    expect([asked.status, asked.location]).toEqual([303, '/account/profile'])
    const told = (await site.mails()).at(-1)
    expect(told?.recipient).toBe(wanted.email)
    expect(told?.text).not.toContain('new-address')
  })
  test('not when another account has taken it meanwhile', async ({ site }) => {
    const browser = await signUp(site, ada)
    await browser.post(path, wanted)
    const token = await tokenOf(site)
    await signUp(site, { name: 'Grace Hopper', email: wanted.email, password })
    const late = await browser.post('/new-address', { token })
    expect(late.status).toBe(422)
    expect(late.text).toContain('appartient entre-temps à un autre compte')
  })
  test('not by another account’s browser, nor by an invented link', async ({ site }) => {
    const browser = await signUp(site, ada)
    await browser.post(path, wanted)
    const token = await tokenOf(site)
    const other = await signUp(site, { name: 'Grace Hopper', email: 'grace@example.org', password })
    expect((await other.post('/new-address', { token })).text).toContain('depuis un autre compte')
    const forged = Buffer.from(JSON.stringify({ email: ada.email, updateTo: 'evil@example.org' })).toString('base64url')
    for (const link of ['', 'nonsense', `x.${forged}.y`])
      expect((await site.visit().post('/new-address', { token: link })).status).toBe(422)
  })
})
