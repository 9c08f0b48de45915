import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { affiliationData } from './actions/personal.ts'
import { join } from './actions/requests.ts'
import { exampleCast } from './examples.ts'
import { peopleOf } from './queries/people.ts'
import { requestsTo } from './queries/requests.ts'

type Site = ReturnType<typeof site>
const company = (site: Site) => exampleCast(site.context(system), site.personOf)

describe('what affiliations know about a person', () => {
  test('are their places and their requests, and nobody else’s', async ({ site }) => {
    const { id } = await company(site)
    await join(site.context(await site.actor('person')), { id, message: 'Je commence lundi.' })
    expect(await affiliationData.data(site.read, await site.actor('employee'))).toEqual({
      affiliations: [
        { organisation: 'Studio Bleu', role: 'employee', title: '', startsOn: '2006-03-01', endsOn: null },
      ],
      requests: [],
    })
    const asked = await affiliationData.data(site.read, await site.actor('person'))
    expect(asked).toMatchObject({
      affiliations: [],
      requests: [{ organisation: 'Studio Bleu', role: 'employee', message: 'Je commence lundi.', state: 'waiting' }],
    })
  })
  test('is said before an account goes, in both languages', async ({ site }) => {
    const { id } = await company(site)
    const said = async (name: 'employee' | 'person' | 'reviewer', language: 'fr' | 'en') =>
      affiliationData.consequences(site.read, await site.actor(name), language)
    await join(site.context(await site.actor('person')), { id })
    expect(await said('employee', 'fr')).toEqual([
      'Votre rattachement à une organisation disparaît. Sa fiche reste dans l’annuaire.',
    ])
    expect(await said('person', 'en')).toEqual(['Your request to join is withdrawn.'])
    expect(await said('reviewer', 'fr')).toEqual([])
  })
  test('goes with the account, and leaves the others', async ({ db, site }) => {
    const { id } = await company(site)
    const person = await site.actor('person')
    await join(site.context(person), { id })
    const tx = writer(db, () => {})
    for (const one of [person, await site.actor('employee')])
      await affiliationData.erase(tx, { id: one.id ?? '', email: one.email }, new Date())
    expect((await peopleOf(site.read, system, id)).map((row) => row.role).sort()).toEqual(['hr', 'representative'])
    expect(await requestsTo(site.read, system, id)).toEqual([])
  })
})
