import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { join } from '../affiliations/actions/requests.ts'
import { create, edit } from '../organisations/actions/organisation.ts'
import { anOrganisation } from '../organisations/examples.ts'
import { directory } from '../organisations/queries/directory.ts'
import { bySlug, history } from '../organisations/queries/organisation.ts'
import { directorySearch } from '../organisations/schema/input.ts'
import { apply } from './actions/apply.ts'
import { importFile } from './actions/import-file.ts'
import { preview, upload } from './actions/preview.ts'
import { undo } from './actions/undo.ts'
import { importLines } from './queries/imports.ts'

type Site = ReturnType<typeof site>
const file = (content: string, name = 'organisations.csv') => new File([content], name)
const one = (site: Site, name: string, more: object = {}) =>
  create(site.context(system), anOrganisation({ legalName: name, ...more }))
const all = async (site: Site) =>
  (await directory(site.read, directorySearch.parse({}), { limit: 100, offset: 0 })).rows.map((row) => row.displayName)

async function previewed(site: Site, content: string, mapping: unknown = []) {
  const { id } = await upload(site.context(system), { file: file(content) })
  const run = await preview(site.context(system), { id, mapping })
  const lines = await importLines(site.read, system, { id, outcome: null, limit: 100, offset: 0 })
  return { id, run, lines }
}

describe('the preview', () => {
  test('says what each line will do and writes nothing', async ({ site }) => {
    await one(site, 'Studio Bleu', { siren: '732829320', website: 'https://bleu.example' })
    await one(site, 'Forge Saint-Clair')
    const { run, lines } = await previewed(
      site,
      [
        'Nom;SIREN;Nature;Secteurs;Site;Ville;Code postal',
        'Studio Bleu Nuit;732 829 320;Entreprise;Jeux vidéo | Cinéma;bleu.example;Lyon;69001',
        'Forge Saint-Clair;;;;;;',
        'Nouvelle École;;école;animation;;Annecy;74000',
        'Faux numéro;123456789;;;;;',
        'Faux secteur;;;boulangerie;;;',
        ';732829320;;;;;',
        'Nouvelle Ecole;;;;;;',
        'Forge Saint Clair SARL;;;;;;',
        'Trop;;;;;;;de cellules',
      ].join('\n'),
    )
    expect(run.counts).toEqual({ created: 1, updated: 1, unchanged: 1, refused: 6 })
    const [updated, unchanged, created, ...refused] = lines
    expect(updated?.changes).toMatchObject({
      displayName: ['Studio Bleu', 'Studio Bleu Nuit'],
      sectors: [['animation'], ['video-games', 'cinema']],
    })
    expect(updated?.changes).not.toHaveProperty('website')
    expect(unchanged?.outcome).toBe('unchanged')
    expect(created?.changes).toMatchObject({ kind: [null, 'school'], city: [null, 'Annecy'] })
    expect(refused.map((line) => [line.line, line.reason?.key])).toEqual([
      [5, 'wrong'],
      [6, 'sectorUnknown'],
      [7, 'noName'],
      [8, 'sameAsLine'],
      [9, 'likely'],
      [10, 'cells'],
    ])
    expect(await all(site)).toEqual(['Forge Saint-Clair', 'Studio Bleu'])
  })
  test('keeps what empty cells say nothing about', async ({ site }) => {
    const { slug } = await one(site, 'Studio Bleu', {
      email: 'contact@bleu.example',
      headCounts: [{ year: 2020, people: 3 }],
    })
    await importFile(site.context(system), file('Nom;Effectif 2021;Courriel\nStudio Bleu;5;\n'))
    const after = await bySlug(site.read, system, slug)
    expect(after).toMatchObject({ email: 'contact@bleu.example', city: 'Lyon' })
    expect(after?.headCounts.map(({ year, people }) => [year, people])).toEqual([
      [2020, 3],
      [2021, 5],
    ])
  })
})

describe('applying', () => {
  const content = 'Nom;SIREN;Ville;Code postal\nStudio Bleu Nuit;732829320;Grenoble;38000\nNouvelle;;Annecy;74000\n'
  test('writes exactly what was previewed, and the history of each says so', async ({ site }) => {
    const { id: own } = await one(site, 'Studio Bleu', { siren: '732829320' })
    const { id } = await previewed(site, content)
    await apply(site.context(system), { id })
    expect(await all(site)).toEqual(['Nouvelle', 'Studio Bleu Nuit'])
    expect(await bySlug(site.read, system, 'nouvelle')).toMatchObject({
      city: 'Annecy',
      establishments: [{ isHeadquarters: true }],
    })
    const [last] = await history(site.read, system, own)
    expect(last).toMatchObject({ action: 'organisation-imports.apply', note: { file: 'organisations.csv' } })
    expect(last?.changes.city).toEqual(['Lyon', 'Grenoble'])
    await expect(apply(site.context(system), { id })).rejects.toMatchObject({ status: 409 })
  })
  test('is refused when the database has changed since the preview, and says which', async ({ site }) => {
    const { id: own } = await one(site, 'Studio Bleu', { siren: '732829320' })
    const { id } = await previewed(site, content)
    const later = new Date(Date.now() + 5000)
    await edit(site.context(system, later), {
      ...anOrganisation({ legalName: 'Studio Bleu' }),
      siren: '732829320',
      id: own,
    })
    await expect(apply(site.context(system), { id })).rejects.toThrow('Studio Bleu Nuit')
    await preview(site.context(system), { id, mapping: [] })
    await apply(site.context(system), { id })
  })
  test('a second time changes nothing', async ({ site }) => {
    await importFile(site.context(system), file(content))
    const { counts } = await importFile(site.context(system), file(content))
    expect(counts).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 })
  })
  test('takes thousands of lines at once', { timeout: 60_000 }, async ({ site }) => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `Studio numéro ${n};Lyon;69001;Animation`)
    const run = await importFile(site.context(system), file(`Nom;Ville;Code postal;Secteurs\n${lines.join('\n')}`))
    expect(run.counts.created).toBe(3_000)
    await undo(site.context(system), { id: run.id })
    expect(await all(site)).toEqual([])
  })
})

describe('undoing', () => {
  const content =
    'Nom;SIREN;Ville;Code postal;Effectif 2021\nStudio Bleu Nuit;732829320;Grenoble;38000;12\nNouvelle;;Annecy;74000;3\n'
  const comparable = (record: object | null) => JSON.stringify(record)
  test('puts back exactly what was', async ({ site }) => {
    const { slug } = await one(site, 'Studio Bleu', { siren: '732829320', headCounts: [{ year: 2020, people: 3 }] })
    const before = await bySlug(site.read, system, slug)
    const { id } = await previewed(site, content)
    await apply(site.context(system, new Date(Date.now() + 1000)), { id })
    expect(comparable(await bySlug(site.read, system, slug))).not.toBe(comparable(before))
    await undo(site.context(system, new Date(Date.now() + 2000)), { id })
    const strip = (record: typeof before) =>
      record && { ...record, headCounts: record.headCounts.map(({ id: _, ...rest }) => rest) }
    expect(strip(await bySlug(site.read, system, slug))).toEqual(strip(before))
    expect(await bySlug(site.read, system, 'nouvelle')).toBeNull()
  })
  test('is refused when one of them has been changed since, and says which', async ({ site }) => {
    const { id: run } = await importFile(site.context(system), file(content))
    const nouvelle = await bySlug(site.read, system, 'nouvelle')
    const later = new Date(Date.now() + 5000)
    await edit(site.context(system, later), { ...anOrganisation({ legalName: 'Nouvelle' }), id: nouvelle?.id })
    await expect(undo(site.context(system), { id: run })).rejects.toThrow('Nouvelle')
    expect(await all(site)).toHaveLength(2)
  })
})

describe('undoing an import that created an organisation', () => {
  test('is refused once somebody has joined it, or asks to', async ({ site }) => {
    const { id: run } = await importFile(site.context(system), file('Nom;Ville\nNouvelle;Annecy\n'))
    const created = await bySlug(site.read, system, 'nouvelle')
    await join(site.context(await site.actor('person')), { id: created?.id })
    await expect(undo(site.context(system), { id: run })).rejects.toThrow('Nouvelle')
    expect(await all(site)).toEqual(['Nouvelle'])
  })
})

describe('in the browser', () => {
  test('a file goes from upload over columns and preview to result and back', async ({ site }) => {
    const staff = await site.as('staff')
    const uploaded = await staff.post('/organisations/imports/new', {
      file: file('Titre;Commune\nStudio Neuf;Valence\n'),
    })
    const columns = uploaded.location ?? ''
    expect((await staff.get(columns)).text).toContain('Studio Neuf')
    const without = await staff.post(columns, { 'mapping.column0': '', 'mapping.column1': 'city' })
    expect(without.status).toBe(422)
    const mapped = await staff.post(columns, { 'mapping.column0': 'displayName', 'mapping.column1': 'city' })
    const path = mapped.location ?? ''
    expect((await staff.get(path)).text).toContain('Valence')
    expect((await staff.post(`${path}/apply`)).location).toBe(path)
    expect((await site.visit().get('/organisations')).text).toContain('Studio Neuf')
    expect((await staff.get(`${path}/undo`)).text).toContain('Annuler l’import « organisations.csv »')
    await staff.post(`${path}/undo`)
    expect((await site.visit().get('/organisations')).text).not.toContain('Studio Neuf')
  })
  test('a bad file comes back with its reason', async ({ site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post('/organisations/imports/new', { file: file('\x89PNG\r\n\x1a\n\0\0\0', 'x.xlsx') })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('ni un CSV ni un classeur')
    expect((await staff.post('/organisations/imports/new', {})).status).toBe(422)
  })
  test('is for the team', async ({ site }) => {
    const { id } = await previewed(site, 'Nom\nX\n')
    const person = await site.as('representative')
    for (const path of ['', '/new', `/${id}`, `/${id}/columns`, `/${id}/undo`])
      expect((await person.get(`/organisations/imports${path}`)).status, path).toBe(403)
    expect((await person.post(`/organisations/imports/${id}/apply`)).status).toBe(403)
  })
})

test('an export comes back as unchanged, harmless in a spreadsheet', async ({ site }) => {
  await one(site, '=cmd()|x', { phone: '+33 4 65 71 12 34', website: 'https://x.example', siren: '732829320' })
  await one(site, 'École « d’images »', { description: { fr: 'Deux\n\nparagraphes; et "guillemets"' } })
  const { text, headers } = await (await site.as('staff')).get('/organisations/export.csv')
  expect(headers.get('content-disposition')).toContain('annuaire.csv')
  expect(text).toContain("'=cmd()|x")
  expect(text).toContain("'+33 4 65")
  const { counts } = await importFile(site.context(system), file(text))
  expect(counts).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 })
})
test('a workbook holds the same and comes back too', async ({ site }) => {
  await one(site, 'Studio Bleu', { phone: '+33 4 65 71 12 34', siren: '732829320', foundedYear: 1999 })
  const response = await site.app.request('http://localhost/organisations/export.xlsx')
  const workbook = new File([await response.arrayBuffer()], 'annuaire.xlsx')
  const { counts } = await importFile(site.context(system), workbook)
  expect(counts).toEqual({ created: 0, updated: 0, unchanged: 1, refused: 0 })
})
