import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sirenOf, siretOf, writtenSiren } from './siren.ts'

describe('a SIREN', () => {
  test('is nine digits whose Luhn sum is a multiple of ten, written with or without spaces', () => {
    expect(sirenOf('732829320')).toBe('732829320')
    expect(sirenOf('732 829 320')).toBe('732829320')
    expect(sirenOf('732\u202f829\u00a0320')).toBe('732829320')
    expect(sirenOf('732829321')).toBeNull()
    expect(sirenOf('73282932')).toBeNull()
    expect(sirenOf('000000000')).toBeNull()
    expect(sirenOf('')).toBeNull()
  })
  test('is never right with one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [...'732829320']
        digits[place] = String((Number(digits[place]) + step) % 10)
        expect(sirenOf(digits.join(''))).toBeNull()
      }),
    )
  })
  test('is written in groups of three', () => {
    expect(writtenSiren('732829320')).toBe('732 829 320')
    expect(writtenSiren('73282932000074')).toBe('732 829 320 00074')
  })
})

describe('a SIRET', () => {
  test('is fourteen digits whose Luhn sum is a multiple of ten', () => {
    expect(siretOf('732 829 320 00074')).toBe('73282932000074')
    expect(siretOf('73282932000075')).toBeNull()
    expect(siretOf('732829320')).toBeNull()
  })
  test('of La Poste may have a plain sum that is a multiple of five', () => {
    expect(siretOf('35600000000048')).toBe('35600000000048')
    expect(siretOf('35600000049837')).toBe('35600000049837')
    expect(siretOf('35600000049838')).toBeNull()
  })
})
