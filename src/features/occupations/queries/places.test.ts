import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAfter, numberIn, placeAfter, placeAt } from './places.ts'

const order = { key: sql`name`, id: sql`id` }

test('a number is found again in its place', () => {
  fc.assert(fc.property(fc.nat(999_999), (number) => numberIn(placeAt(number)) === number))
})
test('a row of any label is found again in its place', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string(), (id, label) => {
      expect(isAfter(order, placeAfter(id, label))?.queryChunks).toEqual(expect.arrayContaining([label, id]))
    }),
  )
})
test.for([null, '', 'x', '#1', '#-1', "1' or '1", `${'0'.repeat(36)} label`])('%j is no row', (place) => {
  expect(isAfter(order, place)).toBeUndefined()
})
test.for([null, '', '#', '#x', '#-3', '#1e9', '#12345678', placeAfter(crypto.randomUUID(), 'x')])(
  '%j begins at the beginning of a list by relevance',
  (place) => {
    expect(numberIn(place)).toBe(0)
  },
)
