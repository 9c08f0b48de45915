import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSheet } from '../examples.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
import { differencesBetween, wordDifference } from './versions.ts'

const content = (change: Partial<SheetContent> = {}) => aSheet(change) as SheetContent
const joined = (before: string, after: string, left: string) =>
  wordDifference(before, after)
    .filter(({ change }) => change !== left)
    .map(({ text }) => text)
    .join('')

describe('two texts word by word', () => {
  test('show what came and what went', () => {
    expect(wordDifference('Anime des personnages', 'Anime de grands personnages')).toEqual([
      { text: 'Anime ', change: 'same' },
      { text: 'des ', change: 'removed' },
      { text: 'de grands ', change: 'added' },
      { text: 'personnages', change: 'same' },
    ])
  })
  test('give back both texts', () => {
    const words = fc
      .array(fc.constantFrom('un', 'deux', 'trois', 'quatre'), { maxLength: 12 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(joined(before, after, 'added')).toBe(before)
        expect(joined(before, after, 'removed')).toBe(after)
      }),
    )
  })
})

describe('two versions of a sheet', () => {
  test('that say the same have no differences', () => {
    expect(differencesBetween(content(), content())).toEqual([])
  })
  test('differ in texts, lists and skills, each in its own way', () => {
    const [first, ...others] = content().skills
    const after = content({
      sectors: ['animation', 'cinema'],
      summary: { fr: 'Fait vivre des personnages numériques.', en: 'Makes digital characters act.' },
      skills: [{ ...(first as (typeof others)[0]), level: 4 }, ...others.slice(1)],
    })
    expect(differencesBetween(content(), after)).toEqual([
      expect.objectContaining({ field: 'summary.fr' }),
      { field: 'sectors', added: ['cinema'], removed: [] },
      expect.objectContaining({
        field: 'skills',
        added: [],
        removed: [others[0]],
        changed: [{ before: first, after: { ...first, level: 4 } }],
      }),
    ])
  })
})
