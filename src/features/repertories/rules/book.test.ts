import { expect, test } from 'vitest'
import { toleratedUnknown } from './book.ts'

test('a few unknown references are left out, more than one in a hundred mean a cut file', () => {
  const unknown = Array.from({ length: 11 }, (_, line) => ({ file: 'f.csv', line: line + 2, reason: 'inconnue' }))
  expect(() => toleratedUnknown('fr', unknown.slice(0, 10), 100, 'coupé')).not.toThrow()
  expect(() => toleratedUnknown('fr', unknown, 2000, 'coupé')).not.toThrow()
  expect(() => toleratedUnknown('fr', unknown, 1000, 'coupé')).toThrow('f.csv, ligne 2 : coupé')
})
