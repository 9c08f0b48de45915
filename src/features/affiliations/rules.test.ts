import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affiliationRoles } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/days.ts'
import { isPublicProvider } from '../organisations/rules/organisation.ts'
import { heldTwice, isCurrent, joinsAtOnce } from './rules/affiliation.ts'
import { answerRequestDuty, answerRequestTitle } from './rules/duties.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count))
const role = fc.constantFrom(...affiliationRoles)

describe('an affiliation', () => {
  test('counts on its first and on its last day', () => {
    const period = { startsOn: '2020-01-01', endsOn: '2020-12-31' }
    const days = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01']
    expect(days.map((day) => isCurrent(period, day))).toEqual([false, true, true, false])
  })
  test('without an end counts on every day from its first', () => {
    fc.assert(
      fc.property(day, day, (startsOn, today) => {
        expect(isCurrent({ startsOn, endsOn: null }, today)).toBe(today >= startsOn)
      }),
    )
  })
  test('that ends on the eve of another never counts together with it', () => {
    fc.assert(
      fc.property(day, day, day, (startsOn, change, today) => {
        const before = isCurrent({ startsOn, endsOn: addDays(change, -1) }, today)
        const after = isCurrent({ startsOn: change, endsOn: null }, today)
        expect(before && after).toBe(false)
      }),
    )
  })
})

describe('joining at once', () => {
  test('takes a confirmed address at a domain of its own, and only makes an employee', () => {
    expect(joinsAtOnce(['studio.fr'], 'Ada@Studio.FR', 'employee')).toBe(true)
    expect(joinsAtOnce(['studio.fr'], 'ada@sub.studio.fr', 'employee')).toBe(false)
    expect(joinsAtOnce(['studio.fr'], 'ada@studio.fr', 'representative')).toBe(false)
    expect(joinsAtOnce(['gmail.com'], 'ada@gmail.com', 'employee')).toBe(false)
    expect(joinsAtOnce([], 'ada@studio.fr', 'employee')).toBe(false)
  })
  test('never happens at a provider of everybody, nor in a role that acts for the organisation', () => {
    const domain = fc.constantFrom('studio.fr', 'gmail.com', 'orange.fr', 'forge.example')
    fc.assert(
      fc.property(fc.array(domain), domain, role, (domains, at, wished) => {
        if (!joinsAtOnce(domains, `ada@${at}`, wished)) return
        expect(wished).toBe('employee')
        expect(isPublicProvider(at)).toBe(false)
        expect(domains).toContain(at)
      }),
    )
  })
})

describe('two affiliations', () => {
  const held = fc.record({
    userId: fc.constantFrom('ada', 'bob'),
    role,
    endsOn: fc.option(day, { nil: null }),
  })
  test('are one after a merge when the same person holds the same role in both, open', () => {
    const open = { userId: 'ada', role: 'hr', endsOn: null } as const
    expect(heldTwice(open, { ...open })).toBe(true)
    expect(heldTwice(open, { ...open, endsOn: '2020-01-01' })).toBe(false)
    expect(heldTwice(open, { ...open, role: 'employee' })).toBe(false)
    expect(heldTwice(open, { ...open, userId: 'bob' })).toBe(false)
  })
  test('are so whichever is named first', () => {
    fc.assert(fc.property(held, held, (one, other) => heldTwice(one, other) === heldTwice(other, one)))
  })
})

test('an answer is owed by representatives alone, and named in both languages', () => {
  expect(answerRequestDuty.roles).toEqual(['representative'])
  expect(answerRequestTitle({ person: 'Ada', organisation: 'Studio Bleu' })).toEqual({
    fr: 'Répondre à Ada, qui demande à rejoindre Studio Bleu',
    en: 'Answer Ada, who asks to join Studio Bleu',
  })
})
