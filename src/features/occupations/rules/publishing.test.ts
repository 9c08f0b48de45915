import { describe, expect, test } from 'vitest'
import { aSheet } from '../examples.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
import { hasCircle, toleratedUnknown } from './book.ts'
import { isReviewDue, obstacle, reviewDue, states } from './publishing.ts'

const content = (change: Partial<SheetContent> = {}) => aSheet(change) as SheetContent

test('a sheet is published when it has a sector, three missions and five skills', () => {
  expect(obstacle(content())).toBeNull()
  expect(obstacle(content({ sectors: [] }))).toBe('needsSector')
  expect(obstacle(content({ missions: { fr: ['Une', 'Deux'], en: [] } }))).toBe('needsMissions')
  expect(obstacle(content({ skills: content().skills.slice(0, 4) }))).toBe('needsSkills')
})
test('a state is never followed by itself', () => {
  for (const state of states.states) expect(states.allows(state, state)).toBe(false)
})
test('a review holds for a year', () => {
  expect(reviewDue('2026-03-01')).toBe('2027-03-01')
  expect(isReviewDue('2026-03-01', '2027-02-28')).toBe(false)
  expect(isReviewDue('2026-03-01', '2027-03-01')).toBe(true)
  expect(isReviewDue(null, '2027-03-01')).toBe(true)
})

describe('the hierarchy of skills', () => {
  const above: Record<string, string[]> = { blender: ['3d'], '3d': ['image'], image: [] }
  const broaderOf = (code: string) => above[code] ?? []
  test('goes upward and never back', () => {
    expect(hasCircle('image', 'blender', broaderOf)).toBe(true)
    expect(hasCircle('blender', 'image', broaderOf)).toBe(false)
    expect(hasCircle('image', 'image', broaderOf)).toBe(true)
  })
  test('is followed to its end even where it is already a circle', () => {
    expect(hasCircle('x', 'a', (code) => (code === 'a' ? ['b'] : ['a']))).toBe(false)
  })
})

test('a few unknown references are left out, more than one in a hundred mean a cut file', () => {
  const refusals = Array.from({ length: 11 }, (_, line) => ({ file: 'f.csv', line: line + 2, reason: 'inconnue' }))
  expect(() => toleratedUnknown('fr', refusals.slice(0, 10), 100, 'coupé')).not.toThrow()
  expect(() => toleratedUnknown('fr', refusals, 2000, 'coupé')).not.toThrow()
  expect(() => toleratedUnknown('fr', refusals, 1000, 'coupé')).toThrow('f.csv, ligne 2 : coupé')
})
