import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { archive, create } from './actions/organisation.ts'
import { anOrganisation, example, examples } from './examples.ts'
import { directory } from './queries/directory.ts'
import { directorySearch, kinds } from './schema/input.ts'
import { organisation } from './tables.ts'

type Site = ReturnType<typeof site>
const window = { limit: 30, offset: 0 }
const found = async (site: Site, asked: object) => directory(site.read, directorySearch.parse(asked), window)
const names = async (site: Site, asked: object) => (await found(site, asked)).rows.map((row) => row.displayName)
const one = (site: Site, name: string, more: object = {}) =>
  create(site.context(system), anOrganisation({ legalName: name, ...more }))

describe('the search of the directory', () => {
  test('finds names whatever their accents, capitals, ends and small mistakes', async ({ site }) => {
    await one(site, 'Studio Numérique de l’Écran')
    await one(site, 'Forge Saint-Clair')
    for (const q of ['numerique', 'NUMÉRIQUE', 'studios', 'stud', 'stduio', 'ecran', 'saint clair forge'])
      expect(await names(site, { q }), q).toHaveLength(1)
    expect(await names(site, { q: 'boulangerie' })).toEqual([])
  })
  test('says which word it took for another', async ({ site }) => {
    await one(site, 'Studio Numérique')
    expect((await found(site, { q: 'stduio' })).corrected).toBe('studio')
    expect((await found(site, { q: 'studio' })).corrected).toBeNull()
  })
  test('finds organisations by their town and by what they do, names first', async ({ site }) => {
    await one(site, 'Aiguille', { summary: { fr: 'Doublage de films à Valence.' } })
    await one(site, 'Doublage du Rhône')
    expect(await names(site, { q: 'doublage' })).toEqual(['Doublage du Rhône', 'Aiguille'])
    expect(await names(site, { q: 'lyon' })).toHaveLength(2)
  })
})

test('more than can be ranked come by name, those with the words in their name first, each on one page only', async ({
  site,
  db,
}) => {
  const given = Array.from({ length: 520 }, (_, n) => ({
    slug: `o-${n}`,
    kind: 'company' as const,
    legalName: 'x',
    displayName: n < 40 ? `Studio ${n + 100}` : `Atelier ${n + 100}`,
    summary: { fr: 'Un studio.' },
    description: { fr: '' },
  }))
  await db.insert(organisation).values(given)
  const page = async (number: number) => {
    const offset = (number - 1) * 30
    const { rows } = await directory(site.read, directorySearch.parse({ q: 'studio', sort: 'relevance' }), {
      limit: 30,
      offset,
    })
    return rows.map((row) => row.displayName)
  }
  const pages = [await page(1), await page(2), await page(3)]
  expect(pages.flat()).toEqual(given.slice(0, 90).map((one) => one.displayName))
  expect(await page(18)).toHaveLength(10)
})

describe('the filters of the directory', () => {
  test('add up within one question and narrow each other across questions', async ({ site }) => {
    for (const kind of kinds) await example(site.context(system), kind)
    expect(await names(site, { kind: ['school', 'cluster'] })).toEqual(['École des Images', 'Pôle du Nord'])
    expect(await names(site, { kind: ['school'], sector: ['animation'] })).toEqual([])
    expect(await names(site, { place: ['69'] })).toHaveLength(7)
    expect(await names(site, { place: ['38'] })).toEqual([])
  })
  test('count what choosing each value would show, other filters taken into account', async ({ site }) => {
    for (const kind of kinds) await example(site.context(system), kind)
    const { counts, total } = await found(site, { kind: ['school'] })
    expect(total).toBe(1)
    expect(counts.kind.get('company')).toBe(1)
    expect(counts.sector.get('cinema')).toBe(1)
    expect(counts.sector.get('animation')).toBeUndefined()
  })
  test('ignore nonsense', async ({ site }) => {
    await example(site.context(system), 'company')
    expect(await names(site, { kind: ['bakery'], sort: 'colour', q: 12 })).toHaveLength(1)
  })
})

test('an archived organisation leaves the directory', async ({ site }) => {
  const { id } = await example(site.context(system), 'company')
  await archive(site.context(system), { id, reason: 'Fermée' })
  expect(await names(site, {})).toEqual([])
  expect(examples.company.displayName).toBe('Studio Bleu')
})
