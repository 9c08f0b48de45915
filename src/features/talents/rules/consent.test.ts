import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, type Consent, dueAt, nextStep } from './consent.ts'

const day = (written: string) => new Date(`${written}T08:00:00Z`)
const fresh = (consentedOn: string): Consent => ({
  state: 'awake',
  consentedAt: day(consentedOn),
  remindedAt: null,
  asleepAt: null,
})

describe('months', () => {
  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-03-31', -12, '2026-03-31'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months are %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toEqual(day(to))
  })
})

describe('a person who is silent', () => {
  test('is left alone for twelve months, to the day', () => {
    expect(dueAt(fresh('2026-01-15'), day('2027-01-14'))).toBe('nothing')
    expect(dueAt(fresh('2026-01-15'), day('2027-01-15'))).toBe('remind')
  })
  test('is put to sleep one month after the reminder was really sent, however late that was', () => {
    const reminded = { ...fresh('2026-01-15'), remindedAt: day('2027-06-01') }
    expect(dueAt(reminded, day('2027-06-30'))).toBe('nothing')
    expect(dueAt(reminded, day('2027-07-01'))).toBe('sleep')
  })
  test('is erased three months after falling asleep', () => {
    const asleep = { ...fresh('2026-01-15'), state: 'asleep' as const, asleepAt: day('2027-02-15') }
    expect(dueAt(asleep, day('2027-05-14'))).toBe('nothing')
    expect(dueAt(asleep, day('2027-05-15'))).toBe('erase')
  })
  test('is never erased before a reminder, a month and three months have passed, whenever the job runs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (gaps) => {
        let now = day('2026-01-15')
        let consent = fresh('2026-01-15')
        const at: Partial<Record<string, Date>> = {}
        for (const gap of gaps) {
          now = new Date(now.getTime() + gap * 86_400_000)
          const due = dueAt(consent, now)
          if (due !== 'nothing') at[due] = now
          if (due === 'remind') consent = { ...consent, remindedAt: now }
          if (due === 'sleep') consent = { ...consent, state: 'asleep', asleepAt: now }
          if (due === 'erase') break
        }
        if (at.remind) expect(at.remind >= addMonths(day('2026-01-15'), 12)).toBe(true)
        if (at.sleep) expect(at.remind && at.sleep >= addMonths(at.remind, 1)).toBe(true)
        if (at.erase) expect(at.sleep && at.erase >= addMonths(at.sleep, 3)).toBe(true)
      }),
    )
  })
  test('knows the day of the next step', () => {
    expect(nextStep(fresh('2026-01-15'))).toEqual({ what: 'remind', at: day('2027-01-15') })
  })
})
