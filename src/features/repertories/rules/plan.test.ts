import { describe, expect, test } from 'vitest'
import { aSheet, exampleSkills } from '../../occupations/examples.ts'
import type { SheetContent } from '../../occupations/tables/vocabulary.ts'
import type { SheetEntry, SkillEntry } from '../schema/entries.ts'
import type { OwnFile } from './own-files.ts'
import { type Known, planImport } from './plan.ts'

const blankSkill = { summary: { fr: '', en: '' }, aliases: { fr: [], en: [] }, broader: '', sectors: [] }
const skills = exampleSkills.map(({ kind, label }, n) => ({
  id: `s${n}`,
  slug: `s${n}`,
  content: { ...blankSkill, kind, label },
}))
const known: Known = {
  sectors: new Set(['animation', 'cinema']),
  skills: new Map(skills.map((one) => [one.slug, one])),
  skillNames: new Map(
    exampleSkills.map(({ label }, n) => [label.fr.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(), `s${n}`]),
  ),
  sheets: new Map(),
  owners: new Map([['staff@example.org', 'account']]),
}
const entry = (change: Partial<SheetEntry> = {}): SheetEntry =>
  ({ slug: 'animateur-3d', ...aSheet(), owner: '', reviewed: '-45d', status: 'published', ...change }) as SheetEntry
const skill = (id: string, broader = ''): SkillEntry => ({
  id,
  kind: 'tool',
  label: { fr: id, en: '' },
  ...blankSkill,
  broader,
})
const file = (sheets: SheetEntry[], more: SkillEntry[] = []): OwnFile => ({
  sheets: sheets.map((one, index) => ({ entry: one, file: 'a.yaml', line: index + 1 })),
  skills: more.map((one, index) => ({ entry: one, file: 'b.yaml', line: index + 1 })),
  refusals: [],
})
const plan = (given: OwnFile, there: Known = known) => planImport(given, there, '2027-03-31', 'fr')
const reasons = (given: OwnFile) => plan(given).refusals.map(({ reason }) => reason)

describe('a new sheet', () => {
  test('finds its skills by name, counts its days from today, and is news', () => {
    const [one] = plan(file([entry({ owner: 'Staff@example.org' })])).sheets
    expect(one).toMatchObject({ ownerId: 'account', reviewedOn: '2027-02-14', isNews: true, known: null })
    expect(one?.content.skills.map((line) => line.skill)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5'])
  })
  test('may ask for a skill that the same file brings', () => {
    const made = plan(file([entry({ skills: [{ skill: 'nuke', essential: true, level: 2 }] })], [skill('nuke')]))
    expect([made.sheetCounts.created, made.skillCounts.created, made.refusals]).toEqual([1, 1, []])
  })
})

describe('a sheet that is known', () => {
  const content = plan(file([entry()])).sheets[0]?.content as SheetContent
  const there = {
    id: 'x',
    isOwn: true,
    content,
    state: 'published',
    ownerId: null,
    reviewedOn: '2027-02-14',
    versionNumber: 1,
  } as const
  const with_ = (change: object = {}): Known => ({
    ...known,
    sheets: new Map([['animateur-3d', { ...there, ...change }]]),
  })
  test('and says the same is left alone', () => {
    const same = plan(file([entry()]), with_())
    expect([same.sheets, same.sheetCounts.unchanged]).toEqual([[], 1])
  })
  test('and says something new is updated, and is news', () => {
    const changed = plan(file([entry({ prospects: { fr: 'Autrement.', en: '' } })]), with_())
    expect([changed.sheetCounts.updated, changed.sheets[0]?.isNews]).toEqual([1, true])
  })
  test('and is only reviewed again is updated without being news', () => {
    const reviewed = plan(file([entry({ reviewed: '-1d' })]), with_())
    expect([reviewed.sheetCounts.updated, reviewed.sheets[0]?.isNews]).toEqual([1, false])
  })
  test('keeps the owner and the review that the file does not name', () => {
    const kept = plan(file([entry({ owner: '', reviewed: '', family: 'technical' })]), with_({ ownerId: 'somebody' }))
    expect(kept.sheets[0]).toMatchObject({ ownerId: 'somebody', reviewedOn: '2027-02-14' })
  })
  test('of a repertory is refused', () => {
    expect(plan(file([entry()]), with_({ isOwn: false })).refusals[0]?.reason).toContain('référentiel')
  })
})

test('what an entry gets wrong is said in a sentence', () => {
  expect(reasons(file([entry({ sectors: ['boulangerie'] })]))).toEqual(['la filière « boulangerie » n’existe pas.'])
  expect(reasons(file([entry({ skills: [{ skill: 'magie', essential: true, level: null }] })]))).toEqual([
    'la compétence « magie » n’existe pas.',
  ])
  expect(reasons(file([entry({ owner: 'nobody@example.org' })]))).toEqual([
    'aucun compte ne correspond à « nobody@example.org ».',
  ])
  expect(reasons(file([entry({ reviewed: 'hier' })]))[0]).toContain('« hier »')
  expect(reasons(file([entry(), entry()]))).toEqual([
    'l’identifiant animateur-3d figure déjà plus haut dans le fichier.',
  ])
  expect(reasons(file([], [skill('a', 'zzz')]))).toEqual(['la compétence plus large « zzz » n’existe pas.'])
  expect(reasons(file([], [skill('a', 'b'), skill('b', 'a')]))[0]).toContain('plus large qu’elle-même')
})
test('a skill that was merged stays merged', () => {
  const merged: Known = { ...known, skills: new Map([...known.skills, ['old', known.skills.get('s0') as never]]) }
  expect(plan(file([], [skill('old')]), merged).skillCounts).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
})
