import { expect, test } from 'vitest'
import { aSheet } from '../examples.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
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
