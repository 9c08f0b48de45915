import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, roles, system, visitor } from '../../../kernel/actor.ts'
import { consentStates, textOn } from './consents.ts'
import { freshFor, higherRole, invitationState, isFresh, leavesNoAdministrator, rolesToGive } from './standing.ts'

const now = new Date('2026-06-01T12:00:00Z')
const later = new Date('2026-06-02T12:00:00Z')
const actor = (role: Actor['role']): Actor => ({ ...visitor, kind: 'account', id: 'x', role })

describe('an invitation', () => {
  test.each([
    [{ expiresAt: later, acceptedAt: null, withdrawnAt: null }, 'open'],
    [{ expiresAt: now, acceptedAt: null, withdrawnAt: null }, 'expired'],
    [{ expiresAt: later, acceptedAt: null, withdrawnAt: now }, 'withdrawn'],
    [{ expiresAt: now, acceptedAt: now, withdrawnAt: null }, 'accepted'],
  ])('%o is %s', (row, state) => {
    expect(invitationState(row, now)).toBe(state)
  })
})

describe('roles', () => {
  test('are given by those who stand above them', () => {
    expect(rolesToGive(actor('person'))).toEqual([])
    expect(rolesToGive(actor('reviewer'))).toEqual([])
    expect(rolesToGive(actor('staff'))).toEqual(['person', 'reviewer'])
    for (const one of [actor('administrator'), system]) expect(rolesToGive(one)).toEqual(roles)
  })
  test('of an invitation never lower one that is there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.constantFrom(...roles), (one, other) => {
        const higher = higherRole(one, other)
        return roles.indexOf(higher) >= roles.indexOf(one) && higher === higherRole(other, one)
      }),
    )
  })
  test('leave an administrator', () => {
    expect(leavesNoAdministrator('administrator', 'staff', 1)).toBe(true)
    expect(leavesNoAdministrator('administrator', null, 1)).toBe(true)
    expect(leavesNoAdministrator('administrator', 'staff', 2)).toBe(false)
    expect(leavesNoAdministrator('administrator', 'administrator', 1)).toBe(false)
    expect(leavesNoAdministrator('staff', 'person', 0)).toBe(false)
  })
})

test('a sign-in is fresh for a quarter of an hour', () => {
  expect(isFresh(now, new Date(now.getTime() + freshFor - 1))).toBe(true)
  expect(isFresh(now, new Date(now.getTime() + freshFor))).toBe(false)
})

describe('a consent', () => {
  const text = (since: string) => ({
    kind: 'newsletter' as const,
    since,
    required: false,
    title: { fr: since },
    body: { fr: '' },
  })
  const texts = [text('2026-03-01'), text('2026-01-01')]
  test('is to the wording of its day', () => {
    expect(textOn('newsletter', '2026-02-28', texts).since).toBe('2026-01-01')
    expect(textOn('newsletter', '2026-03-01', texts).since).toBe('2026-03-01')
    expect(textOn('newsletter', '2025-01-01', texts).since).toBe('2026-01-01')
    expect(() => textOn('studies', '2026-01-01', texts)).toThrow(RangeError)
  })
  test('to an older wording is to be asked again; a withdrawn one stands for nothing', () => {
    const given = { kind: 'terms', version: '2025-01-01', givenAt: now, withdrawnAt: null }
    const stateOf = (...kept: Parameters<typeof consentStates>[0]) => consentStates(kept, '2026-06-01')[0]
    expect(stateOf(given)).toMatchObject({ given, isOutdated: true })
    expect(stateOf({ ...given, version: '2026-01-01' })).toMatchObject({ isOutdated: false })
    expect(stateOf({ ...given, withdrawnAt: now })).toMatchObject({ given: null, isOutdated: false })
  })
})
