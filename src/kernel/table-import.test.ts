import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  because,
  chosenMapping,
  comparable,
  countOutcomes,
  givenTwice,
  guessMapping,
  isReason,
  isWriting,
  lineOutcomes,
  saidCells,
  signsSeen,
  strayCells,
  writesAnything,
} from './table-import.ts'

const fields = new Map([
  ['nom', 'name'],
  ['name', 'name'],
  ['ville', 'city'],
])
const fieldOf = (title: string) => fields.get(title) ?? null
const title = fc.constantFrom('Nom', 'NAME', 'ville', 'Couleur', '')
const mapping = fc.array(fc.option(fc.constantFrom('name', 'city', 'siren'), { nil: null }), { maxLength: 6 })

describe('the columns of a file', () => {
  test('are compared without accents, capitals, underlines and apostrophes', () => {
    expect(['Code_postal', '  CODE   POSTAL', 'Raison d’être', "Raison d'être"].map(comparable)).toEqual([
      'code postal',
      'code postal',
      'raison d etre',
      'raison d etre',
    ])
  })
  test('are guessed by their titles, the first one where two say the same', () => {
    expect(guessMapping(['Nom', 'Couleur', 'name', 'VILLE'], fieldOf)).toEqual(['name', null, null, 'city'])
  })
  test('are as many as the titles, and never two for one field', () => {
    fc.assert(
      fc.property(fc.array(title), (header) => {
        const guessed = guessMapping(header, fieldOf)
        expect(guessed).toHaveLength(header.length)
        expect(givenTwice(guessed)).toBeNull()
      }),
    )
  })
  test('are as somebody chose, or as before when nobody chose; what is no field is left out', () => {
    const run = { header: ['a', 'b'], mapping: ['name', null] }
    const isField = (field: string) => field === 'name' || field === 'city'
    expect(chosenMapping(run, [], isField)).toEqual(['name', null])
    expect(chosenMapping(run, ['city', 'password'], isField)).toEqual(['city', null])
    expect(chosenMapping(run, ['city', 'name', 'city'], isField)).toEqual(['city', 'name'])
  })
  test('that give one field twice are found', () => {
    expect(givenTwice(['name', null, null, 'city'])).toBeNull()
    expect(givenTwice(['name', 'city', null, 'city'])).toBe('city')
  })
})

describe('a line', () => {
  test('may not say anything where no column is', () => {
    expect(strayCells(['a', 'b', ''], ['name', 'city'])).toBeNull()
    expect(strayCells(['a', 'b', 'c'], ['name', 'city'])).toEqual(because('cells', { count: '3', expected: '2' }))
  })
  test('says only what stands in its cells, of columns that are read', () => {
    expect(saidCells(['a', '', 'c'], ['name', 'city', null])).toEqual([['name', 'a']])
    fc.assert(
      fc.property(fc.array(fc.string()), mapping, (cells, columns) => {
        for (const [field, cell] of saidCells(cells, columns)) {
          expect(cell).not.toBe('')
          expect(columns).toContain(field)
        }
      }),
    )
  })
  test('is the same as an earlier one that shows one of its signs', () => {
    const seen = signsSeen()
    expect(seen.earlier(['id 1', 'name a'])).toBeNull()
    seen.note(2, ['id 1', 'name a'])
    expect(seen.earlier(['id 2', 'name a'])).toBe(2)
    expect(seen.earlier(['id 2', 'name b'])).toBeNull()
  })
  test('is refused for a reason, which is no value', () => {
    expect(isReason(because('noName'))).toBe(true)
    expect(isReason({ name: 'Studio', values: 'x' })).toBe(false)
    expect(isReason(['key', 'values'])).toBe(false)
  })
})

describe('the counts', () => {
  const outcome = fc.constantFrom(...lineOutcomes)
  test('add up to the lines, and say whether anything would be written', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ outcome })), (lines) => {
        const counts = countOutcomes(lines, lineOutcomes)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(lines.length)
        expect(writesAnything(counts)).toBe(lines.some(isWriting))
      }),
    )
  })
})
