import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { deadAddress } from '../../db/tables.ts'
import { linkIn } from '../accounts/examples.ts'
import { user } from '../accounts/tables.ts'

type Site = ReturnType<typeof openSite>
async function unreachable(site: Site, db: Parameters<typeof openSite>[0]) {
  const person = await site.personOf('person')
  await db.insert(deadAddress).values({ address: person.email, since: new Date(), reason: '550 5.1.1 No such user' })
  return { person, browser: await site.as('person') }
}
const path = '/notices/address'

describe('an address from which mails come back', () => {
  test('is asked about above every page, and says what its server said', async ({ site, db }) => {
    const { browser } = await unreachable(site, db)
    expect((await browser.get('/en/account')).text).toContain('Our mails no longer reach you')
    expect((await browser.get(path)).text).toContain('550 5.1.1 No such user')
    expect((await (await site.as('hr')).get(path)).text).toContain('Rien à corriger')
    expect((await (await site.as('hr')).post(path, { email: 'new@example.org' })).status).toBe(404)
  })
  test('works again when its owner says so, or the team, and nobody else', async ({ site, db }) => {
    const { browser, person } = await unreachable(site, db)
    const other = await (await site.as('hr')).post(`${path}/works`, { address: person.email })
    expect(other.status).toBe(404)
    expect((await browser.post(`${path}/works`, { address: person.email })).status).toBe(303)
    expect(await db.select().from(deadAddress)).toEqual([])
    await unreachable(site, db)
    const staff = await site.as('staff')
    expect((await staff.get('/messages/addresses?q=person')).text).toContain('1 adresse')
    expect((await staff.post('/messages/addresses/works', { address: person.email })).location).toBe(
      '/messages/addresses',
    )
    expect((await (await site.as('hr')).get('/messages/addresses')).status).toBe(403)
  })
  test('is replaced by one at which its owner reads the link', async ({ site, db }) => {
    const { browser } = await unreachable(site, db)
    expect((await browser.post(path, { email: 'nonsense' })).status).toBe(422)
    expect((await browser.post(path, { email: 'New@Example.org' })).status).toBe(303)
    const mail = (await site.mails()).at(-1)
    expect(mail).toMatchObject({ recipient: 'new@example.org', confidential: true })
    const link = linkIn(mail)
    expect((await (await site.as('hr')).get(link)).text).toContain('plus valable')
    expect((await site.visit().get(link)).location).toContain('/sign-in?next=')
    expect((await browser.get(link)).text).toContain('new@example.org')
    const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
    expect((await (await site.as('hr')).post(`${path}/confirm`, { token })).status).toBe(409)
    expect((await browser.post(`${path}/confirm`, { token })).location).toBe('/account')
    expect((await db.select().from(user)).map(({ email }) => email)).toContain('new@example.org')
    expect(await db.select().from(deadAddress)).toEqual([])
  })
  test('is not replaced by somebody else’s, and links are not sent without end', async ({ site, db }) => {
    const { browser } = await unreachable(site, db)
    const hr = await site.personOf('hr')
    await browser.post(path, { email: hr.email })
    const token = new URL(linkIn((await site.mails()).at(-1)), 'http://localhost').searchParams.get('token') ?? ''
    const taken = await browser.post(`${path}/confirm`, { token })
    expect([taken.status, taken.text.includes('ne peut pas être utilisée')]).toEqual([409, true])
    for (let more = 0; more < 4; more++) await browser.post(path, { email: 'new@example.org' })
    expect((await browser.post(path, { email: 'new@example.org' })).status).toBe(429)
  })
})
