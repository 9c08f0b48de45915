import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagerWindow } from './pager-window.ts'

test('the middle, the first and the last page say what they show', () => {
  expect(pagerWindow(412, 2, 30)).toEqual({ page: 2, pages: 14, from: 31, to: 60, previous: 1, next: 3 })
  expect(pagerWindow(412, 1, 30)).toMatchObject({ from: 1, to: 30, previous: null, next: 2 })
  expect(pagerWindow(412, 14, 30)).toMatchObject({ from: 391, to: 412, previous: 13, next: null })
})

test('no row is no page turn, and too far is the last page', () => {
  expect(pagerWindow(0, 1, 30)).toEqual({ page: 1, pages: 1, from: 0, to: 0, previous: null, next: null })
  expect(pagerWindow(30, 1, 30)).toMatchObject({ pages: 1, next: null })
  expect(pagerWindow(31, 99, 30)).toMatchObject({ page: 2, from: 31, to: 31 })
})

test('the pages show every row once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 60 }), (total, size) => {
      const { pages } = pagerWindow(total, 1, size)
      const shown = Array.from({ length: pages }, (_, index) => pagerWindow(total, index + 1, size))
      expect(shown.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(total)
      expect(shown.at(-1)?.to).toBe(total)
    }),
  )
})
