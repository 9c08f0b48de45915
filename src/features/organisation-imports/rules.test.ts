import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessMapping } from '../../kernel/table-import.ts'
import { sectorNames, sectorsIn } from '../organisations/rules/sector-names.ts'
import { fieldInWords } from '../organisations/rules/words.ts'
import type { Described } from '../organisations/schema/input.ts'
import { fieldOf, importFields, isField, namesOrganisations } from './rules/columns.ts'
import { differencesOf, overlaid, reasonInWords, valuesOf } from './rules/lines.ts'

const sectors = sectorNames([
  { key: 'video-games', label: { fr: 'Jeu vidéo', en: 'Video games' } },
  { key: 'cinema', label: { fr: 'Cinéma', en: 'Cinema' } },
])

describe('the columns', () => {
  test('are guessed from their titles in both languages', () => {
    expect(guessMapping(['Nom', 'SIREN', 'Code postal', 'Ville', 'Effectif 2024', 'Couleur'], fieldOf)).toEqual([
      'displayName',
      'siren',
      'postcode',
      'city',
      'headCount:2024',
      null,
    ])
    expect(guessMapping(['Usual name', 'Town', 'E-mail address', 'Head count 2025', 'usual NAME'], fieldOf)).toEqual([
      'displayName',
      'city',
      'email',
      'headCount:2025',
      null,
    ])
  })
  test('are recognised under every title that an export writes', () => {
    const all = [...importFields, 'headCount:2021']
    for (const language of ['fr', 'en'] as const)
      expect(
        guessMapping(
          all.map((field) => fieldInWords(field, language)),
          fieldOf,
        ),
      ).toEqual(all)
  })
  test('must give a name, and be fields', () => {
    expect(namesOrganisations(['siren'])).toBe(false)
    expect(namesOrganisations([null, 'legalName'])).toBe(true)
    expect(['displayName', 'headCount:1999', 'headCount:99', 'visibility', 'id'].map(isField)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a cell with sectors', () => {
  test('names them in either language, by key, in singular or plural', () => {
    expect(sectorsIn('Jeux vidéo | cinema', sectors)).toEqual(['video-games', 'cinema'])
    expect(sectorsIn('video-games, Video game', sectors)).toEqual(['video-games'])
    expect(sectorsIn('Cinéma; boulangerie', sectors)).toEqual({ unknown: 'boulangerie' })
    expect(sectorsIn('', sectors)).toEqual([])
  })
})

describe('a line', () => {
  test('says what its cells say, and is refused for a kind or sector that does not exist', () => {
    const mapping = ['displayName', 'kind', 'sectors', null]
    const read = (...cells: string[]) => valuesOf(cells, mapping, sectors)
    expect(read('Studio', 'école', 'Cinéma', 'x')).toEqual({
      displayName: 'Studio',
      kind: 'school',
      sectors: ['cinema'],
    })
    expect(read('Studio', 'boulangerie')).toMatchObject({ key: 'kindUnknown' })
    expect(read('Studio', '', 'boulangerie')).toMatchObject({ key: 'sectorUnknown' })
    expect(read('', 'école')).toMatchObject({ key: 'noName' })
    expect(read('Studio', '', '', '', 'y')).toMatchObject({ key: 'cells' })
  })
  test('has its reason in both languages', () => {
    const cells = { key: 'cells', values: { count: '3', expected: '2' } }
    expect(reasonInWords(cells, 'fr')).toBe('La ligne a 3 cellules pour 2 colonnes.')
    expect(reasonInWords(cells, 'en')).toBe('The line has 3 cells for 2 columns.')
    expect(reasonInWords({ key: 'noName', values: {} }, 'en')).toBe('There is no name.')
  })
})

const described: Described = {
  kind: 'school',
  legalName: 'Studio Bleu SARL',
  displayName: 'Studio Bleu',
  siren: '732829320',
  registrationCountry: null,
  registrationNumber: null,
  sectors: ['cinema'],
  summary: { fr: 'Un studio.', en: undefined },
  description: { fr: '', en: undefined },
  foundedYear: 1999,
  website: null,
  email: 'contact@bleu.example',
  phone: null,
  visibility: {},
  emailDomains: ['bleu.example'],
  establishments: [
    {
      id: null,
      name: '',
      siret: '73282932000074',
      address: '',
      postcode: '69001',
      city: 'Lyon',
      country: 'FR',
      latitude: null,
      longitude: null,
      isHeadquarters: true,
    },
  ],
  headCounts: [{ year: 2020, people: 3 }],
}
describe('what a line says over what is there', () => {
  test('erases nothing that it does not speak of, whatever it says', () => {
    const said = fc.dictionary(
      fc.constantFrom('website', 'phone', 'foundedYear', 'city', 'headCount:2021'),
      fc.string({ minLength: 1 }),
    )
    fc.assert(
      fc.property(said, (values) => {
        const after = overlaid({ displayName: 'Studio Bleu', ...values }, described)
        expect(after).toMatchObject({ kind: 'school', siren: '732829320', email: 'contact@bleu.example' })
        expect(after.emailDomains).toEqual(['bleu.example'])
        expect(after.headCounts).toContainEqual({ year: 2020, people: 3 })
      }),
    )
  })
  test('changes nothing when it says the same', () => {
    expect(differencesOf(described, overlaid({ displayName: 'Studio Bleu' }, described) as Described)).toEqual({})
  })
  test('speaks of the establishment with its SIRET, else of the headquarters', () => {
    const after = overlaid({ displayName: 'Studio Bleu', siret: '732 829 320 00074', city: 'Annecy' }, described)
    expect(after.establishments).toMatchObject([{ city: 'Annecy', isHeadquarters: true }])
    const first = overlaid({ displayName: 'Neuf', city: 'Valence' }, null)
    expect(first).toMatchObject({
      kind: 'company',
      legalName: 'Neuf',
      establishments: [{ city: 'Valence', isHeadquarters: true }],
    })
  })
})
