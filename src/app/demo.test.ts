import { describe, expect } from 'vitest'
import { linkIn, loadPeople } from '../features/accounts/examples.ts'
import { consent, user } from '../features/accounts/tables.ts'
import { system } from '../kernel/actor.ts'
import { demoAccounts, firstAdministratorLink } from './demo.ts'
import { test } from './testing.ts'

const password = 'trois girafes sous le pont'

describe('the people of the demo', () => {
  test('sign in with the password that the terminal shows, one for each role first', async ({ site, db }) => {
    const people = await loadPeople(site.context(system))
    const accounts = await demoAccounts({ db })
    expect(accounts).toHaveLength(people.size)
    expect(accounts.slice(0, 9).map(({ role }) => role)).toEqual([
      'staff',
      'administrator',
      'reviewer',
      'representative',
      'hr',
      'employee',
      'school representative',
      'laboratory representative',
      'student',
    ])
    const [first] = accounts
    const done = await site.visit().post('/sign-in', { email: first?.email ?? '', password: first?.password ?? '' })
    expect(done.status).toBe(303)
    const fiona = (await db.select().from(user)).find(({ name }) => name === 'Fiona McAllister')
    expect(fiona).toMatchObject({ language: 'en', headline: 'Expert in video games and international markets' })
    expect((await db.select().from(consent)).filter(({ kind }) => kind === 'terms')).toHaveLength(people.size)
    expect((await site.mails()).map(({ recipient }) => recipient)).toEqual(['odile.marchenoir@experts.example'])
  })
  test('are not listed where there is no demo', async ({ db }) => {
    expect(await demoAccounts({ db })).toEqual([])
  })
})

describe('an empty site', () => {
  test('has a link for its first administrator, and none once there is one', async ({ site, db }) => {
    const runtime = { db, context: () => site.context(system) }
    const given = await firstAdministratorLink(runtime)
    const link = linkIn({ text: given ?? '' })
    const token = new URL(link, 'http://x').searchParams.get('token') ?? ''
    const form = { token, name: 'Zoé Énard', email: 'zoe@example.org', password, terms: 'on' }
    const guest = site.visit()
    expect((await guest.get(link)).text).toContain('name="email"')
    expect((await guest.post('/invitation', { ...form, email: '' })).status).toBe(422)
    expect((await guest.post('/invitation', form)).status).toBe(303)
    await guest.post('/sign-in', { email: form.email, password })
    expect((await guest.get('/accounts')).status).toBe(200)
    expect(await firstAdministratorLink(runtime)).toBeNull()
  })
})
