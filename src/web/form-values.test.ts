import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unflatten } from './form-values.ts'

describe('the fields of a form', () => {
  test('dotted names are objects, numbered ones lists, repeated ones arrays', () => {
    const fields = [
      ['name', 'Atelier'],
      ['description.fr', 'Bonjour'],
      ['description.en', 'Hello'],
      ['sectors', 'cinema'],
      ['sectors', 'animation'],
      ['places.1.city', 'Annecy'],
      ['places.0.city', 'Lyon'],
    ] as const
    expect(unflatten(fields)).toEqual({
      name: 'Atelier',
      description: { fr: 'Bonjour', en: 'Hello' },
      sectors: ['cinema', 'animation'],
      places: [{ city: 'Lyon' }, { city: 'Annecy' }],
    })
  })
  test('empty rows of a list are left out', () => {
    const fields = [
      ['places.0.city', 'Lyon'],
      ['places.1.city', '  '],
      ['places.1.address', ''],
    ] as const
    expect(unflatten(fields)).toEqual({ places: [{ city: 'Lyon' }] })
  })
  test('no name reaches the prototype of anything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '0')), (path) => {
        unflatten([[path.join('.'), 'polluted']])
        return ({} as Record<string, unknown>).a === undefined && ({} as Record<string, unknown>)['0'] === undefined
      }),
    )
  })
  test('a name that every object has is a field like any other', () => {
    expect(unflatten([['toString', 'x']])).toEqual({ toString: 'x' })
    expect(unflatten([['valueOf.a', 'x']])).toEqual({ valueOf: { a: 'x' } })
  })
  test('a name repeated a hundred thousand times is read at once', () => {
    const { sectors } = unflatten(Array.from({ length: 100_000 }, (_, n) => ['sectors', String(n)] as const))
    expect(sectors).toHaveLength(100_000)
  })
})
