import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'
import { followUpStates } from '../schema.ts'
import {
  calls,
  daysOverdue,
  digestOf,
  escalationDay,
  isDigestDay,
  isEscalated,
  isFresh,
  isNamable,
  isOverdue,
  isSnoozed,
  isThanksToDigest,
  nextChaseOn,
  type Owed,
} from './chasing.ts'
import { isWorkingDay } from './working-days.ts'

/** Wednesday 3 March 2027, in the morning. */
const now = new Date('2027-03-03T08:00:00Z')
const today = dayOf(now)
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const owed = (change: Partial<Owed> = {}): Owed => ({
  state: 'open',
  dueOn: '2027-03-02',
  escalatesOn: '2027-03-09',
  snoozedUntil: null,
  notifiedAt: null,
  chasedAt: null,
  ...change,
})
const closed = followUpStates.filter((state) => state !== 'open')

describe('what is late', () => {
  test('is open, and its day is over', () => {
    expect(isOverdue(owed({ dueOn: '2027-03-02' }), today)).toBe(true)
    expect(isOverdue(owed({ dueOn: today }), today)).toBe(false)
    expect(closed.map((state) => isOverdue(owed({ state }), today))).toEqual([false, false, false])
    expect(daysOverdue(owed({ dueOn: '2027-02-28' }), today)).toBe(3)
    expect(daysOverdue(owed({ dueOn: '2027-03-09' }), today)).toBe(0)
  })
  test('goes to the telephone so many days after its day, though it sleeps', () => {
    expect(escalationDay('2027-02-24', 7)).toBe('2027-03-03')
    expect(isEscalated(owed({ escalatesOn: today }), today)).toBe(true)
    expect(isEscalated(owed({ escalatesOn: '2027-03-04' }), today)).toBe(false)
    expect(isEscalated(owed({ escalatesOn: today, snoozedUntil: '2027-04-01' }), today)).toBe(true)
    expect(closed.some((state) => isEscalated(owed({ state, escalatesOn: today }), today))).toBe(false)
  })
  test('sleeps until the day itself', () => {
    expect(isSnoozed(owed({ snoozedUntil: '2027-03-04' }), today)).toBe(true)
    expect(isSnoozed(owed({ snoozedUntil: today }), today)).toBe(false)
    expect(isSnoozed(owed({ state: 'settled', snoozedUntil: '2027-03-04' }), today)).toBe(false)
  })
})

describe('the next reminder', () => {
  test('comes two working days before the day', () => {
    expect(nextChaseOn(owed({ dueOn: '2027-03-10' }))).toBe('2027-03-08')
    expect(nextChaseOn(owed({ dueOn: '2027-03-08' }))).toBe('2027-03-04')
  })
  test('not before a snooze ends, nor within a day of a notification, nor two working days after the last', () => {
    expect(nextChaseOn(owed({ snoozedUntil: '2027-03-06' }))).toBe('2027-03-08')
    expect(nextChaseOn(owed({ notifiedAt: now }))).toBe('2027-03-04')
    expect(nextChaseOn(owed({ chasedAt: now }))).toBe('2027-03-05')
    expect(nextChaseOn(owed({ chasedAt: new Date('2027-03-05T08:00:00Z') }))).toBe('2027-03-09')
  })
  test('is always on a working day', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((count): Day => addDays('2026-01-01', count))
    const moment = day.map((one) => new Date(`${one}T08:00:00Z`))
    fc.assert(
      fc.property(
        day,
        fc.option(day, { nil: null }),
        fc.option(moment, { nil: null }),
        fc.option(moment, { nil: null }),
        (dueOn, snoozedUntil, notifiedAt, chasedAt) => {
          const next = nextChaseOn({ dueOn, snoozedUntil, notifiedAt, chasedAt })
          expect(isWorkingDay(next)).toBe(true)
          if (snoozedUntil) expect(next >= snoozedUntil).toBe(true)
          if (notifiedAt) expect(next > dayOf(notifiedAt)).toBe(true)
          if (chasedAt) expect(next > dayOf(chasedAt)).toBe(true)
        },
      ),
    )
  })
})

describe('nobody is reminded within a day of a notification', () => {
  test('to the hour', () => {
    expect(isFresh(owed({ notifiedAt: hours(-23) }), now)).toBe(true)
    expect(isFresh(owed({ notifiedAt: hours(-24) }), now)).toBe(false)
    expect(isFresh(owed(), now)).toBe(false)
    expect(isNamable(owed({ notifiedAt: hours(-23) }), now)).toBe(false)
    expect(calls(owed({ notifiedAt: hours(-23) }), now)).toBe(false)
  })
})

describe('a digest', () => {
  const daily = { rhythm: 'daily', now, lastAt: null } as const
  test('names everything that is open and awake, the most overdue first', () => {
    const late = owed({ dueOn: '2027-02-01' })
    const later = owed({ dueOn: '2027-03-01' })
    const ahead = owed({ dueOn: '2027-06-01' })
    const asleep = owed({ snoozedUntil: '2027-03-09' })
    expect(digestOf([ahead, later, asleep, owed({ state: 'settled' }), late], daily)).toEqual([late, later, ahead])
  })
  test('is not sent when nothing in it is a reason to write', () => {
    expect(digestOf([owed({ dueOn: '2027-06-01' })], daily)).toEqual([])
    expect(digestOf([owed({ chasedAt: hours(-24) })], daily)).toEqual([])
    expect(digestOf([], daily)).toEqual([])
  })
  test('is sent once a day', () => {
    expect(digestOf([owed()], { ...daily, lastAt: hours(-2) })).toEqual([])
    expect(digestOf([owed()], { ...daily, lastAt: hours(-24) })).toHaveLength(1)
  })
  test('is sent on working days, weekly on the first of the week, or never', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays('2027-03-29', n))
    const days = (rhythm: Rhythm) => week.filter((day) => isDigestDay(rhythm, day))
    expect(days('daily')).toEqual(['2027-03-30', '2027-03-31', '2027-04-01', '2027-04-02'])
    expect(days('at-once')).toEqual(days('daily'))
    expect(days('weekly')).toEqual(['2027-03-30'])
    expect(days('never')).toEqual([])
    expect(digestOf([owed()], { ...daily, rhythm: 'never' })).toEqual([])
    expect(digestOf([owed()], { ...daily, rhythm: 'weekly' })).toEqual([])
  })
  test('never names what is closed, asleep or just told, whatever else there is', () => {
    const some = fc.record({
      state: fc.constantFrom(...followUpStates),
      dueOn: fc.integer({ min: -90, max: 90 }).map((n) => addDays(today, n)),
      escalatesOn: fc.constant(today),
      snoozedUntil: fc.option(
        fc.integer({ min: -9, max: 9 }).map((n) => addDays(today, n)),
        { nil: null },
      ),
      notifiedAt: fc.option(fc.integer({ min: -60, max: 0 }).map(hours), { nil: null }),
      chasedAt: fc.option(fc.integer({ min: -200, max: 0 }).map(hours), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(some), (rows) => {
        const named = digestOf(rows, daily)
        for (const one of named) expect(isNamable(one, now)).toBe(true)
        if (named.length > 0) expect(named.some((one) => calls(one, now))).toBe(true)
        expect(named.map(({ dueOn }) => dueOn)).toEqual(named.map(({ dueOn }) => dueOn).toSorted())
      }),
    )
  })
})

test('a deed is thanks to a digest within two working days of it', () => {
  const friday = new Date('2027-03-05T07:30:00Z')
  expect(isThanksToDigest(friday, new Date('2027-03-09T20:00:00Z'))).toBe(true)
  expect(isThanksToDigest(friday, new Date('2027-03-10T07:00:00Z'))).toBe(false)
  expect(isThanksToDigest(friday, new Date('2027-03-04T07:00:00Z'))).toBe(false)
  expect(isThanksToDigest(null, friday)).toBe(false)
})
