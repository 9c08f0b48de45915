import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { system, visitor } from '../../../kernel/actor.ts'
import { occupationList } from '../../occupations/queries/list.ts'
import { aliasesOf } from '../../occupations/queries/sheet.ts'
import { broaderOf, skillList } from '../../occupations/queries/skills.ts'
import { occupationSearch, skillSearch } from '../../occupations/schema/search.ts'
import { archive, escoFilesExample, type Files } from '../examples/archives.ts'
import { importEsco } from './import-esco.ts'

type Site = ReturnType<typeof site>
const run = async (site: Site, files: Files = escoFilesExample()) =>
  importEsco(site.context(system), await archive(files, 'esco-v1.1.1.zip'))
const found = async (site: Site, q = '') =>
  (await occupationList(site.read, visitor, occupationSearch.parse({ q, origin: 'esco', sectors: [], families: [] })))
    .rows

describe('the official files of ESCO', () => {
  test('become sheets in English, with French where there is some', async ({ site }) => {
    const summary = await run(site)
    expect(summary).toMatchObject({ version: '1.1.1', occupations: { created: 2 }, skills: { created: 4 }, links: 3 })
    const [animator] = await found(site, 'animatrice')
    expect(animator).toMatchObject({
      masculine: 'Animateur 3D',
      feminine: 'Animatrice 3D',
      english: '3D animator',
      isco: '2166',
    })
    const [tracer] = await found(site, 'tracer')
    expect(tracer).toMatchObject({ masculine: '', english: 'Motion tracer' })
    expect(await aliasesOf(site.read, visitor, animator?.id ?? '')).toEqual([
      { language: 'en', label: 'CG animator', code: null },
      { language: 'fr', label: 'Animateur numérique', code: null },
    ])
  })
  test('leave out the few links that point at nothing, and say so', async ({ site }) => {
    const { refused, noted, notes = [] } = await run(site)
    expect([refused, noted, notes[0]?.file, notes[0]?.line]).toEqual([0, 1, 'occupationSkillRelations.csv', 5])
  })
  test('make a hierarchy without circles', async ({ site }) => {
    await run(site)
    const skills = await skillList(site.read, visitor, skillSearch.parse({ q: '', origin: 'esco', kinds: [] }))
    const above = await Promise.all(
      skills.rows.map(async (row) => [row.label.en, (await broaderOf(site.read, visitor, row.id)).length]),
    )
    expect(Object.fromEntries(above)).toEqual({
      'Animate 3D organic forms': 1,
      'Motion capture': 1,
      'Work in teams': 0,
    })
  })
  test('change nothing the second time', async ({ site }) => {
    await run(site)
    const again = await run(site)
    expect(again.occupations).toEqual({ created: 0, updated: 0, unchanged: 2, withdrawn: 0 })
    expect(again.skills).toEqual({ created: 0, updated: 0, unchanged: 4, withdrawn: 0 })
  })
  test('without their French labels are taken all the same', async ({ site }) => {
    const english = Object.fromEntries(Object.entries(escoFilesExample()).filter(([name]) => !name.includes('_fr')))
    expect((await run(site, english)).occupations.created).toBe(2)
    expect((await found(site)).every((row) => row.masculine === '')).toBe(true)
  })
})

const change = (name: string, edit: (text: string) => string): Files => {
  const files = escoFilesExample()
  return { ...files, [name]: edit(files[name] ?? '') }
}
describe('files that are not as they should be are refused, and leave everything as it was', () => {
  test.for([
    [
      'a missing file',
      Object.fromEntries(Object.entries(escoFilesExample()).filter(([name]) => name !== 'skills_en.csv')),
      'skills_en.csv : Ce fichier manque.',
    ],
    [
      'a cut line',
      change('skills_en.csv', (text) => text.slice(0, -3)),
      'skills_en.csv, ligne 4 : le fichier s’arrête',
    ],
    [
      'relations cut between two lines',
      change('occupationSkillRelations.csv', (text) => `${text.split('\n').slice(0, 3).join('\n')}\n`),
      'n’a aucune compétence',
    ],
    [
      'another column',
      change('occupations_en.csv', (text) => text.replace('iscoGroup', 'isco')),
      'occupations_en.csv, ligne 1 : la colonne « iscoGroup » manque.',
    ],
    ['ROME instead of ESCO', { 'unix_texte_v460_utf8.csv': 'a\n' }, 'ISCOGroups_en.csv : Ce fichier manque.'],
  ] as const)('%s', async ([, files, reason], { site }) => {
    await expect(run(site, files as Files)).rejects.toThrow(reason)
    expect(await found(site)).toEqual([])
  })
  test('a version that drops most of what is there is not believed', async ({ site }) => {
    const many = escoFilesExample()
    const uri = (n: number) => `http://data.europa.eu/esco/occupation/n${n}`
    for (let n = 0; n < 20; n++) {
      many['occupations_en.csv'] += `"${uri(n)}","2166","job ${n}","","","1"\n`
      many['occupationSkillRelations.csv'] +=
        `"${uri(n)}","essential","knowledge","http://data.europa.eu/esco/skill/2"\n`
    }
    await run(site, many)
    await expect(run(site)).rejects.toThrow('ferait disparaître 20 fiches sur 22')
    expect(await found(site)).toHaveLength(22)
  })
})
