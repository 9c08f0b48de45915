import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system, visitor } from '../../kernel/actor.ts'
import { occupationList } from '../occupations/queries/list.ts'
import { movesFrom, sheetBySlug } from '../occupations/queries/sheet.ts'
import { skillList } from '../occupations/queries/skills.ts'
import { occupationSearch, skillSearch } from '../occupations/schema/search.ts'
import { importEsco } from './actions/import-esco.ts'
import { importRome } from './actions/import-rome.ts'

/** The official files are not ours to publish: they are looked for beside the project, and without them these tests are skipped. */
const data = ['../shared/data', '../../shared/data']
  .map((path) => resolve(path))
  .find((path) => existsSync(join(path, 'rome-v460')))
const ifThere = describe.skipIf(data === undefined)
if (!data) console.warn('The official files of ROME and ESCO are not there: the tests that read them are skipped.')

type Site = ReturnType<typeof site>
const total = async (site: Site, origin: string, q: string) =>
  (await occupationList(site.read, visitor, occupationSearch.parse({ q, origin, sectors: [], families: [] }))).total
const patience = { timeout: 180_000 }

ifThere('the official files', () => {
  test(
    'of ROME 4.0 version 60, with their moves, are taken whole, and change nothing the second time',
    patience,
    async ({ site }) => {
      const folder = mkdtempSync(join(tmpdir(), 'passerelle-rome-'))
      for (const name of readdirSync(join(data ?? '', 'rome-v460')))
        symlinkSync(join(data ?? '', 'rome-v460', name), join(folder, name))
      symlinkSync(
        join(data ?? '', 'mobility/rome_v460_mobilite_dev.csv'),
        join(folder, 'unix_rubrique_mobilite_v460_utf8.csv'),
      )
      const run = () => importRome(site.context(system), { path: folder })
      const first = await run()
      expect(first).toMatchObject({
        version: '60',
        occupations: { created: 1584 },
        skills: { created: 33_671 },
        links: 90_556,
        mobility: 3966,
        refused: 0,
      })
      for (const [q, least] of [
        ['animateur 3d', 1],
        ['animtrice', 1],
        ['story boarder', 1],
        ['developpeur', 5],
      ] as const)
        expect(await total(site, 'rome', q), q).toBeGreaterThanOrEqual(least)
      const sheet = await sheetBySlug(site.read, visitor, 'animateur-3d-films-d-animation-rome')
      expect(sheet).toMatchObject({ code: 'L1510', summary: { fr: expect.stringContaining('d’un film d’animation') } })
      const { rows } = await occupationList(
        site.read,
        visitor,
        occupationSearch.parse({
          q: 'conducteur engins exploitation forestière',
          origin: 'rome',
          sectors: [],
          families: [],
        }),
      )
      const forest = rows[0] && (await sheetBySlug(site.read, visitor, rows[0].slug))
      expect(forest && (await movesFrom(site.read, visitor, forest))).toBeDefined()
      const nothing = { created: 0, updated: 0, withdrawn: 0 }
      expect(await run()).toMatchObject({ occupations: nothing, skills: nothing })
      rmSync(folder, { recursive: true })
    },
  )
  test('of ESCO 1.1.1 are taken whole, and change nothing the second time', patience, async ({ site }) => {
    const run = () => importEsco(site.context(system), { path: join(data ?? '', 'esco-v1.1.1-classification-csv.zip') })
    expect(await run()).toMatchObject({
      version: '1.1.1',
      occupations: { created: 3007 },
      skills: { created: 14_536 },
      links: 123_788,
      refused: 74,
    })
    for (const q of ['3D animator', 'animatrice 3D', 'animtor'])
      expect(await total(site, 'esco', q), q).toBeGreaterThanOrEqual(1)
    const skills = await skillList(
      site.read,
      visitor,
      skillSearch.parse({ q: 'animer visages virtuels', origin: 'esco', kinds: [] }),
    )
    expect(skills.total).toBeGreaterThanOrEqual(1)
    const nothing = { created: 0, updated: 0, withdrawn: 0 }
    expect(await run()).toMatchObject({ occupations: nothing, skills: nothing })
  })
})
