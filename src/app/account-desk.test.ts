import { describe, expect } from 'vitest'
import { system } from '../kernel/actor.ts'
import { accountDesk } from './account-desk.ts'
import { test } from './testing.ts'

const zoe = { name: 'Zoé Test', email: 'zoe@example.org', role: 'staff' } as const
const password = 'trois girafes sous le pont'

describe('accounts at the command line', () => {
  test('are made with a link by which the person chooses a password', async ({ site, db }) => {
    const desk = accountDesk({ db, context: () => site.context(system) })
    const link = new URL(await desk.create(zoe))
    expect(link.pathname).toBe('/reset')
    const token = link.searchParams.get('token') ?? ''
    expect((await site.visit().post('/reset', { token, password })).status).toBe(303)
    expect((await site.visit().post('/sign-in', { email: zoe.email, password })).status).toBe(303)
    expect(await desk.list()).toMatchObject([zoe])
  })
  test('change their role, but for the last administrator', async ({ site, db }) => {
    const desk = accountDesk({ db, context: () => site.context(system) })
    await desk.create(zoe)
    await desk.setRole('Zoe@example.org', 'administrator')
    expect((await desk.list())[0]?.role).toBe('administrator')
    await expect(desk.setRole(zoe.email, 'person')).rejects.toThrow('nommez d’abord quelqu’un d’autre')
  })
  test('that do not exist are named', async ({ db, site }) => {
    const desk = accountDesk({ db, context: () => site.context(system) })
    await expect(desk.invite('nobody@example.org')).rejects.toThrow('There is no account nobody@example.org.')
    await expect(desk.create({ ...zoe, email: 'staff@example.org' })).resolves.toContain('/reset?token=')
    await expect(desk.create({ ...zoe, email: 'staff@example.org' })).rejects.toThrow()
  })
})
