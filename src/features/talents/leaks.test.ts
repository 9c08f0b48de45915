import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { askContact } from './actions/contacts.ts'
import { saveLanguage, saveLink } from './actions/parts.ts'
import { setVisibility } from './actions/visibility.ts'
import { makeCast } from './examples/cast.ts'
import { makeProfile } from './examples.ts'
import { talents } from './queries/list.ts'
import { searchIn } from './rules/saved.ts'

type Site = ReturnType<typeof openSite>
const today = '2027-01-01'
/** Words that stand nowhere but in one place of the profile of « Person Exemple ». */
const hidden = {
  summary: 'Chrysalidon',
  employer: 'Studio Bergamoteux',
  experience: 'Pantographie',
  link: 'mirliflore.example',
  language: 'oc',
}
async function prepared(site: Site) {
  const cast = await makeCast(site)
  const person = await cast.by('person')
  const profile = await makeProfile(person, {
    heading: {
      headline: 'Lumière de Person Exemple',
      summary: `${hidden.summary}, et chez ${hidden.employer}`,
      phone: '+33 6 11 22 33 44',
    },
    occupations: { held: [cast.sheet.id] },
    experience: { title: hidden.experience, organisationName: hidden.employer, description: `Chez ${hidden.employer}` },
    skills: [{ name: 'Blender', level: 3 }],
  })
  await saveLink(person, { kind: 'portfolio', url: `https://${hidden.link}/reel`, label: 'Ma bande' })
  await saveLanguage(person, { code: hidden.language, level: 'C1' })
  const set = (change: object) => setVisibility(person, { visibility: 'public', ...change })
  return { ...cast, profile, set }
}
const find = (site: Site, name: Parameters<Site['actor']>[0], asked: string) =>
  site
    .actor(name)
    .then((actor) => talents(site.read, actor, { search: searchIn(asked), today }, { limit: 30, offset: 0 }))

describe('a hidden profile', () => {
  test('is found by nobody but is there for the person', async ({ site }) => {
    const { set } = await prepared(site)
    const { code } = await set({ visibility: 'hidden' })
    for (const name of site.cast) {
      const browser = await site.as(name)
      const found = await find(site, name, '')
      expect([name, found.total, [...(found.counts.occupation?.values() ?? [])]]).toEqual([name, 0, []])
      expect([name, (await browser.get(`/talents/${code}`)).status]).toEqual([name, name === 'person' ? 200 : 404])
      for (const path of [`/talents/${code}/photo.webp`, `/talents/${code}/contact`])
        expect([name, path, (await browser.get(path)).status === 200]).toEqual([name, path, false])
    }
    const visitor = site.visit()
    for (const path of [
      '/talents',
      '/talents?q=lumi%C3%A8re',
      '/talents/export.csv',
      '/search?q=exemple',
      '/sitemaps/1.xml',
      '/api/v1/talents',
    ])
      expect((await visitor.get(path)).text).not.toMatch(new RegExp(`${code}|Lumière de`))
  })
  test('cannot be asked, looked at or counted by its old address', async ({ site }) => {
    const { profile, set, by } = await prepared(site)
    await set({ visibility: 'hidden' })
    await expect(
      askContact(await by('hr'), { code: profile.code, message: 'Bonjour, parlons-nous un peu.' }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await site.visit().get('/occupations/animateur-3d')).text).not.toContain('profil public')
  })
})

describe('a part that is not for everybody', () => {
  test('is found by no word, filter, facet or export of those who do not see it', async ({ site }) => {
    const { set } = await prepared(site)
    await set({
      parts: {
        summary: 'members',
        experiences: 'members',
        languages: 'members',
        skills: 'members',
        links: 'hidden',
        occupations: 'members',
      },
    })
    const questions = [
      `q=${hidden.summary}`,
      `q=${hidden.experience}`,
      'q=bergamoteux',
      'q=blender',
      `language=${hidden.language}`,
      `language=${hidden.language}:B1`,
      'occupation=animateur-3d',
      'sector=animation',
    ]
    for (const asked of questions) {
      expect([asked, (await find(site, 'visitor', asked)).total]).toEqual([asked, 0])
      expect([asked, (await find(site, 'hr', asked)).total]).toEqual([asked, 1])
    }
    const { counts, rows } = await find(site, 'visitor', '')
    expect(rows).toHaveLength(1)
    expect(counts.language?.size).toBe(0)
    expect(counts.occupation?.size).toBe(0)
    expect((await find(site, 'hr', '')).counts.language?.get(hidden.language)).toBe(1)
    const visitor = site.visit()
    for (const path of [
      `/talents/${rows[0]?.code}`,
      '/talents/export.csv',
      `/api/v1/talents/${rows[0]?.code}`,
      '/api/v1/talents',
    ]) {
      const { text } = await visitor.get(path)
      for (const word of [...Object.values(hidden).slice(0, 4), 'Blender', '11 22 33'])
        expect([path, text.includes(word)]).toEqual([path, false])
    }
  })
  test('is not given away by the correction of a misspelt word', async ({ site, db }) => {
    await prepared(site)
    const { text } = await site.visit().get('/talents?q=chrysalidn')
    expect(text).not.toContain('chrysalidon')
    const { rows } = await db.execute(
      sql`select word from search_word where word like 'chrysal%' or word like 'bergamot%'`,
    )
    expect(rows).toEqual([])
  })
})

describe('an anonymous profile', () => {
  test('says nowhere who it is: page, list, search, export, API, mails, addresses', async ({ site }) => {
    const { set, by, profile } = await prepared(site)
    const { code } = await set({ visibility: 'members', anonymous: true })
    expect(code).not.toBe(profile.code)
    const hr = await site.as('hr')
    expect((await hr.get(`/talents/${profile.code}`)).status).toBe(404)
    for (const asked of ['q=person', 'q=exemple', 'q=person+exemple', 'q=bergamoteux', `q=${hidden.link}`])
      expect([asked, (await find(site, 'hr', asked)).total]).toEqual([asked, 0])
    expect((await find(site, 'hr', `q=${hidden.experience}`)).total).toBe(1)
    await askContact(await by('hr'), { code, message: 'Bonjour, nous aimerions vous rencontrer.' })
    for (const path of [
      `/talents/${code}`,
      '/talents',
      '/talents/export.csv',
      '/talents/contacts',
      '/search?q=animateur',
      `/talents/${code}/contact`,
    ]) {
      const { text } = await hr.get(path)
      for (const word of ['Person Exemple', 'person@', 'Bergamoteux', hidden.link, '11 22 33', profile.userId])
        expect([path, word, text.includes(word)]).toEqual([path, word, false])
      if (path !== '/search?q=animateur') expect(text).toMatch(/Animateur 3D|animateur/i)
    }
    const toHr = (await site.mails()).filter(({ recipient }) => recipient === 'hr@example.org')
    expect(JSON.stringify(toHr)).not.toMatch(/Person Exemple|Bergamoteux/)
  })
  test('says who it is to the one who was accepted, and to nobody else of the company', async ({ site }) => {
    const { set, by } = await prepared(site)
    const { code } = await set({ visibility: 'members', anonymous: true })
    const request = await askContact(await by('hr'), { code, message: 'Bonjour, nous aimerions vous rencontrer.' })
    const person = await site.as('person')
    expect(
      (await person.post(`/talents/mine/contacts/${request.id}`, { answer: 'accepted', reveals: 'on' })).status,
    ).toBe(303)
    expect((await (await site.as('hr')).get(`/talents/${code}`)).text).toContain('Person Exemple')
    expect((await (await site.as('hr')).get('/talents/contacts')).text).toContain('person@example.org')
    for (const name of ['representative', 'employee', 'staff'] as const)
      expect((await (await site.as(name)).get(`/talents/${code}`)).text).not.toContain('Person Exemple')
    await set({ visibility: 'hidden' })
    expect((await (await site.as('hr')).get('/talents/contacts')).text).not.toContain('person@example.org')
  })
  test('stays anonymous to who is accepted without a name, and to who is declined', async ({ site }) => {
    const { set, by } = await prepared(site)
    const { code } = await set({ visibility: 'members', anonymous: true })
    const [one, other] = [
      await askContact(await by('hr'), { code, message: 'Bonjour, nous aimerions vous rencontrer.' }),
      await askContact(await by('staff'), { code, message: 'Bonjour, nous aimerions vous rencontrer.' }),
    ]
    const person = await site.as('person')
    await person.post(`/talents/mine/contacts/${one.id}`, { answer: 'accepted' })
    await person.post(`/talents/mine/contacts/${other.id}`, { answer: 'declined', reveals: 'on' })
    for (const name of ['hr', 'staff'] as const) {
      const browser = await site.as(name)
      for (const path of [`/talents/${code}`, '/talents/contacts'])
        expect((await browser.get(path)).text).not.toContain('Person Exemple')
    }
  })
})

describe('a blocked organisation', () => {
  test('finds nothing, counts nothing and opens nothing, while others do', async ({ site }) => {
    const { set, company } = await prepared(site)
    const { code } = await set({ visibility: 'public', blocked: [{ id: company.id, name: '' }] })
    for (const name of ['hr', 'employee', 'representative'] as const) {
      const browser = await site.as(name)
      const { total, counts } = await find(site, name, '')
      expect([name, total, counts.place?.size]).toEqual([name, 0, 0])
      expect((await browser.get(`/talents/${code}`)).status).toBe(404)
      expect((await browser.get('/talents/export.csv')).text).not.toContain(code)
      expect((await browser.get('/search?q=lumi%C3%A8re')).text).not.toContain(code)
    }
    expect((await find(site, 'staff', '')).total).toBe(1)
    expect((await find(site, 'visitor', '')).total).toBe(1)
  })
  test('is overruled by no choice: who is both chosen and blocked sees nothing', async ({ site }) => {
    const { set, company } = await prepared(site)
    const both = [{ id: company.id, name: '' }]
    const { code } = await set({ visibility: 'organisations', chosen: both, blocked: both })
    expect((await (await site.as('hr')).get(`/talents/${code}`)).status).toBe(404)
    await set({ visibility: 'organisations', chosen: both })
    expect((await (await site.as('hr')).get(`/talents/${code}`)).status).toBe(200)
    expect((await find(site, 'hr', `q=${hidden.summary}`)).total).toBe(1)
    expect((await (await site.as('staff')).get(`/talents/${code}`)).status).toBe(404)
    expect((await find(site, 'staff', '')).total).toBe(0)
  })
})

test('a page kept for visitors is forgotten with the deed that hides the profile', async ({ site }) => {
  const { set, profile } = await prepared(site)
  const visitor = site.visit()
  expect((await visitor.get(`/talents/${profile.code}`)).status).toBe(200)
  expect((await visitor.get(`/talents/${profile.code}`)).status).toBe(200)
  const person = await site.as('person')
  expect((await person.post('/talents/mine/visibility', { visibility: 'hidden', titleForm: 'both' })).status).toBe(303)
  expect((await visitor.get(`/talents/${profile.code}`)).status).toBe(404)
  expect((await visitor.get('/talents')).text).not.toContain(profile.code)
  await set({ visibility: 'public' })
})
