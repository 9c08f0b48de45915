import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { outbox } from '../../db/tables.ts'
import { system } from '../../kernel/actor.ts'
import { changeRole } from './actions/people.ts'
import { createToken } from './actions/tokens.ts'
import { linkIn, password } from './examples.ts'
import { canReadMail } from './rules/standing.ts'
import { user } from './tables.ts'

const tokenIn = (link: string) => new URL(link, 'http://x').searchParams.get('token') ?? ''
const aMail = {
  recipient: 'ada@example.org',
  language: 'fr' as const,
  subject: 'Bonjour',
  text: 'Le texte du message.',
  html: '<p>Le <b>texte</b></p>',
}

describe('the list of people', () => {
  test('is the team’s', async ({ site }) => {
    for (const path of ['/accounts', '/accounts/invitations', '/accounts/export.csv', '/outbox']) {
      expect([path, (await (await site.as('person')).get(path)).status]).toEqual([path, 403])
      expect([path, (await (await site.as('staff')).get(path)).status]).toEqual([path, 200])
    }
  })
  test('is searched without accents, filtered by role and sorted', async ({ site, db }) => {
    await db.insert(user).values([
      { name: 'Zoé Énard', email: 'zoe@example.org', role: 'reviewer' },
      { name: 'Abel Brun', email: 'abel@example.org' },
    ])
    const browser = await site.as('staff')
    const found = (await browser.get('/accounts?q=enard')).text
    expect(found).toContain('Zoé Énard')
    expect(found).not.toContain('Abel Brun')
    expect((await browser.get('/accounts?role=reviewer')).text).not.toContain('Abel Brun')
    const down = (await browser.get('/accounts?sort=-name')).text
    expect(down.indexOf('Zoé Énard')).toBeLessThan(down.indexOf('Abel Brun'))
  })
  test('shows thirty to a page', async ({ site, db }) => {
    await db
      .insert(user)
      .values(Array.from({ length: 35 }, (_, n) => ({ name: `Personne ${n + 10}`, email: `p${n}@example.org` })))
    const browser = await site.as('staff')
    const count = (text: string) => text.match(/href="\/accounts\/[0-9a-f-]{36}"/g)?.length
    expect(count((await browser.get('/accounts')).text)).toBe(30)
    expect(count((await browser.get('/accounts?page=2')).text)).toBe(6)
  })
  test('leaves as a file with the same filters', async ({ site }) => {
    await site.personOf('person')
    const browser = await site.as('staff')
    const { text, headers } = await browser.get('/accounts/export.csv?role=staff')
    expect(headers.get('content-disposition')).toContain('personnes.csv')
    expect(text.split('\r\n')[1]).toContain('Staff Exemple;staff@example.org;Équipe du pôle')
    expect(text).not.toContain('person@example.org')
    expect((await browser.get('/accounts/export.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  })
})

describe('somebody’s role', () => {
  test('is changed by administrators only', async ({ site, db }) => {
    const { id } = await site.personOf('person')
    const staff = await site.as('staff')
    expect((await staff.get(`/accounts/${id}`)).text).not.toContain('Changer le rôle')
    expect((await staff.post(`/accounts/${id}/role`, { role: 'reviewer' })).status).toBe(403)
    const administrator = await site.as('administrator')
    expect((await administrator.get(`/accounts/${id}`)).text).toContain('Changer le rôle')
    const done = await administrator.post(`/accounts/${id}/role`, { role: 'reviewer' })
    expect([done.status, done.location]).toEqual([303, `/accounts/${id}`])
    const notice = (await administrator.get(`/accounts/${id}`)).text
    expect(notice).toContain('Person Exemple a maintenant le rôle «\u00a0Expert(e)\u00a0».')
    expect((await db.select().from(user)).find((one) => one.id === id)?.role).toBe('reviewer')
  })
  test('of the last administrator stays', async ({ site }) => {
    const { id } = await site.personOf('administrator')
    const refused = await (await site.as('administrator')).post(`/accounts/${id}/role`, { role: 'person' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('nommez d’abord quelqu’un d’autre')
  })
  test('that does not exist is a mistake of the form', async ({ site }) => {
    const { id } = await site.personOf('person')
    const answer = await (await site.as('administrator')).post(`/accounts/${id}/role`, { role: 'king' })
    expect(answer.status).toBe(422)
  })
  test('of nobody is a page that is not there', async ({ site }) => {
    const browser = await site.as('administrator')
    expect((await browser.get('/accounts/nobody')).status).toBe(404)
    expect((await browser.get(`/accounts/${crypto.randomUUID()}`)).status).toBe(404)
  })
})

const ada = { email: 'ada@example.org', role: 'reviewer', language: 'en' }

describe('an invitation', () => {
  test('opens an account with its role, once', async ({ site, db }) => {
    const staff = await site.as('staff')
    expect((await staff.post('/accounts/invitations', { ...ada, name: 'Ada' })).status).toBe(303)
    const [mail] = await site.mails()
    expect(mail).toMatchObject({ recipient: ada.email, language: 'en', confidential: true })
    const link = linkIn(mail)
    const guest = site.visit()
    const page = await guest.get(link)
    expect(page.text).toContain('Your invitation')
    expect(page.text).toContain('value="Ada"')
    const form = { token: tokenIn(link), name: 'Ada Lovelace', password }
    const untold = await guest.post('/en/invitation', form)
    expect(untold.status).toBe(422)
    expect(untold.text).toContain('tick the box')
    const done = await guest.post('/en/invitation', { ...form, terms: 'on' })
    expect([done.status, done.location]).toEqual([303, '/en/sign-in'])
    const made = (await db.select().from(user)).find(({ email }) => email === ada.email)
    expect(made).toMatchObject({ name: 'Ada Lovelace', role: 'reviewer', emailVerified: true })
    expect((await guest.post('/sign-in', { email: ada.email, password })).status).toBe(303)
    const late = await site.visit().get(link)
    expect(late.status).toBe(410)
    expect(late.text).toContain('no longer valid')
  })
  test('to somebody who has an account by then raises their role', async ({ site, db }) => {
    await (await site.as('staff')).post('/accounts/invitations', { ...ada, email: 'person@example.org' })
    await site.personOf('person')
    const link = linkIn((await site.mails())[0])
    const person = await site.as('person')
    expect((await person.get(link)).text).toContain('You already have an account')
    expect((await person.post('/invitation', { token: tokenIn(link) })).location).toBe('/account')
    expect((await db.select().from(user)).find(({ email }) => email === 'person@example.org')?.role).toBe('reviewer')
  })
  test('of a role that the inviter may not give is refused at the field', async ({ site }) => {
    const staff = await site.as('staff')
    expect((await staff.get('/accounts/invitations/new')).text).not.toContain('value="administrator"')
    const refused = await staff.post('/accounts/invitations', { ...ada, role: 'administrator' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('donne ce rôle')
  })
  test('is sent again with a new link; withdrawn, no link works', async ({ site }) => {
    const staff = await site.as('staff')
    await staff.post('/accounts/invitations', ada)
    const [, id] = /invitations\/([0-9a-f-]{36})\/resend/.exec((await staff.get('/accounts/invitations')).text) ?? []
    expect((await staff.post(`/accounts/invitations/${id}/resend`)).status).toBe(303)
    const [first, second] = (await site.mails()).map(linkIn)
    expect((await site.visit().get(first ?? '')).status).toBe(410)
    expect((await site.visit().get(second ?? '')).status).toBe(200)
    expect((await staff.post(`/accounts/invitations/${id}/withdraw`)).status).toBe(303)
    expect((await site.visit().get(second ?? '')).status).toBe(410)
    const list = (await staff.get('/accounts/invitations?state=withdrawn')).text
    expect(list).toContain('ada@example.org')
    expect((await staff.get('/accounts/invitations?state=open')).text).not.toContain('ada@example.org')
    expect((await staff.post(`/accounts/invitations/${id}/resend`)).status).toBe(409)
  })
  test('without a link that anybody made is an invitation that ended', async ({ site }) => {
    expect((await site.visit().get('/invitation')).status).toBe(410)
    expect((await site.visit().post('/invitation', { token: 'made up' })).location).toBe('/invitation?token=made%20up')
  })
})

describe('the mails', () => {
  test('are found by recipient and state, and read as text, never as a page', async ({ site, db }) => {
    const [mail] = await db.insert(outbox).values(aMail).returning()
    const staff = await site.as('staff')
    expect((await staff.get('/outbox?q=ada&state=waiting')).text).toContain('Bonjour')
    expect((await staff.get('/outbox?state=failed')).text).not.toContain(`/outbox/${mail?.id}`)
    const { text } = await staff.get(`/outbox/${mail?.id}`)
    expect(text).toContain('Le texte du message.')
    expect(text).toContain('&lt;b&gt;texte&lt;/b&gt;')
    expect((await (await site.as('person')).get(`/outbox/${mail?.id}`)).status).toBe(403)
  })
  test('leave as files that mail programs open', async ({ site, db }) => {
    const [mail] = await db.insert(outbox).values(aMail).returning()
    const { text, headers } = await (await site.as('staff')).get(`/outbox/${mail?.id}.eml`)
    expect(headers.get('content-type')).toBe('message/rfc822')
    expect(text).toContain('To: ada@example.org')
    expect(text).toContain('Subject: Bonjour')
  })
  test('that failed get on their way again; those that left do not', async ({ site, db }) => {
    const [failed] = await db
      .insert(outbox)
      .values({ ...aMail, state: 'failed', attempts: 3, lastError: 'connection refused' })
      .returning()
    const staff = await site.as('staff')
    expect((await staff.get(`/outbox/${failed?.id}`)).text).toContain('connection refused')
    expect((await staff.post(`/outbox/${failed?.id}/again`)).location).toBe(`/outbox/${failed?.id}`)
    expect((await site.mails()).map(({ state }) => state)).toEqual(['waiting'])
    const [sent] = await db
      .insert(outbox)
      .values({ ...aMail, state: 'sent' })
      .returning()
    const refused = await staff.post(`/outbox/${sent?.id}/again`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Ce message est déjà parti.')
  })
})

describe('a personal token', () => {
  const tokenOf = async (
    site: { actor: (name: 'staff') => Promise<never>; context: (actor: never) => never },
    scopes: string[],
  ) => (await createToken(site.context(await site.actor('staff')), { name: 'Essai', scopes, days: 1 })).secret
  test('speaks for its owner, within its scopes', async ({ site }) => {
    const secret = await tokenOf(site as never, ['accounts:read'])
    const headers = { authorization: `Bearer ${secret}` }
    const own = await site.visit().get('/api/v1/account', headers)
    expect(JSON.parse(own.text)).toMatchObject({ email: 'staff@example.org', role: 'staff' })
    const list = await site.visit().get('/api/v1/accounts?limit=1', headers)
    expect(JSON.parse(list.text).items).toHaveLength(1)
    const body = JSON.stringify({ name: 'Autre', language: 'fr' })
    const json = { ...headers, 'content-type': 'application/json' }
    const refused = await site.visit().send('/api/v1/account', { method: 'PUT', headers: json, body })
    expect(refused.status).toBe(403)
  })
  test('changes what its owner may change', async ({ site }) => {
    const headers = {
      authorization: `Bearer ${await tokenOf(site as never, ['accounts:read', 'accounts:write'])}`,
      'content-type': 'application/json',
    }
    const send = (method: string, path: string, body: object = {}) =>
      site.visit().send(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    expect((await send('PUT', '/account', { name: 'Nouveau Nom', language: 'en' })).status).toBe(200)
    const invited = await send('POST', '/account-invitations', ada)
    expect(invited.status).toBe(201)
    const { id } = JSON.parse(invited.text)
    const listed = await site.visit().get('/api/v1/account-invitations?state=open', headers)
    expect(JSON.parse(listed.text).items).toMatchObject([{ id, state: 'open', inviter: 'Nouveau Nom' }])
    expect((await send('DELETE', `/account-invitations/${id}`)).status).toBe(200)
    const person = await site.personOf('person')
    expect((await send('PUT', `/accounts/${person.id}/role`, { role: 'staff' })).status).toBe(403)
    await changeRole(site.context(system), { id: (await site.personOf('staff')).id, role: 'person' })
    expect((await site.visit().get('/api/v1/accounts', headers)).status).toBe(403)
  })
})

test('a mail with a personal link is its recipient’s alone once mails leave', () => {
  expect(canReadMail({ confidential: true }, true)).toBe(false)
  expect(canReadMail({ confidential: true }, false)).toBe(true)
  expect(canReadMail({ confidential: false }, true)).toBe(true)
})
