import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system, visitor } from '../../kernel/actor.ts'
import { occupationList } from '../occupations/queries/list.ts'
import { movesFrom, sheetBySlug } from '../occupations/queries/sheet.ts'
import { skillList } from '../occupations/queries/skills.ts'
import { occupationSearch, skillSearch } from '../occupations/schema/search.ts'
import { readEsco } from './actions/import-esco.ts'
import { importRome } from './actions/import-rome.ts'
import { saveBook } from './actions/save-book/save.ts'
import type { Book, BookSheet } from './rules/book.ts'

/** The official files are not ours to publish: they are looked for beside the project, and without them these tests are skipped. */
const data = ['../shared/data', '../../shared/data']
  .map((path) => resolve(path))
  .find((path) => existsSync(join(path, 'rome-v460')))
const ifThere = describe.skipIf(data === undefined)
if (!data) console.warn('The official files of ROME and ESCO are not there: the tests that read them are skipped.')

type Site = ReturnType<typeof site>
const searched = (site: Site, origin: string, q: string) =>
  occupationList(site.read, visitor, occupationSearch.parse({ q, origin, sectors: [], families: [] }))
const patience = { timeout: 180_000 }
const nothing = { created: 0, updated: 0, withdrawn: 0 }

/** The official folder of ROME with its moves, which are published elsewhere. */
function romeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-rome-'))
  for (const name of readdirSync(join(data ?? '', 'rome-v460')))
    symlinkSync(join(data ?? '', 'rome-v460', name), join(folder, name))
  const moves = join(data ?? '', 'mobility/rome_v460_mobilite_dev.csv')
  symlinkSync(moves, join(folder, 'unix_rubrique_mobilite_v460_utf8.csv'))
  return folder
}

/** Some sheets of a repertory, with the skills that they name and those above. Writing all of them takes many seconds. */
function excerpt(book: Book, isWanted: (sheet: BookSheet) => boolean): Book {
  const sheets = new Map([...book.sheets].filter(([, sheet]) => isWanted(sheet)))
  const wanted = new Set<string>()
  const ahead = [...sheets.values()].flatMap(({ skills }) => [...skills.keys()])
  for (let code = ahead.pop(); code !== undefined; code = ahead.pop()) {
    if (wanted.has(code)) continue
    wanted.add(code)
    ahead.push(...(book.skills.get(code)?.broader ?? []))
  }
  return { ...book, sheets, skills: new Map([...book.skills].filter(([code]) => wanted.has(code))) }
}
const save = (db: Database, book: Book) =>
  saveBook({ tx: writer(db, () => {}), actor: system, book, now: new Date(), language: 'fr', progress: () => {} })

ifThere('the official files', () => {
  test(
    'of ROME 4.0 version 60, with their moves, are taken whole, and change nothing the second time',
    patience,
    async ({ site }) => {
      const folder = romeFolder()
      const run = () => importRome(site.context(system), { path: folder })
      expect(await run()).toMatchObject({
        version: '60',
        occupations: { created: 1584 },
        skills: { created: 33_671 },
        links: 90_556,
        mobility: 3966,
        refused: 0,
        noted: 0,
      })
      for (const [q, least] of [
        ['animateur 3d', 1],
        ['animtrice', 1],
        ['story boarder', 1],
        ['developpeur', 5],
      ] as const)
        expect((await searched(site, 'rome', q)).total, q).toBeGreaterThanOrEqual(least)
      const sheet = await sheetBySlug(site.read, visitor, 'animateur-3d-films-d-animation-rome')
      expect(sheet).toMatchObject({ code: 'L1510', summary: { fr: expect.stringContaining('d’un film d’animation') } })
      const [gardener] = (await searched(site, 'rome', 'espaces verts')).rows.filter(({ code }) => code === 'A1203')
      const moving = gardener && (await sheetBySlug(site.read, visitor, gardener.slug))
      expect(moving && (await movesFrom(site.read, visitor, moving)).length).toBeGreaterThan(0)
      expect(await run()).toMatchObject({ occupations: nothing, skills: nothing })
      rmSync(folder, { recursive: true })
    },
  )
  test(
    'of ESCO 1.1.1 are read whole, with a note of the links that point at nothing',
    patience,
    async ({ db, site }) => {
      const path = join(data ?? '', 'esco-v1.1.1-classification-csv.zip')
      const book = await readEsco({ path }, 'fr', () => {})
      const links = [...book.sheets.values()].reduce((sum, { skills }) => sum + skills.size, 0)
      expect([book.version, book.sheets.size, book.skills.size, links]).toEqual(['1.1.1', 3007, 14_536, 123_788])
      expect(book.notes).toHaveLength(74)

      // Designers, authors, artists and programmers.
      const some = excerpt(book, ({ isco }) => /^(2166|251|26[45])/.test(isco ?? ''))
      expect(await save(db, some)).toMatchObject({ occupations: { created: some.sheets.size }, refused: 0, noted: 74 })
      for (const q of ['3D animator', 'animatrice 3D', 'animtor'])
        expect((await searched(site, 'esco', q)).total, q).toBeGreaterThanOrEqual(1)
      const asked = skillSearch.parse({ q: 'animer visages virtuels', origin: 'esco', kinds: [] })
      expect((await skillList(site.read, visitor, asked)).total).toBeGreaterThanOrEqual(1)
      expect(await save(db, some)).toMatchObject({ occupations: nothing, skills: nothing })
    },
  )
})
