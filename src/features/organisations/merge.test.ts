import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { merge } from './actions/merge.ts'
import { create } from './actions/organisation.ts'
import { anOrganisation } from './examples.ts'
import { byId, history } from './queries/organisation.ts'
import { isSamePlace, mergeChoices, takenFrom } from './rules/merge.ts'

type Site = ReturnType<typeof site>
const one = (site: Site, name: string, more: object = {}) =>
  create(site.context(system), anOrganisation({ legalName: name, ...more }))
const place = (city: string, more: object = {}) => ({ city, postcode: '', address: '', siret: null, ...more })

describe('the choices of a merge', () => {
  test('are the fields that differ; what only one says is proposed', () => {
    const kept = { displayName: 'A', siren: null, sectors: [], website: 'https://a.example', summary: { fr: '' } }
    const gone = {
      displayName: 'A',
      siren: '1',
      sectors: ['cinema'],
      website: 'https://b.example',
      summary: { fr: 'B' },
    }
    expect(mergeChoices(kept, gone).map(({ field, proposed }) => [field, proposed])).toEqual([
      ['siren', 'other'],
      ['sectors', 'other'],
      ['summary', 'other'],
      ['website', 'kept'],
    ])
  })
  test('take a registration with its country', () => {
    expect(
      takenFrom({ registrationCountry: 'CA', registrationNumber: '7' }, ['registrationNumber', 'id', 'state']),
    ).toEqual({
      registrationCountry: 'CA',
      registrationNumber: '7',
    })
  })
  test('know one place from another', () => {
    expect(isSamePlace(place('Lyon', { siret: '1' }), place('Paris', { siret: '1' }))).toBe(true)
    expect(isSamePlace(place('Lyon', { siret: '1' }), place('Lyon', { siret: '2' }))).toBe(false)
    expect(isSamePlace(place('Lyon'), place('LYON', { siret: '2' }))).toBe(true)
  })
})

describe('merging two entries', () => {
  test('keeps the chosen values and brings the rest together', async ({ site }) => {
    const kept = await one(site, 'Studio Bleu', {
      headCounts: [{ year: 2020, people: 3 }],
      emailDomains: ['bleu.example'],
    })
    const gone = await one(site, 'Studio Bleu Nuit', {
      siren: '732829320',
      headCounts: [
        { year: 2020, people: 9 },
        { year: 2021, people: 5 },
      ],
      establishments: [
        { city: 'Lyon', postcode: '69001' },
        { city: 'Annecy', postcode: '74000', siret: '73282932000074' },
      ],
      emailDomains: ['nuit.example'],
    })
    await merge(site.context(system), { id: kept.id, otherId: gone.id, take: ['siren', 'displayName'] })
    const after = await byId(site.read, system, kept.id)
    expect(after).toMatchObject({
      displayName: 'Studio Bleu Nuit',
      legalName: 'Studio Bleu',
      siren: '732829320',
      city: 'Lyon',
    })
    expect(after?.establishments.map((row) => row.city).sort()).toEqual(['Annecy', 'Lyon'])
    expect(after?.headCounts.map((row) => [row.year, row.people])).toEqual([
      [2020, 3],
      [2021, 5],
    ])
    expect(after?.emailDomains).toEqual(['bleu.example', 'nuit.example'])
    expect(await byId(site.read, system, gone.id)).toBeNull()
  })
  test('sends the old addresses on, also after a second merge', async ({ site }) => {
    const [a, b, c] = [await one(site, 'Alpha'), await one(site, 'Beta'), await one(site, 'Gamma')]
    await merge(site.context(system), { id: b.id, otherId: a.id, take: [] })
    await merge(site.context(system), { id: c.id, otherId: b.id, take: [] })
    for (const slug of ['alpha', 'beta']) {
      const answer = await site.visit().get(`/organisations/${slug}`)
      expect([answer.status, answer.location], slug).toEqual([301, '/organisations/gamma'])
    }
    expect((await site.visit().get('/en/organisations/alpha')).location).toBe('/en/organisations/gamma')
    expect((await one(site, 'Alpha')).slug).toBe('alpha-2')
  })
  test('is told in the history with everything that the other entry was', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    await merge(site.context(system), { id: kept.id, otherId: gone.id, take: ['legalName'] })
    const [last] = await history(site.read, system, kept.id)
    expect(last).toMatchObject({ action: 'organisations.merge', note: { organisation: 'Beta' } })
    expect(last?.changes.legalName).toEqual(['Alpha', 'Beta'])
    expect(last?.changes['organisation.state']).toEqual(['published', 'merged'])
  })
  test('of one with itself, or twice, is refused', async ({ site }) => {
    const [kept, gone] = [await one(site, 'Alpha'), await one(site, 'Beta')]
    const context = site.context(system)
    await expect(merge(context, { id: kept.id, otherId: kept.id, take: [] })).rejects.toThrow('deux fiches différentes')
    await merge(context, { id: kept.id, otherId: gone.id, take: [] })
    await expect(merge(context, { id: kept.id, otherId: gone.id, take: [] })).rejects.toMatchObject({ status: 404 })
  })
  test('goes through a page that compares field by field', async ({ site }) => {
    const [kept, gone] = [
      await one(site, 'Studio Bleu'),
      await one(site, 'Studio Bleu SARL', { website: 'https://b.example' }),
    ]
    const staff = await site.as('staff')
    expect((await staff.get(`/organisations/${kept.slug}/merge`)).text).toContain(`/merge/${gone.id}`)
    const compare = await staff.get(`/organisations/${kept.slug}/merge/${gone.id}`)
    expect(compare.text).toContain('https://b.example')
    const done = await staff.post(`/organisations/${kept.slug}/merge/${gone.id}`, {
      'choice.website': 'other',
      'choice.legalName': 'kept',
    })
    expect(done.location).toBe('/organisations/studio-bleu')
    expect(await byId(site.read, system, kept.id)).toMatchObject({
      website: 'https://b.example',
      legalName: 'Studio Bleu',
    })
    expect((await site.visit().get(`/organisations/${kept.slug}/merge`)).status).toBe(403)
  })
})
