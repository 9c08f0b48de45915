import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { system, visitor } from '../../../kernel/actor.ts'
import { makeSheet, makeSkills } from '../../occupations/examples.ts'
import { contentOf } from '../../occupations/queries/contents.ts'
import { publishedCount } from '../../occupations/queries/list.ts'
import { sheetBySlug, versionsOf } from '../../occupations/queries/sheet.ts'
import { loadOccupations } from '../examples/demo.ts'
import { sheetEntries, skillEntries } from '../queries/own-files.ts'
import { sheetsCsv, skillsCsv, yamlOf } from '../rules/own-files.ts'
import { importSheets } from './import-sheets.ts'

type Site = ReturnType<typeof site>
const run = async (site: Site, text: string | Buffer, name = 'fiches.yaml') =>
  importSheets(site.context(system), { bytes: Buffer.from(text), name })
const minimal = (slug: string, more = '') => `- slug: ${slug}
  title: { fr: { masculine: Scripte, feminine: Scripte } }
  family: production
  summary: { fr: Veille aux raccords. }
  status: published
${more}`
const sheetOf = async (site: Site, slug: string) => {
  const sheet = await sheetBySlug(site.read, system, slug)
  if (!sheet) throw new Error(`${slug} is not there`)
  return sheet
}

describe('own sheets and skills', () => {
  test.for(['yaml', 'csv'] as const)(
    'that were exported as %s change nothing when they come back',
    async (form, { site }) => {
      await makeSkills(site.context(system))
      await makeSheet(site.context(system))
      const sheets = await sheetEntries(site.read, system)
      const skills = await skillEntries(site.read, system)
      const [one, other] = form === 'yaml' ? [yamlOf(sheets), yamlOf(skills)] : [sheetsCsv(sheets), skillsCsv(skills)]
      const none = { created: 0, updated: 0, withdrawn: 0 }
      expect(await run(site, one, `a.${form}`)).toMatchObject({ occupations: { ...none, unchanged: 1 }, refused: 0 })
      expect(await run(site, other, `a.${form}`)).toMatchObject({ skills: { ...none, unchanged: 6 }, refused: 0 })
      expect(await versionsOf(site.read, system, (await sheetOf(site, 'animateur-3d')).id)).toHaveLength(1)
    },
  )
  test('that say something new get a version, and keep their id', async ({ site }) => {
    await run(site, minimal('scripte'))
    const before = await sheetOf(site, 'scripte')
    await run(site, minimal('scripte', '  prospects: { fr: Vers la réalisation. }\n'))
    const after = await sheetOf(site, 'scripte')
    expect([after.id, after.versionNumber, after.prospects.fr]).toEqual([before.id, 2, 'Vers la réalisation.'])
    const versions = await versionsOf(site.read, system, after.id)
    expect(versions.map(({ number, content }) => [number, content.prospects.fr])).toEqual([
      [2, 'Vers la réalisation.'],
      [1, ''],
    ])
  })
  test('that are drafts are not public', async ({ site }) => {
    await run(site, minimal('scripte').replace('published', 'draft'))
    expect(await publishedCount(site.read, visitor)).toBe(0)
    expect(await sheetBySlug(site.read, visitor, 'scripte')).toBeNull()
  })
  test('come in although others of the file are refused, each with its line', async ({ site }) => {
    const summary = await run(
      site,
      `${minimal('scripte')}${minimal('Mauvais Nom')}${minimal('monteur', '  sectors: [boulangerie]\n')}`,
    )
    expect(summary).toMatchObject({ occupations: { created: 1 }, refused: 2 })
    expect(summary.refusals.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'slug : Cette réponse n’a pas la forme attendue.'],
      [11, 'la filière « boulangerie » n’existe pas.'],
    ])
  })
  test('come from a folder as well, skills and sheets together', async ({ site }) => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-occupations-'))
    writeFileSync(
      join(folder, 'a.yaml'),
      minimal('scripte', '  skills: [{ skill: raccord, essential: true, level: 3 }]\n'),
    )
    writeFileSync(join(folder, 'z.yaml'), '- { id: raccord, kind: know-how, label: { fr: Raccorder } }\n')
    const summary = await importSheets(site.context(system), { path: folder })
    expect([summary.occupations.created, summary.skills.created, summary.refused]).toEqual([1, 1, 0])
    expect((await contentOf(site.read, system, await sheetOf(site, 'scripte'))).skills).toEqual([
      { skill: 'raccord', essential: true, level: 3 },
    ])
    rmSync(folder, { recursive: true })
  })
})

describe('a file that cannot be read is refused as a whole', () => {
  test.for([
    ['latin-1', Buffer.from('- slug: été', 'latin1'), 'a.yaml', 'a.yaml, ligne 1 : le texte n’est pas en UTF-8.'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      'a.png',
      'a.png : Ce fichier n’est pas celui qui est attendu ici : YAML, CSV.',
    ],
    ['broken YAML', Buffer.from('- slug: [x'), 'a.yaml', 'a.yaml, ligne 1'],
  ] as const)('%s', async ([, bytes, name, reason], { site }) => {
    await expect(run(site, bytes, name)).rejects.toThrow(reason)
  })
})

test('the demo has at least sixty sheets, eight for each sector, and loads without a word refused', async ({
  site,
}) => {
  const staff = await site.personOf('staff')
  const { occupations } = await loadOccupations(site.context(system), { folder: 'demo', owner: staff.email })
  expect(occupations.created).toBeGreaterThanOrEqual(60)
  const sheets = await sheetEntries(site.read, system)
  for (const sector of ['video-games', 'cinema', 'audiovisual', 'animation', 'multimedia'])
    expect(sheets.filter((sheet) => sheet.sectors.includes(sector)).length, sector).toBeGreaterThanOrEqual(8)
  expect(
    (await loadOccupations(site.context(system), { folder: 'demo', owner: staff.email })).occupations,
  ).toMatchObject({
    created: 0,
    updated: 0,
  })
})
