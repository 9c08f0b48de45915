import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system, visitor } from '../../kernel/actor.ts'
import { create } from './actions/sheets.ts'
import { mergeSkill } from './actions/skills.ts'
import { makeReferenceSheets } from './examples/reference.ts'
import { aSheet, makeSheet, makeSkills } from './examples.ts'
import { sheetSource, sitemap, skillSource } from './queries/finding.ts'

type Site = ReturnType<typeof site>
const prepared = async (site: Site) => {
  await makeSkills(site.context(system))
  return makeSheet(site.context(system))
}
const withRepertories = async (db: Database, site: Site) => {
  await prepared(site)
  await makeReferenceSheets(writer(db, () => {}))
}
const fields = (change: Record<string, string> = {}): Record<string, string> => ({
  'title.fr.masculine': 'Monteur',
  'title.fr.feminine': 'Monteuse',
  mainSector: 'cinema',
  sectors: 'animation',
  family: 'technical',
  'summary.fr': 'Assemble les plans.',
  'missions.fr': 'Dérusher\nAssembler\nAffiner',
  ...Object.fromEntries(
    [0, 1, 2, 3, 4].map((n) => [
      `skills.${n}.skill`,
      ['Blender', 'Patience', 'Anatomie', 'Modéliser des objets', 'Éclairer une scène'][n] ?? '',
    ]),
  ),
  'skills.0.essential': 'on',
  'skills.0.level': '3',
  ...change,
})

describe('visitors', () => {
  test('read the index, the repertories, the skills and what each of them holds, in both languages', async ({
    db,
    site,
  }) => {
    await withRepertories(db, site)
    const browser = site.visit()
    for (const path of [
      '/occupations',
      '/occupations?q=animateru&sector=animation&family=artistic',
      '/occupations?skill=blender',
      '/occupations/reference?origin=rome&group=L',
      '/occupations/animateur-3d',
      '/occupations/animateur-3d/versions',
      '/occupations/scripte-rome',
      '/occupations/animateur-3d-esco',
      '/occupations/motion-tracer-esco',
      '/skills?kind=tool',
      '/skills?origin=esco',
      '/skills/blender',
      '/skills/blender-rome',
    ])
      for (const language of ['', '/en']) expect((await browser.get(language + path)).status, language + path).toBe(200)
  })
  test('see both forms of a title, missions, skills with their level, neighbours and references', async ({
    db,
    site,
  }) => {
    await withRepertories(db, site)
    const { text } = await site.visit().get('/occupations/animateur-3d')
    for (const words of ['Animateur 3D / Animatrice 3D', 'Bloquer le plan', 'Maîtrise', 'Indispensable', 'ROME L1510'])
      expect(text).toContain(words)
    expect((await site.visit().get('/occupations/scripte-rome')).text).toContain('Mobilités selon le ROME')
  })
  test('are told when a text is in another language, and their screen readers too', async ({ db, site }) => {
    await withRepertories(db, site)
    const { text } = await site.visit().get('/occupations/motion-tracer-esco')
    expect(text).toContain('Ce texte n’existe qu’en anglais.')
    expect(text).toContain('lang="en"')
  })
  test('give search engines an Occupation', async ({ site }) => {
    await prepared(site)
    const { text } = await site.visit().get('/en/occupations/animateur-3d')
    const json = JSON.parse(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? '{}')
    const one = [json].flat().find((each) => each['@type'] === 'Occupation')
    expect(one).toMatchObject({
      name: '3D animator',
      responsibilities: ['Study the storyboard', 'Block the shot', 'Refine the movement'],
    })
    expect(one.skills).toContain('Blender')
    expect(one.occupationalCategory[0]).toMatchObject({ codeValue: 'L1510' })
  })
  test('see no draft, and no page of the team', async ({ site }) => {
    await makeSkills(site.context(system))
    await create(site.context(system), aSheet())
    const browser = site.visit()
    for (const path of [
      '/occupations/animateur-3d',
      '/occupations/animateur-3d/edit',
      '/occupations/nothing',
      '/skills/nothing',
    ])
      expect((await browser.get(path)).status, path).toBe(404)
    for (const path of [
      '/occupations/new',
      '/occupations/reviews',
      '/skills/new',
      '/skills/blender/edit',
      '/skills/blender/merge',
    ])
      expect((await browser.get(path)).status, path).toBe(403)
  })
  test('take the list with them as CSV and XLSX', async ({ site }) => {
    await prepared(site)
    const csv = await site.visit().get('/occupations.csv?q=animatrice')
    expect(csv.text).toContain('Animateur 3D / Animatrice 3D')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const xlsx = await site.visit().get('/skills.xlsx')
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
    expect((await site.visit().get('/occupations/reference.csv')).status).toBe(200)
  })
  test('who follow the address of a merged skill come to the other one', async ({ site }) => {
    await prepared(site)
    await mergeSkill(site.context(system), { slug: 'blender', into: 'Anatomie' })
    const answer = await site.visit().get('/en/skills/blender')
    expect([answer.status, answer.location]).toEqual([301, '/en/skills/anatomie'])
  })
})

describe('the team', () => {
  test('writes a sheet, publishes it, changes it and sees what changed', async ({ site }) => {
    await makeSkills(site.context(system))
    const browser = await site.as('staff')
    const made = await browser.post('/occupations/new', fields())
    expect([made.status, made.location]).toEqual([303, '/occupations/monteur'])
    expect((await browser.post('/occupations/monteur/publish')).status).toBe(303)
    expect((await browser.get('/occupations/monteur')).text).toContain('c’est la version 1')
    await browser.post('/occupations/monteur/edit', fields({ 'summary.fr': 'Assemble les plans et les sons.' }))
    const { text } = await browser.get('/occupations/monteur/versions')
    expect(text).toContain('De la version 1 à la version 2')
    expect(text).toMatch(/<ins[^>]*>.*et les sons/s)
    expect((await browser.get('/occupations/monteur/edit')).text).toContain('value="Blender"')
  })
  test('reads the history of its own sheets, which nobody else does', async ({ db, site }) => {
    await makeSkills(site.context(system))
    await makeReferenceSheets(writer(db, () => {}))
    const browser = await site.as('staff')
    await browser.post('/occupations/new', fields())
    await browser.post('/occupations/monteur/publish')
    await browser.post('/occupations/monteur/edit', fields({ 'title.en': 'Editor', family: 'artistic' }))
    const { text } = await browser.get('/occupations/monteur')
    for (const words of ['a écrit la fiche', 'a publié la fiche', 'a modifié la fiche', 'Staff Exemple'])
      expect(text).toContain(words)
    expect(text).toMatch(/id="history".*Intitulé anglais.*Editor/s)
    expect(text).toMatch(/id="history".*Famille.*Technique.*Création artistique/s)
    expect((await browser.get('/en/occupations/monteur')).text).toContain('published the sheet')
    expect((await browser.get('/occupations/scripte-rome')).text).not.toContain('id="history"')
    for (const name of ['visitor', 'representative', 'reviewer'] as const)
      expect((await (await site.as(name)).get('/occupations/monteur')).text, name).not.toContain('id="history"')
  })
  test('gets the form back with what was typed and what is wrong', async ({ site }) => {
    await makeSkills(site.context(system))
    const browser = await site.as('staff')
    const wrong = await browser.post('/occupations/new', fields({ 'title.fr.feminine': '', 'skills.1.skill': 'Magie' }))
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Ce champ est à remplir.')
    expect(wrong.text).toContain('value="Magie"')
    expect(wrong.text).not.toContain('Aucune compétence ne porte ce nom')
    const skill = await browser.post('/occupations/new', fields({ 'skills.1.skill': 'Magie' }))
    expect(skill.text).toContain('Aucune compétence ne porte ce nom')
  })
  test('is told by a page what keeps a sheet from being published', async ({ site }) => {
    await makeSkills(site.context(system))
    const browser = await site.as('staff')
    await browser.post('/occupations/new', fields({ 'missions.fr': '' }))
    const refused = await browser.post('/occupations/monteur/publish')
    expect([refused.status, refused.text.includes('trois missions')]).toEqual([409, true])
  })
  test('keeps, reviews and archives sheets and skills by buttons', async ({ site }) => {
    await prepared(site)
    const browser = await site.as('staff')
    for (const deed of ['review', 'unpublish', 'publish', 'archive'])
      expect((await browser.post(`/occupations/animateur-3d/${deed}`)).status, deed).toBe(303)
    expect((await browser.post('/skills/new', { 'label.fr': 'Maya', kind: 'tool', broader: 'Blender' })).location).toBe(
      '/skills/maya',
    )
    expect(
      (await browser.post('/skills/maya/edit', { 'label.fr': 'Maya', kind: 'tool', broader: 'maya' })).status,
    ).toBe(422)
    expect((await browser.post('/skills/maya/merge', { into: 'Rien' })).status).toBe(422)
    expect((await browser.post('/skills/maya/merge', { into: 'Blender' })).location).toBe('/skills/blender')
    for (const path of ['/occupations/reviews', '/skills/blender/edit', '/skills/blender/merge', '/skills/new'])
      expect((await browser.get(path)).status, path).toBe(200)
    expect((await browser.get('/skills/suggest?q=blen')).text).toContain('"label":"Blender"')
  })
})

test('reviews name the sheets that nobody has read for a year', async ({ site }) => {
  await makeSkills(site.context(system))
  await makeSheet(site.context(system, new Date('2020-01-01T10:00:00Z')))
  expect((await (await site.as('staff')).get('/occupations/reviews')).text).toContain('1 fiche à relire')
})

test('the search over everything and the sitemap know sheets and skills', async ({ db, site }) => {
  await withRepertories(db, site)
  const ask = (source: typeof sheetSource, q: string) => source.find(site.read, visitor, q, 'fr', 3)
  expect((await ask(sheetSource, 'animatrice')).hits[0]).toMatchObject({
    href: '/occupations/animateur-3d',
    title: 'Animateur 3D / Animatrice 3D',
  })
  expect((await ask(sheetSource, 'scripte')).hits[0]?.detail).toBe('ROME L1511')
  expect((await ask(skillSource, 'blender')).total).toBe(1)
  const paths = []
  for await (const { path } of sitemap(site.read)) paths.push(path)
  expect(paths).toEqual(
    expect.arrayContaining(['/occupations/animateur-3d', '/occupations/scripte-rome', '/skills/blender']),
  )
  expect(paths).toHaveLength(1 + 2 + 2 + 6)
})
