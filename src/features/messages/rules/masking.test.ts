import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask, namesOf } from './masking.ts'

const masked = (text: string, person: { name: string; email: string }) =>
  text.replace(new RegExp(namesOf(person), 'gi'), mask)
const ada = { name: 'Ada Lovelace', email: 'ada@example.org' }

test('A name is masked however it is spaced and written, and so is an address', () => {
  expect(masked('Bonjour,\nADA  lovelace\nada@example.org', ada)).toBe(`Bonjour,\n${mask}\n${mask}`)
})
test('A first name alone stays', () => {
  expect(masked('Chère Ada, adaptons', ada)).toBe('Chère Ada, adaptons')
  expect(masked('Madonna chante', { name: 'Madonna', email: 'm@x.org' })).toBe('Madonna chante')
})
test('Whatever a person is called, nothing is left of it and nothing breaks', () => {
  const word = fc.string({ minLength: 2 }).filter((one) => /^\S+$/.test(one))
  fc.assert(
    fc.property(word, word, (first, last) => {
      const text = masked(`x ${first} ${last} y`, { name: `${first} ${last}`, email: 'ada@example.org' })
      expect(text).toBe(`x ${mask} y`)
    }),
  )
})
