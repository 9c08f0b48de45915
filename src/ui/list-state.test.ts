import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listHref, listQuery, listWindow, parseListState } from './list-state.ts'

const allowed = { filters: ['sector', 'kind'], sorts: ['name', '-changed'] }
const stateOf = (query: string) => parseListState(new URLSearchParams(query), allowed)

test('nonsense in an address is ignored', () => {
  const state = stateOf('sector=games&sector=games&sector=&colour=red&sort=salary&page=-3')
  expect(state).toMatchObject({ q: '', sort: 'name', page: 1 })
  expect([...state.filters]).toEqual([['sector', 'games']])
  for (const page of ['0', '1.5', 'two', '', 'Infinity']) expect(stateOf(`page=${page}`).page).toBe(1)
  expect(stateOf('page=99999999').page).toBe(10_000)
})

test('a change of filter, search or order leads to the first page and keeps the rest', () => {
  const state = stateOf('q=anim&sector=games&page=4')
  expect(listQuery(state)).toBe('q=anim&sector=games&page=4')
  expect(listQuery(state, { add: ['sector', 'cinema'] })).toBe('q=anim&sector=games&sector=cinema')
  expect(listQuery(state, { drop: ['sector', 'games'] })).toBe('q=anim')
  expect(listQuery(state, { sort: '-changed' })).toBe('q=anim&sector=games&sort=-changed')
  expect(listQuery(state, { q: '' })).toBe('sector=games')
  expect(listQuery(state, { page: 5 })).toBe('q=anim&sector=games&page=5')
  expect(listQuery(state, { clear: true })).toBe('')
})

test('one value of a filter goes without the others', () => {
  const state = stateOf('sector=games&sector=cinema&kind=school')
  expect(listQuery(state, { drop: ['sector', 'games'] })).toBe('sector=cinema&kind=school')
  expect(listQuery(state, { drop: ['sector'] })).toBe('kind=school')
})

test('the plain list has a plain address', () => {
  expect(listHref('/organisations', stateOf('sort=name&page=1'))).toBe('/organisations')
  expect(listHref('/organisations', stateOf('q=a&b'))).toBe('/organisations?q=a')
})

test('a page shows its thirty rows', () => {
  expect(listWindow(stateOf(''))).toEqual({ limit: 30, offset: 0 })
  expect(listWindow(stateOf('page=3'))).toEqual({ limit: 30, offset: 60 })
})

test('an address that the list wrote is read back as the same state', () => {
  const word = fc.string({ maxLength: 20 }).map((text) => text.trim())
  const value = word.filter((text) => text !== '')
  fc.assert(
    fc.property(word, fc.uniqueArray(value, { maxLength: 4 }), fc.integer({ min: 1, max: 500 }), (q, sectors, page) => {
      const query = new URLSearchParams({ q, sort: '-changed', page: String(page) })
      for (const sector of sectors) query.append('sector', sector)
      const state = parseListState(query, allowed)
      const again = parseListState(new URLSearchParams(listQuery(state)), allowed)
      expect({ ...again, filters: [...again.filters] }).toEqual({ ...state, filters: [...state.filters] })
    }),
  )
})
