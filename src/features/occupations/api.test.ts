import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { edit } from './actions/sheets.ts'
import { makeReferenceSheets } from './examples/reference.ts'
import { aSheet, makeSheet, makeSkills } from './examples.ts'

type Site = ReturnType<typeof site>
const ask = (site: Site) => async (path: string) => {
  const { status, text } = await site.visit().get(`/api/v1${path}`)
  return status === 200 ? JSON.parse(text) : status
}
type Item = { readonly slug: string }
/** Every page of a list, one after the other, as its cursors lead. */
async function walk(site: Site, path: string, between: (page: number) => Promise<unknown> = async () => {}) {
  const slugs: string[] = []
  for (let [next, page] = ['', 0] as [string | null, number]; next !== null && page < 50; page++) {
    const answer: { items: Item[]; next: string | null } = await ask(site)(`${path}&cursor=${next}`)
    slugs.push(...answer.items.map(({ slug }) => slug))
    await between(page)
    next = answer.next
  }
  return slugs
}
const named = (masculine: string) => ({ title: { fr: { masculine, feminine: masculine }, en: '' } })
const letters = ['Élève', 'Danseur', 'Costumier', 'bruiteur', 'Animateur']

test('the JSON API reads sheets, versions and skills', async ({ db, site }) => {
  await makeSkills(site.context(system))
  await makeSheet(site.context(system))
  await makeReferenceSheets(writer(db, () => {}))
  await edit(site.context(system), { ...aSheet({ family: 'technical' }), slug: 'animateur-3d' })
  const get = ask(site)
  expect(await get('/occupations?q=animatrice')).toMatchObject({
    total: 1,
    items: [{ slug: 'animateur-3d', family: 'technical' }],
  })
  expect(await get('/occupations?origin=rome&limit=1')).toMatchObject({ total: 2 })
  expect(await get('/occupations/animateur-3d')).toMatchObject({
    version: 2,
    references: [{ code: 'L1510' }],
    skills: { length: 6 },
  })
  expect((await get('/occupations/animateur-3d/versions')).items.map((one: { number: number }) => one.number)).toEqual([
    2, 1,
  ])
  expect(await get('/skills?kinds=tool')).toMatchObject({ total: 1, items: [{ slug: 'blender', occupations: 1 }] })
  expect(await get('/skills/blender')).toMatchObject({ occupations: [{ slug: 'animateur-3d' }] })
  expect(await get('/occupations/nothing')).toBe(404)
})

describe('a list of the JSON API', () => {
  test('goes on by its cursor to the end, by title, without capitals or accents', async ({ site }) => {
    await makeSkills(site.context(system))
    for (const letter of letters) await makeSheet(site.context(system), named(letter))
    const order = ['animateur', 'bruiteur', 'costumier', 'danseur', 'eleve']
    for (const limit of [1, 2, 5]) expect(await walk(site, `/occupations?limit=${limit}`)).toEqual(order)
    const { items, next, total } = await ask(site)('/occupations?limit=5')
    expect([items.length, next, total]).toEqual([5, null, 5])
  })
  test('stays right while sheets are added before and after the place', async ({ site }) => {
    await makeSkills(site.context(system))
    for (const letter of letters) await makeSheet(site.context(system), named(letter))
    const add = async (page: number) => {
      if (page === 1)
        for (const one of ['Accessoiriste', 'Décorateur']) await makeSheet(site.context(system), named(one))
    }
    expect(await walk(site, '/occupations?limit=1', add)).toEqual([
      'animateur',
      'bruiteur',
      'costumier',
      'danseur',
      'decorateur',
      'eleve',
    ])
  })
  test('of a search goes on by relevance', async ({ site }) => {
    await makeSkills(site.context(system))
    for (const letter of letters) await makeSheet(site.context(system), named(letter))
    const found = await walk(site, '/occupations?q=animatrice&limit=1')
    expect(found.toSorted()).toEqual((await walk(site, '/occupations?q=animatrice&limit=50')).toSorted())
    expect(found).toHaveLength(5)
  })
  test('of skills goes on by label, and by relevance where words are asked for', async ({ site }) => {
    await makeSkills(site.context(system))
    expect(await walk(site, '/skills?limit=4')).toEqual([
      'anatomie',
      'animer-des-personnages',
      'blender',
      'eclairer-une-scene',
      'modeliser-des-objets',
      'patience',
    ])
    expect(await walk(site, '/skills?q=blender&limit=1')).toEqual(['blender'])
  })
  test('takes several values with commas between them or repeated', async ({ site }) => {
    await makeSkills(site.context(system))
    for (const query of ['kinds=tool,behaviour', 'kinds=tool&kinds=behaviour', 'kinds=nothing,tool&kinds=behaviour'])
      expect(await walk(site, `/skills?${query}`), query).toEqual(['blender', 'patience'])
    await makeSheet(site.context(system))
    await makeSheet(site.context(system), { ...named('Scripte'), sectors: ['cinema'], family: 'technical' })
    for (const query of ['sectors=cinema&sectors=animation', 'families=technical&families=artistic'])
      expect(await walk(site, `/occupations?${query}`), query).toEqual(['animateur-3d', 'scripte'])
  })
  test('begins at the beginning for a cursor of another list, and refuses what is none', async ({ site }) => {
    await makeSkills(site.context(system))
    const other = Buffer.from('#2').toString('base64url')
    expect((await ask(site)(`/skills?cursor=${other}`)).items).toHaveLength(6)
    expect(await ask(site)('/skills?cursor=!')).toBe(422)
  })
})
