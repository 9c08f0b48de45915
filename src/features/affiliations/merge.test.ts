import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { merge } from '../organisations/actions/merge.ts'
import { create } from '../organisations/actions/organisation.ts'
import { anOrganisation } from '../organisations/examples.ts'
import { addPerson } from './actions/affiliations.ts'
import { followMerge } from './actions/merge.ts'
import { join } from './actions/requests.ts'
import { merged, stragglers } from './jobs.ts'
import { leftBehind } from './queries/merged.ts'
import { peopleOf } from './queries/people.ts'
import { requestsTo } from './queries/requests.ts'
import { affiliationsFeature } from './routes.tsx'

type Site = ReturnType<typeof site>
const one = (site: Site, name: string) => create(site.context(system), anOrganisation({ legalName: name }))
const mergeInto = (site: Site, kept: { id: string }, gone: { id: string }) =>
  merge(site.context(system), { id: kept.id, otherId: gone.id, take: [] })
const follow = (site: Site) => merged.run(site.context(system), site.read, '')
async function add(site: Site, id: string, name: 'hr' | 'employee', startsOn: string, role = 'hr') {
  const { email } = await site.personOf(name)
  await addPerson(site.context(system), { id, email, role, startsOn })
}

describe('after two organisations were merged', () => {
  test('their people and requests are together, nobody twice', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    await add(site, kept.id, 'hr', '2015-01-01')
    await add(site, gone.id, 'hr', '2010-01-01')
    await add(site, gone.id, 'employee', '2012-01-01')
    const person = site.context(await site.actor('person'))
    await join(person, { id: kept.id })
    await join(person, { id: gone.id })
    await mergeInto(site, kept, gone)
    await follow(site)
    const people = await peopleOf(site.read, system, kept.id)
    expect(people.map((row) => [row.email, row.startsOn])).toEqual([
      ['employee@example.org', '2012-01-01'],
      ['hr@example.org', '2010-01-01'],
    ])
    expect(await requestsTo(site.read, system, kept.id)).toHaveLength(1)
  })
  test('a chain of merges leads to the last one, in whatever order they are followed', async ({ site }) => {
    const [a, b, c] = [await one(site, 'Alpha'), await one(site, 'Beta'), await one(site, 'Gamma')]
    await add(site, a.id, 'hr', '2010-01-01')
    await add(site, b.id, 'employee', '2011-01-01', 'employee')
    await mergeInto(site, b, a)
    await mergeInto(site, c, b)
    await follow(site)
    expect(await peopleOf(site.read, system, c.id)).toHaveLength(2)
    expect((await site.actor('hr')).affiliations).toEqual([{ organisationId: c.id, role: 'hr' }])
  })
  test('nobody is left behind, and following once more changes nothing', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    await add(site, gone.id, 'hr', '2010-01-01')
    expect(await leftBehind(site.read)).toEqual([])
    await mergeInto(site, kept, gone)
    expect(await leftBehind(site.read)).toEqual([{ id: gone.id }])
    await stragglers.run(site.context(system), site.read)
    expect(await leftBehind(site.read)).toEqual([])
    await follow(site)
    expect(await peopleOf(site.read, system, kept.id)).toHaveLength(1)
  })
  test('the program follows by itself', () => {
    expect(affiliationsFeature.reactions?.map(({ on }) => on)).toEqual(['organisations.merge'])
  })
  test('nobody else moves people, nor those of an organisation that was not merged', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    await mergeInto(site, kept, gone)
    const representative = site.context(await site.actor('representative'))
    await expect(followMerge(representative, { id: gone.id })).rejects.toMatchObject({ status: 403 })
    await expect(followMerge(site.context(system), { id: kept.id })).rejects.toMatchObject({ status: 404 })
  })
  test('the team is told beforehand how many people come along', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    await add(site, gone.id, 'hr', '2010-01-01')
    const staff = await site.as('staff')
    const page = await staff.get(`/organisations/${kept.slug}/merge/${gone.id}`)
    expect(page.text).toContain('1 personne est rattachée à la fiche gardée')
    const english = await staff.get(`/en/organisations/${kept.slug}/merge/${gone.id}`)
    expect(english.text).toContain('1 person is linked to the entry kept')
  })
})
