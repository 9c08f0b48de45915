import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { example } from '../organisations/examples.ts'
import { edit } from './actions/course.ts'
import { applyImport, importFile, previewImport, undoImport, uploadImport } from './actions/imports.ts'
import { aCourse } from './examples.ts'
import { bySlug } from './queries/course.ts'
import { importLines, knownCourses } from './queries/imports.ts'
import { compare, guessMapping, levelIn, mappingMistake, monthsIn } from './rules/import.ts'

type Site = ReturnType<typeof site>
const file = (content: string | Buffer, name = 'formations.csv') =>
  new File([new Uint8Array(Buffer.from(content))], name)
const head = 'id,libelle,type,niveau,duree,rncp'
const small = `${head}\nFOR.1,TP monteur audiovisuel,titre professionnel (TP),niveau 5,2 ans,38752\nFOR.2,CAP encadreur,CAP (CAP),niveau 3,1 an,\n`
const count = async (site: Site) => (await knownCourses(site.read, 'all')).size
async function previewed(site: Site, content: string, more: object = {}) {
  const { id } = await uploadImport(site.context(system), { file: file(content) })
  const run = await previewImport(site.context(system), { id, mapping: [], ...more })
  return { id, run, lines: await importLines(site.read, system, { id, outcome: null, limit: 100, offset: 0 }) }
}

describe('the columns', () => {
  test('of Onisep are recognised', () => {
    expect(guessMapping(head.split(','))).toEqual(['externalId', 'title.fr', 'diploma', 'level', 'months', 'rncp'])
  })
  test('must give a title, and each field once', () => {
    expect(mappingMistake(['level'])).toEqual({ key: 'titleMissing' })
    expect(mappingMistake(['title.fr', 'town', 'town'])).toEqual({ key: 'twice', field: 'town' })
  })
  test('say levels and lengths in many ways', () => {
    expect(['niveau 7', '5', 'bac + 2', 'non inscrit au RNCP', 'haut'].map(levelIn)).toEqual([7, 5, 5, null, undefined])
    expect(['2 ans', '18 mois', '1 an et 6 mois', '24', 'long'].map(monthsIn)).toEqual([24, 18, 18, 24, undefined])
  })
})

describe('what somebody corrected by hand', () => {
  test('is never written over unless somebody says so', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (there, said, imported) => {
        const { changes, kept } = compare({ town: there }, { town: said }, { town: imported }, false)
        if (there !== imported) expect(changes).toEqual({})
        expect('town' in changes && 'town' in kept).toBe(false)
        expect(compare({ town: there }, { town: said }, { town: imported }, true).kept).toEqual({})
      }),
    )
  })
  test('is shown in the preview and stays', async ({ site }) => {
    await importFile(site.context(system), file(small))
    const [one] = [...(await knownCourses(site.read, 'all')).values()].filter(({ row }) => row.externalId === 'FOR.1')
    const school = await example(site.context(system), 'school')
    await edit(site.context(system), {
      ...aCourse({ title: one?.row.title, diploma: one?.row.diploma, level: 5, rncp: '38752', months: 10 }),
      schools: [school.slug],
      id: one?.row.id,
    })
    const again = await previewed(site, small)
    expect(again.run.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1, corrected: 1 })
    expect(again.lines[0]?.kept).toEqual({ months: [10, 24] })
    const forced = await previewed(site, small, { overwrite: true })
    expect(forced.run.counts).toMatchObject({ updated: 1, corrected: 0 })
  })
})

describe('an import', () => {
  test('creates drafts, changes nothing the second time, and is undone', async ({ site }) => {
    const { id, run, lines } = await previewed(
      site,
      `${small}FOR.3,Trop haut,x,niveau 99,1 an,\nFOR.1,Deux fois,x,,,\n`,
    )
    expect(run.counts).toMatchObject({ created: 2, refused: 2 })
    expect(lines.map(({ reason }) => reason?.key)).toEqual([undefined, undefined, 'level', 'sameAsLine'])
    expect(await count(site)).toBe(0)
    await applyImport(site.context(system), { id })
    const found = await bySlug(site.read, system, 'tp-monteur-audiovisuel')
    expect(found).toMatchObject({
      state: 'draft',
      level: 5,
      months: 24,
      rncp: '38752',
      diploma: 'Titre professionnel (TP)',
    })
    expect((await previewed(site, small)).run.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
    await undoImport(site.context(system), { id })
    expect(await count(site)).toBe(0)
  })
  test('puts back exactly what it changed', async ({ site }) => {
    await importFile(site.context(system), file(small))
    const before = [...(await knownCourses(site.read, 'all')).values()]
    const { id } = await previewed(site, small.replace('2 ans', '3 ans'))
    await applyImport(site.context(system), { id })
    expect((await bySlug(site.read, system, 'tp-monteur-audiovisuel'))?.months).toBe(36)
    await undoImport(site.context(system), { id })
    const byId = (all: typeof before) => all.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1))
    expect(byId([...(await knownCourses(site.read, 'all')).values()])).toEqual(byId(before))
  })
  test('is not undone when a course has changed since', async ({ site }) => {
    const { id } = await previewed(site, small)
    await applyImport(site.context(system), { id })
    await importFile(site.context(system, new Date(Date.parse('2030-01-01'))), file(small.replace('2 ans', '3 ans')))
    await expect(undoImport(site.context(system), { id })).rejects.toThrow(/ont changé depuis/)
  })
  test('of a broken file is refused with file, line and reason, and nothing is written', async ({ site }) => {
    const context = site.context(system)
    await expect(importFile(context, file(`${small}FOR.4,Coupée,CAP`))).rejects.toThrow(/formations\.csv, ligne 4/)
    const garbled = small.replace('TP monteur', 'dÃ©cor')
    await expect(importFile(context, file(garbled))).rejects.toThrow(/formations\.csv, ligne 2/)
    await expect(importFile(context, file('couleur;taille\nbleu;3\n'))).rejects.toThrow(/formations\.csv, ligne 1/)
    expect(await count(site)).toBe(0)
  })
  // Beside the repository, or above it: this data is not ours to publish.
  const real = ['../shared/data', '../../shared/data']
    .map((folder) => `${folder}/onisep-formations.csv`)
    .find((path) => existsSync(path))
  test.skipIf(real === undefined)(
    'of 2,342 real courses works, and a second time changes nothing',
    async ({ site }) => {
      const content = readFileSync(real ?? '')
      const { counts } = await importFile(site.context(system), file(content))
      expect((counts.created ?? 0) + (counts.refused ?? 0)).toBe(2342)
      expect(counts.refused).toBe(0)
      const again = await importFile(site.context(system), file(content))
      expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: counts.created, refused: counts.refused })
    },
  )
})
