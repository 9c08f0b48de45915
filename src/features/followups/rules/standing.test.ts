import { describe, expect, test } from 'vitest'
import { callOutcomes, followUpStates } from '../schema.ts'
import { callAgainDay, isToCall, snoozeDay, snoozeProblem, standingOf, states } from './standing.ts'

const today = '2027-03-03'

describe('a follow-up', () => {
  test('once closed stays closed', () => {
    for (const from of followUpStates)
      for (const to of followUpStates) expect(states.allows(from, to)).toBe(from === 'open' && to !== 'open')
  })
  test('is said to be snoozed before it is said to be handed over, and closed before either', () => {
    const open = { state: 'open', snoozedUntil: null, bearerId: null } as const
    expect(standingOf(open, today)).toBe('open')
    expect(standingOf({ ...open, bearerId: 'x' }, today)).toBe('handed-over')
    expect(standingOf({ ...open, bearerId: 'x', snoozedUntil: '2027-03-04' }, today)).toBe('snoozed')
    expect(standingOf({ ...open, bearerId: 'x', snoozedUntil: today }, today)).toBe('handed-over')
    expect(standingOf({ ...open, state: 'settled', snoozedUntil: '2027-03-04' }, today)).toBe('settled')
  })
})

describe('snoozing', () => {
  test('is until a date, or for so many days', () => {
    expect(snoozeDay({ days: 1, until: null }, today)).toBe('2027-03-04')
    expect(snoozeDay({ days: 7, until: '2027-03-20' }, today)).toBe('2027-03-20')
    expect(snoozeDay({ days: null, until: null }, today)).toBeNull()
  })
  test('is neither into the past, nor until today, nor for ever', () => {
    expect(snoozeProblem(null, today)).toBe('whenNeeded')
    expect(snoozeProblem('2027-03-02', today)).toBe('past')
    expect(snoozeProblem(today, today)).toBe('past')
    expect(snoozeProblem('2027-03-04', today)).toBeNull()
    expect(snoozeProblem('2027-05-02', today)).toBeNull()
    expect(snoozeProblem('2027-05-03', today)).toBe('far')
  })
})

describe('a call', () => {
  test('is followed by another some working days later, at once when the number was wrong', () => {
    const friday = '2027-03-05'
    expect(callOutcomes.map((outcome) => callAgainDay(outcome, friday))).toEqual([
      '2027-03-10',
      '2027-03-08',
      '2027-03-09',
      '2027-03-05',
      '2027-03-12',
    ])
  })
  test('is due when it has escalated and no call has put it off', () => {
    const one = { state: 'open', escalatesOn: today, callAgainOn: null } as const
    expect(isToCall(one, today)).toBe(true)
    expect(isToCall({ ...one, escalatesOn: '2027-03-04' }, today)).toBe(false)
    expect(isToCall({ ...one, callAgainOn: '2027-03-04' }, today)).toBe(false)
    expect(isToCall({ ...one, callAgainOn: today }, today)).toBe(true)
    expect(isToCall({ ...one, state: 'settled' }, today)).toBe(false)
  })
})
