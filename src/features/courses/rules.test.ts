import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visitor } from '../../kernel/actor.ts'
import * as policy from './policy.ts'
import { centsOf, courseSlug, durationOf, isCurrent, missingIn, mistakesIn, states } from './rules/course.ts'
import { type Candidate, suggest, suggestionOf, type Target } from './rules/suggestion.ts'

describe('a course', () => {
  test('moves only from state to state as the machine says', () => {
    expect(states.allows('draft', 'submitted')).toBe(true)
    expect(states.allows('published', 'draft')).toBe(false)
    expect(states.allows('withdrawn', 'submitted')).toBe(false)
  })
  test('lacks what the public could not do without', () => {
    const bare = { title: { fr: 'Son' }, summary: { fr: '' }, diploma: '', level: null }
    expect(missingIn(bare, 0)).toEqual(['summary', 'schools', 'level'])
    expect(missingIn({ ...bare, summary: { fr: 'x' }, level: 5 }, 1)).toEqual([])
    expect(missingIn({ ...bare, summary: { fr: 'x' }, diploma: 'CAP' }, 1)).toEqual([])
  })
  test('has one figure for a year, and none of a year to come', () => {
    const course = {
      sectors: ['boulangerie'],
      productions: [{ year: 2031 }],
      insertions: [{ year: 2024 }, { year: 2024 }],
    }
    expect(mistakesIn(course, new Set(['cinema']), 2026).map(({ field, key }) => [field, key])).toEqual([
      ['sectors', 'sectorUnknown'],
      ['productions.0.year', 'yearAhead'],
      ['insertions.1.year', 'yearTwice'],
    ])
  })
  test('is never called as a page of the feature', () => {
    expect(courseSlug('Team')).toBe('team-1')
    expect(courseSlug('Son et image')).toBe('son-et-image')
  })
  test('lasts as long in years and months as in months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), (months) => {
        const duration = durationOf(months)
        expect(duration.years * 12 + duration.months).toBe(months)
      }),
    )
  })
  test('costs whole cents', () => expect([centsOf(12.345), centsOf(null), centsOf(0)]).toEqual([1235, null, 0]))
  test('is sponsored on the first and the last day of a period', () => {
    const period = { startsOn: '2026-01-01', endsOn: '2026-06-30' }
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => isCurrent(period, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

const target: Target = {
  id: 'o1',
  romeCodes: ['L1510'],
  names: ['Animateur 3D', 'Animatrice 3D'],
  skills: new Map([
    ['s1', 'Animer'],
    ['s2', 'Maya'],
    ['s3', 'Anatomie'],
  ]),
}
const course = (change: Partial<Candidate> = {}): Candidate => ({
  id: 'c1',
  titles: ['Son'],
  skillIds: [],
  leadsTo: [],
  ...change,
})
const neighbour = { id: 'o2', name: 'Rigger', romeCodes: ['L1510'] }

describe('a suggestion', () => {
  test('says why: skills, words, the same ROME sheet', () => {
    const found = suggestionOf(
      course({ titles: ['Cinéma d’animation'], skillIds: ['s1', 's2', 's3'], leadsTo: [neighbour] }),
      target,
    )
    expect(found?.reasons).toEqual([
      { kind: 'skills', names: ['Animer', 'Maya', 'Anatomie'] },
      { kind: 'words', words: ['animation'] },
      { kind: 'code', code: 'L1510', via: 'Rigger' },
    ])
  })
  test('needs more than a common field, or two shared skills', () => {
    expect(suggestionOf(course({ leadsTo: [{ ...neighbour, romeCodes: ['L1508'] }] }), target)).toBeNull()
    expect(suggestionOf(course({ skillIds: ['s1', 's2'] }), target)).toBeNull()
    expect(suggestionOf(course({ skillIds: ['s1', 's2', 's3'] }), target)?.weight).toBe(3)
  })
  test('is not made for a course that leads there, nor after a refusal', () => {
    const own = { ...neighbour, id: 'o1' }
    const skilled = course({ skillIds: ['s1', 's2', 's3'] })
    expect(suggestionOf({ ...skilled, leadsTo: [own] }, target)).toBeNull()
    expect(suggest([skilled], target, new Set())).toHaveLength(1)
    expect(suggest([skilled], target, new Set(['c1']))).toEqual([])
  })
})

const person = (organisationId: string, role: 'representative' | 'employee' = 'representative') => ({
  ...visitor,
  id: 'p',
  kind: 'account' as const,
  affiliations: [{ organisationId, role }],
})
describe('the doors', () => {
  const taught = { schoolIds: ['school'] }
  const sponsored = { ...taught, organisationId: 'company', proposedBy: 'company' as const }
  test.each([
    ['a visitor', visitor, [false, false, false, false]],
    ['an employee of the school', person('school', 'employee'), [false, false, false, false]],
    ['a representative of the school', person('school'), [true, false, true, true]],
    ['a representative of the company', person('company'), [false, false, false, true]],
    ['a stranger', person('other'), [false, false, false, false]],
    ['the team', { ...person('other'), role: 'staff' as const }, [true, true, true, true]],
  ])('to %s: edit, publish, answer a company, end', (_, actor, expected) => {
    expect([
      policy.edit(actor, taught),
      policy.publish(actor, taught),
      policy.answerSponsorship(actor, sponsored),
      policy.endSponsorship(actor, sponsored),
    ]).toEqual(expected)
  })
  test('let nobody describe a course in the name of a school they do not represent', () => {
    expect(policy.create(person('school'), { schoolIds: ['school', 'other'] })).toBe(false)
    expect(policy.create(person('school'), { schoolIds: [] })).toBe(false)
  })
})
