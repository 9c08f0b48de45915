import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { system, visitor } from '../../../kernel/actor.ts'
import { occupationList } from '../../occupations/queries/list.ts'
import * as sheets from '../../occupations/queries/sheet.ts'
import { skillList } from '../../occupations/queries/skills.ts'
import { occupationSearch, skillSearch } from '../../occupations/schema/search.ts'
import { archive, type Files, mobilityExample, romeFilesExample } from '../examples/archives.ts'
import { repertories } from '../queries/repertories.ts'
import { importRome } from './import-rome.ts'

type Site = ReturnType<typeof site>
const run = async (site: Site, files: Files, progress?: Parameters<typeof importRome>[2]) =>
  importRome(site.context(system), await archive(files), progress)
const search = (q: string) => occupationSearch.parse({ q, origin: 'rome', sectors: [], families: [] })
const titles = async (site: Site, q: string) =>
  (await occupationList(site.read, visitor, search(q))).rows.map((row) => row.masculine)
const sheetOf = async (site: Site, q = 'storyboardeuse') => {
  const [row] = (await occupationList(site.read, visitor, search(q))).rows
  return sheets.sheetBySlug(site.read, visitor, row?.slug ?? '')
}
const counted = async (site: Site) => {
  const [rome] = await repertories(site.read, system)
  return [rome?.sheets, rome?.skills, rome?.imported?.version ?? null]
}

describe('the official files of ROME', () => {
  test('become sheets with both forms, texts in order, contexts, titles with their codes and skills', async ({
    site,
  }) => {
    const summary = await run(site, romeFilesExample())
    expect(summary).toMatchObject({
      version: '60',
      occupations: { created: 2, updated: 0, unchanged: 0, withdrawn: 0 },
      skills: { created: 5 },
      links: 3,
      mobility: null,
      refused: 0,
    })
    const sheet = await sheetOf(site)
    expect(sheet).toMatchObject({
      code: 'L1510',
      masculine: 'Animateur de films d’animation',
      feminine: 'Animatrice de films d’animation',
      summary: { fr: 'Crée les images d’un film. Peut coordonner une équipe.' },
      conditions: { fr: 'Horaires et durée du travail\u00a0: Travail de nuit.' },
      groupCode: 'L15',
    })
    const id = sheet?.id ?? ''
    expect(await sheets.aliasesOf(site.read, visitor, id)).toContainEqual({
      language: 'fr',
      label: 'Animatrice 3D',
      code: '10',
    })
    expect(await sheets.skillLines(site.read, visitor, id)).toEqual([
      expect.objectContaining({ kind: 'know-how', essential: true, label: { fr: 'Dessiner un storyboard' } }),
      expect.objectContaining({ kind: 'tool', essential: false, label: { fr: 'Blender' } }),
    ])
  })
  test('are found by title, job title, without accents and with small mistakes', async ({ site }) => {
    await run(site, romeFilesExample())
    for (const q of ['animatrice', 'storyboardeur', 'storybordeur', 'anim'])
      expect(await titles(site, q), q).toHaveLength(1)
    expect(
      (await skillList(site.read, visitor, skillSearch.parse({ q: 'cinema', origin: 'rome', kinds: [] }))).total,
    ).toBe(1)
  })
  test('change nothing the second time', async ({ site }) => {
    await run(site, romeFilesExample())
    const before = await sheetOf(site)
    const again = await run(site, romeFilesExample())
    expect(again.occupations).toEqual({ created: 0, updated: 0, unchanged: 2, withdrawn: 0 })
    expect(again.skills).toEqual({ created: 0, updated: 0, unchanged: 5, withdrawn: 0 })
    expect(await sheetOf(site)).toEqual(before)
  })
  test('of a later version change what they change, and keep ids and addresses', async ({ site }) => {
    await run(site, romeFilesExample())
    const before = await sheetOf(site)
    const files = Object.fromEntries(
      Object.entries(romeFilesExample()).map(([name, text]) => [
        name.replace('v460', 'v461'),
        text
          .replace('Storyboardeur / Storyboardeuse', 'Storyboarder / Storyboardeuse')
          .replace('"L1510","5","3","200"\n', ''),
      ]),
    )
    const summary = await run(site, files)
    expect([summary.version, summary.occupations.updated, summary.occupations.unchanged]).toEqual(['61', 1, 1])
    const after = await sheetOf(site)
    expect([after?.id, after?.slug]).toEqual([before?.id, before?.slug])
    expect(await sheets.skillLines(site.read, visitor, after?.id ?? '')).toHaveLength(1)
  })
  test('bring the official moves when the file is there, and keep them when it is not', async ({ site }) => {
    const summary = await run(site, { ...romeFilesExample(), ...mobilityExample })
    expect([summary.mobility, summary.refused, summary.noted]).toEqual([1, 0, 1])
    expect(summary.notes).toEqual([
      { file: 'unix_rubrique_mobilite_v460_utf8.csv', line: 3, reason: 'la fiche Z9999 est inconnue.' },
    ])
    await run(site, romeFilesExample())
    const scripte = await sheetOf(site, 'scripte')
    if (!scripte) throw new Error('no sheet')
    expect((await sheets.movesFrom(site.read, visitor, scripte)).map((row) => row.code)).toEqual(['L1510'])
  })
  test('say what they are doing', async ({ site }) => {
    const steps: string[] = []
    await run(site, romeFilesExample(), (step) => {
      if (steps.at(-1) !== step) steps.push(step)
    })
    expect(steps).toEqual(['reading', 'comparing', 'skills', 'sheets', 'links'])
  })
})

const change = (stem: string, edit: (text: string) => string | Buffer): Files => {
  const files: Record<string, string | Buffer> = romeFilesExample()
  const name = `unix_${stem}_v460_utf8.csv`
  files[name] = edit(String(files[name]))
  return files
}
const without = (stem: string): Files =>
  Object.fromEntries(Object.entries(romeFilesExample()).filter(([name]) => !name.includes(`_${stem}_v`)))

describe('files that are not as they should be are refused with file, line and reason, and leave everything as it was', () => {
  test.for([
    ['a file that is missing', without('texte'), 'unix_texte_v…_utf8.csv : Ce fichier manque.'],
    [
      'two versions in one folder',
      { ...without('texte'), 'unix_texte_v459_utf8.csv': romeFilesExample()['unix_texte_v460_utf8.csv'] ?? '' },
      'ROME : Le dossier mélange plusieurs versions',
    ],
    [
      'a file cut in a line',
      change('liens_rome_referentiels', (text) => text.slice(0, -9)),
      'unix_liens_rome_referentiels_v460_utf8.csv, ligne 6 : le fichier s’arrête au milieu de cette ligne.',
    ],
    [
      'a file cut between two lines',
      change('liens_rome_referentiels', (text) => text.slice(0, text.indexOf('"L1511"'))),
      'la fiche L1511 n’a aucune compétence ; 1 fiches',
    ],
    [
      'Latin-1',
      change('grand_domaine', (text) => Buffer.from(text.replace('Spectacle', 'Métiers'), 'latin1')),
      'unix_grand_domaine_v460_utf8.csv, ligne 2 : le texte n’est pas en UTF-8.',
    ],
    [
      'a column with another name',
      change('referentiel_code_rome', (text) => text.replace('libelle_rome', 'libelle')),
      'unix_referentiel_code_rome_v460_utf8.csv, ligne 1 : la colonne « libelle_rome » manque.',
    ],
    [
      'a sheet that stands twice',
      change('referentiel_code_rome', (text) => `${text}"L1510","9","Encore"\n`),
      'unix_referentiel_code_rome_v460_utf8.csv, ligne 4 : le code L1510 figure déjà plus haut.',
    ],
    [
      'a title of an unknown sheet',
      change('referentiel_appellation', (text) => text.replace('"L1511"', '"Z1511"')),
      'unix_referentiel_appellation_v460_utf8.csv, ligne 4 : la fiche Z1511 est inconnue.',
    ],
    [
      'an unknown skill',
      change('referentiel_savoir', (text) => text.replace('"200"', '"299"')),
      'unix_liens_rome_referentiels_v460_utf8.csv, ligne 3 : la compétence 200 est inconnue.',
    ],
    [
      'a label that is missing',
      change('referentiel_competence', (text) => text.replace('Dessiner un storyboard', '')),
      'unix_referentiel_competence_v460_utf8.csv, ligne 3 : le libellé manque.',
    ],
  ] as const)('%s', async ([, files, reason], { site }) => {
    await run(site, romeFilesExample())
    const before = [await counted(site), await sheetOf(site)]
    await expect(run(site, files)).rejects.toThrow(reason)
    expect([await counted(site), await sheetOf(site)]).toEqual(before)
  })
  test('and so are deeds of people who may not import', async ({ site }) => {
    const context = site.context(await site.actor('representative'))
    await expect(importRome(context, await archive(romeFilesExample()))).rejects.toMatchObject({ status: 403 })
  })
})
