import { describe, expect, test } from 'vitest'
import { aSheet } from '../../occupations/examples.ts'
import type { SheetEntry } from '../schema/entries.ts'
import { readOwnFile, sheetsCsv, skillsCsv, yamlOf } from './own-files.ts'

const entry = {
  slug: 'animateur-3d',
  ...aSheet(),
  owner: 'staff@example.org',
  reviewed: '2026-02-03',
  status: 'published',
} as SheetEntry
const skill = {
  id: 'blender',
  kind: 'tool' as const,
  label: { fr: 'Blender', en: 'Blender' },
  summary: { fr: '', en: '' },
  aliases: { fr: ['logiciel 3D'], en: [] },
  broader: '',
  sectors: [],
}
const read = (text: string, name: string) => readOwnFile(text, name, 'fr')

describe('sheets and skills in files', () => {
  test('come back from YAML as they went', () => {
    expect(read(yamlOf([entry]), 'a.yaml').sheets.map((one) => one.entry)).toEqual([entry])
    expect(read(yamlOf([skill]), 'a.yml').skills.map((one) => one.entry)).toEqual([skill])
    expect(read(yamlOf([]), 'a.yml')).toEqual({ sheets: [], skills: [], refusals: [] })
  })
  test('come back from CSV as they went, with commas or semicolons', () => {
    expect(read(sheetsCsv([entry]), 'a.csv').sheets.map((one) => one.entry)).toEqual([entry])
    expect(read(skillsCsv([skill]), 'a.csv').skills.map((one) => one.entry)).toEqual([skill])
    expect(read('id;kind;label_fr\nblender;tool;Blender\n', 'a.csv').skills[0]?.entry.label.fr).toBe('Blender')
  })
  test('may stand together under their names', () => {
    const both = read('skills:\n  - { id: maya, kind: tool, label: { fr: Maya } }\noccupations: []\n', 'a.yaml')
    expect(both.skills).toHaveLength(1)
  })
  test('say on which line an entry is wrong, and keep the others', () => {
    const file = read(
      '- { id: maya, kind: tool, label: { fr: Maya } }\n- { id: nuke, kind: outil, label: { fr: Nuke } }\n',
      'a.yaml',
    )
    expect(file.skills.map((one) => one.entry.id)).toEqual(['maya'])
    expect(file.refusals).toEqual([
      { file: 'a.yaml', line: 2, reason: 'kind : Choisissez une des réponses proposées.' },
    ])
  })
})

test.each([
  ['YAML that is not closed', 'a.yaml', '- slug: "x', 'a.yaml, ligne 1 : ce n’est pas du YAML correct'],
  ['a text that is no list', 'a.yaml', 'slug: x', 'a.yaml, ligne 1 : le fichier doit contenir une liste'],
  [
    'a key that stands twice',
    'a.yaml',
    '- a: 1\n  a: 2',
    'a.yaml, ligne 2 : ce n’est pas du YAML correct (DUPLICATE_KEY)',
  ],
  [
    'CSV without its columns',
    'a.csv',
    'nom,titre\nx,y\n',
    'a.csv, ligne 1 : la colonne « slug » manque. Colonnes trouvées : nom, titre.',
  ],
  ['an open quotation mark', 'a.csv', 'id,kind,label_fr\n"x,tool,X\n', 'un guillemet ouvert n’est pas refermé'],
  ['an empty file', 'a.csv', '', 'a.csv, ligne 1 : le fichier est vide.'],
])('%s is refused with file, line and reason', (_, name, text, reason) => {
  expect(() => read(text, name)).toThrow(reason)
})
test('a bomb of YAML aliases is refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`).join()}]`),
    'skills: [*i]',
  ].join('\n')
  expect(() => read(bomb, 'a.yaml')).toThrow('a.yaml')
})
