import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../kernel/days.ts'
import {
  addWorkingDays,
  easter,
  isFirstWorkingDayOfWeek,
  isWorkingDay,
  publicHolidays,
  weekdayOf,
  workingDayFrom,
} from './working-days.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((count): Day => addDays('2000-01-01', count))

describe('Easter', () => {
  test('falls where the almanac says', () => {
    expect([2000, 2008, 2011, 2024, 2026, 2027, 2038].map(easter)).toEqual([
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ])
  })
  test('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2900 }), (year) => {
        const sunday = easter(year)
        expect(weekdayOf(sunday)).toBe(0)
        expect(sunday >= `${year}-03-22` && sunday <= `${year}-04-25`).toBe(true)
      }),
    )
  })
})

describe('public holidays', () => {
  test('are the eleven of the law', () => {
    expect([...publicHolidays(2027)].sort()).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
      '2027-07-14',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25',
    ])
  })
  test('may fall together: Ascension on 8 May 2008 was not two days off', () => {
    expect(publicHolidays(2008).has('2008-05-01')).toBe(true)
    expect(publicHolidays(2008).size).toBe(10)
  })
})

describe('working days', () => {
  test('are neither at the weekend nor on a public holiday', () => {
    expect(['2027-03-26', '2027-03-27', '2027-03-28', '2027-03-29', '2027-03-30'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
  })
  test('are counted over weekends and holidays, both ways', () => {
    expect(addWorkingDays('2027-03-26', 1)).toBe('2027-03-30')
    expect(addWorkingDays('2027-03-30', -1)).toBe('2027-03-26')
    expect(addWorkingDays('2026-12-23', 5)).toBe('2026-12-31')
  })
  test('there and back is where one was, from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (any, count) => {
        const from = workingDayFrom(any)
        const to = addWorkingDays(from, count)
        expect(isWorkingDay(to)).toBe(true)
        expect(addWorkingDays(to, -count)).toBe(from)
      }),
    )
  })
  test('begin at most five days from any day', () => {
    fc.assert(
      fc.property(day, (any) => {
        const next = workingDayFrom(any)
        expect(next >= any && next <= addDays(any, 5)).toBe(true)
      }),
    )
  })
  test('have one first in each week: Tuesday after Easter Monday', () => {
    expect(isFirstWorkingDayOfWeek('2027-03-29')).toBe(false)
    expect(isFirstWorkingDayOfWeek('2027-03-30')).toBe(true)
    expect(isFirstWorkingDayOfWeek('2027-03-31')).toBe(false)
    fc.assert(
      fc.property(day, (any) => {
        const monday = addDays(any, 1 - (weekdayOf(any) || 7))
        const week = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n))
        expect(week.filter(isFirstWorkingDayOfWeek)).toHaveLength(1)
      }),
    )
  })
})
