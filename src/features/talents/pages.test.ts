import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { skill } from '../occupations/tables.ts'
import { makeCast } from './examples/cast.ts'
import { makeProfile } from './examples.ts'

describe('the list of talents', () => {
  test('says in words which of the skills asked for are there and which are missing', async ({ site, db }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'), { skills: [{ name: 'Blender', level: 3 }] })
    const hr = await site.as('hr')
    const first = await hr.get('/talents?addSkill=blender')
    expect(first.status).toBe(303)
    const both = await hr.get(`${first.location}&addSkill=patience`)
    const { text } = await hr.get(both.location ?? '')
    expect(text).toContain('1 compétence demandée sur 2')
    expect(text).toContain('Il manque Patience')
    expect((await hr.get('/talents?addSkill=quelquechose')).text).toContain(
      'Aucune compétence de la liste ne porte ce nom.',
    )
    expect((await db.select().from(skill)).length).toBeGreaterThan(1)
  })
  test('is found with a slip by the words of public lists, and says so', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'), { skills: [{ name: 'Blender' }] })
    const { text } = await site.visit().get('/talents?q=blendr')
    expect(text).toContain('Voici les résultats pour')
    expect(text).toContain('Person Exemple')
  })
  test('goes out as a file without contact details, and in English', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'), { heading: { phone: '+33 6 99 88 77 66' } })
    const { text } = await (await site.as('hr')).get('/en/talents/export.csv')
    expect(text).toContain('Headline')
    expect(text).toContain('Du storyboard au rendu')
    expect(text).not.toMatch(/99 88|person@example/)
  })
  test('saves a question, switches its alert and drops it', async ({ site }) => {
    await makeCast(site)
    const hr = await site.as('hr')
    await hr.post('/talents/searches', { name: 'Annecy', asked: 'place=74', alert: 'on' })
    const { text } = await hr.get('/talents/searches')
    expect(text).toContain('Avec alerte')
    const [, id = ''] = /searches\/([0-9a-f-]{36})\/remove/.exec(text) ?? []
    await hr.post(`/talents/searches/${id}`, { name: 'Annecy' })
    expect((await hr.get('/talents/searches')).text).toContain('Sans alerte')
    expect((await (await site.as('employee')).post(`/talents/searches/${id}/remove`)).status).toBe(404)
    await hr.post(`/talents/searches/${id}/remove`)
    expect((await hr.get('/talents/searches')).text).toContain('Aucune recherche enregistrée')
  })
})

describe('one’s own profile', () => {
  test('keeps what was typed when a part is wrong, and leaves the others alone', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'))
    const me = await site.as('person')
    const again = await me.post('/talents/mine/heading', {
      headline: 'Nouveau titre',
      phone: 'pas un numéro',
      country: 'FR',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Nouveau titre')
    expect((await me.get('/talents/mine')).text).toContain('Du storyboard au rendu')
    const row = await me.post('/talents/mine/experience/new', { kind: 'work', title: '', startsOn: '2020-13' })
    expect(row.status).toBe(422)
    expect(row.text).toContain('2020-13')
    expect(row.text).toContain('Écrivez une année ou un mois')
  })
  test('says how far it has come, what it lacks, and shows itself as others see it', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'), { visibility: { visibility: 'members', anonymous: true } })
    const me = await site.as('person')
    expect((await me.get('/talents/mine')).text).toMatch(/Rempli à \d+/)
    expect((await me.get('/talents/mine/preview?as=public')).text).toContain('Ces lecteurs ne voient pas votre profil.')
    expect((await me.get('/talents/mine/preview?as=members')).text).toContain(
      '<title>Aperçu du profil\u00a0: Talent, Annecy',
    )
    for (const path of [
      '/talents/mine/looks',
      '/talents/mine/contacts',
      '/talents/mine/visibility',
      '/talents/mine/close',
      '/talents/mine/link/new',
    ])
      expect([path, (await me.get(path)).status]).toEqual([path, 200])
    expect((await me.get('/talents/mine/nothing/new')).status).toBe(404)
  })
  test('says in which language it is written to whoever reads in another', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'), { experience: { description: 'Deux longs métrages.' } })
    const hr = await site.as('hr')
    const [, path = ''] = /href="(\/talents\/[0-9a-f]{12})"/.exec((await hr.get('/talents')).text) ?? []
    expect((await hr.get('/en/talents')).text).toContain('<span lang="fr">Du storyboard au rendu</span>')
    const english = (await hr.get(`/en${path}`)).text
    expect(english).toContain('<p lang="fr">Du storyboard au rendu</p>')
    expect(english).toContain('<h3 lang="fr">Animation</h3>')
    expect(english).toContain('<div class="prose" lang="fr"><p>Deux longs métrages.</p>')
    expect((await hr.get(path)).text).not.toContain('<h3 lang')
  })
  test('proposes to block the employer of today', async ({ site }) => {
    const { by, company } = await makeCast(site)
    await makeProfile(await by('employee'))
    const me = await site.as('employee')
    expect((await me.get('/talents/mine/visibility')).text).toContain(`Bloquer ${company.displayName}`)
    await me.post('/talents/mine/block', { organisationId: company.id })
    expect((await me.get('/talents/mine/visibility')).text).not.toContain(`Bloquer ${company.displayName}`)
  })
  test('needs a name of the directory for a blocked organisation, beside the field', async ({ site }) => {
    const { by } = await makeCast(site)
    await makeProfile(await by('person'))
    const answer = await (await site.as('person')).post('/talents/mine/visibility', {
      visibility: 'public',
      titleForm: 'both',
      'blocked.0.name': 'Studio Imaginaire',
      'blocked.0.id': '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Aucune organisation de l’annuaire ne porte ce nom.')
  })
})

test('a sheet says how many public profiles name it, and nothing of the others', async ({ site }) => {
  const { by, sheet } = await makeCast(site)
  await makeProfile(await by('person'), { occupations: { sought: [sheet.id] } })
  await makeProfile(await by('reviewer'), { occupations: { held: [sheet.id] }, visibility: { visibility: 'members' } })
  for (const name of ['visitor', 'hr', 'reviewer'] as const)
    expect((await (await site.as(name)).get(`/occupations/${sheet.slug}`)).text).toContain('1 talent cite ce métier')
})
