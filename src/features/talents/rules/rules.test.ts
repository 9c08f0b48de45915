import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleWhole } from '../examples/whole.ts'
import { calledIn, calledTo } from './calling.ts'
import { completenessOf } from './completeness.ts'
import { cutFor, titlesOf } from './cut.ts'
import { matchOf } from './matching.ts'
import { pastOf } from './past.ts'
import { reachOf } from './places.ts'
import { searchIn } from './saved.ts'

describe('what a talent is called', () => {
  test('is the name, or occupation and town where the talent is anonymous', () => {
    expect(calledTo(exampleWhole(), 1, false, 'fr')).toBe('Ada Zorglonde')
    expect(calledTo(exampleWhole({ anonymous: true }), 2, false, 'fr')).toBe('Animatrice 3D, Annecy')
    expect(calledTo(exampleWhole({ anonymous: true }), 2, false, 'en')).toBe('3D animator, Annecy')
    expect(calledTo(exampleWhole({ anonymous: true }), 2, true, 'fr')).toBe('Ada Zorglonde')
  })
  test('says no occupation that is hidden, and no town that is not there', () => {
    const whole = exampleWhole({ anonymous: true, partOpenings: { occupations: 'hidden' } })
    expect(calledTo(whole, 3, false, 'fr')).toBe('Talent, Annecy')
    expect(calledIn(cutFor({ ...whole, city: '' }, 3, false), 'fr')).toBe('Talent')
  })
  test('takes the form of the occupation that the person wants', () => {
    const one = { masculine: 'Animateur 3D', feminine: 'Animatrice 3D', english: '3D animator' }
    expect(titlesOf(one, 'both').fr).toBe('Animateur 3D / Animatrice 3D')
    expect(titlesOf(one, 'masculine').fr).toBe('Animateur 3D')
    expect(titlesOf({ ...one, masculine: '', feminine: '' }, 'feminine').fr).toBe('3D animator')
  })
})

describe('skills asked for', () => {
  test('are matched or missing, in the order in which they were asked', () => {
    expect(matchOf(['a', 'b', 'c'], ['c', 'x', 'a'])).toEqual({ matched: ['a', 'c'], missing: ['b'] })
  })
  test('are each either matched or missing', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))
    fc.assert(
      fc.property(ids, ids, (asked, held) => {
        const { matched, missing } = matchOf(asked, held)
        return (
          [...matched, ...missing].sort().join() === [...asked].sort().join() &&
          matched.every((one) => held.includes(one))
        )
      }),
    )
  })
})

describe('where somebody would work', () => {
  const mobility = { towns: [], departments: ['07'], wholeRegion: false, remote: false, radiusKm: null }
  test('is home, what was chosen, and what a radius reaches', () => {
    expect(reachOf('74', mobility)).toEqual(['07', '74'])
    expect(reachOf('74', { ...mobility, radiusKm: 45 })).toEqual(['07', '73', '74'])
    expect(reachOf('', { ...mobility, departments: [], radiusKm: 500 })).toEqual([])
    expect(reachOf('75', { ...mobility, wholeRegion: true })).toHaveLength(13)
  })
  test('never shrinks when the radius grows', () => {
    const radius = fc.integer({ min: 1, max: 600 })
    fc.assert(
      fc.property(fc.constantFrom('01', '26', '38', '69', '74'), radius, radius, (home, one, more) => {
        const [less, wider] = [Math.min(one, more), Math.max(one, more)]
        const reach = reachOf(home, { ...mobility, radiusKm: wider })
        return reachOf(home, { ...mobility, radiusKm: less }).every((place) => reach.includes(place))
      }),
    )
  })
})

describe('what is counted of a profile that goes', () => {
  test('is each year it stood, by occupation and sector, and nothing else', () => {
    const past = pastOf(exampleWhole(), new Date('2025-06-01T00:00:00Z'))
    expect(past).toEqual([
      { year: 2024, occupation: 'occupationmark', sector: 'animation' },
      { year: 2025, occupation: 'occupationmark', sector: 'animation' },
    ])
  })
  test('is one person also without an occupation', () => {
    expect(pastOf(exampleWhole({ occupations: [] }), new Date('2024-06-01T00:00:00Z'))).toEqual([
      { year: 2024, occupation: '', sector: '' },
    ])
  })
})

test('an empty profile is far from complete, and says what to do first', () => {
  const whole = exampleWhole({ headline: '', occupations: [], skills: [] })
  expect(completenessOf(whole).missing.slice(0, 3)).toEqual(['headline', 'occupations', 'skills'])
  expect(completenessOf(whole).percent).toBeLessThan(70)
})

test('a saved question is the same search again, and nonsense in it is ignored', () => {
  const search = searchIn(
    'q=blender&place=74&place=73&kind=freelance&kind=king&language=en:B2&language=xx:Z9&skill=nothing',
  )
  expect(search).toMatchObject({
    q: 'blender',
    place: ['74', '73'],
    kind: ['freelance'],
    language: ['en:B2'],
    skill: [],
  })
})
