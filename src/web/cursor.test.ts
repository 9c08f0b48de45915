import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cursorOf, cut, pageQuery, placeOf } from './cursor.ts'

const query = z.object(pageQuery)

test('a cursor leads back to its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (place) => {
      fc.pre(!place.includes('\0'))
      const { cursor } = query.parse({ cursor: cursorOf(place) })
      expect(placeOf(cursor)).toBe(Buffer.from(place).toString())
    }),
  )
})
test.for(['!', 'é', 'YWJj=', 'gICA', cursorOf('a\0b'), 'x'.repeat(501)])('%j is no cursor', (cursor) => {
  expect(query.safeParse({ cursor }).success).toBe(false)
})
test('a list without a cursor begins at its beginning, thirty at a time', () => {
  expect(query.parse({})).toEqual({ limit: 30 })
  expect(placeOf(undefined)).toBeNull()
})
test.for(['0', '101', '-1', '1.5', 'many'])('a page does not hold %s items', (limit) => {
  expect(query.safeParse({ limit }).success).toBe(false)
})
test('the last page has no next one', () => {
  const place = (row: number) => String(row)
  expect(cut([1, 2, 3], 2, place)).toEqual({ items: [1, 2], next: cursorOf('2') })
  expect(cut([1, 2], 2, place)).toEqual({ items: [1, 2], next: null })
  expect(cut([], 2, place)).toEqual({ items: [], next: null })
})
