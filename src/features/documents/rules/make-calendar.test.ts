import { expect, test } from 'vitest'
import { makeCalendar } from './make-calendar.ts'

const calendar = {
  name: 'Agenda du pôle',
  language: 'fr',
  host: 'pole.example',
  made: new Date('2026-11-24T10:00:00Z'),
} as const
const forum = {
  id: '42',
  title: 'Forum des métiers ; l’image',
  start: new Date('2026-07-01T07:00:00Z'),
  end: new Date('2026-07-01T16:30:00Z'),
  place: 'Lyon',
}
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '')

test('an event stands at its hour on the cluster’s clock, in summer and in winter', () => {
  const winter = { ...forum, id: '43', start: new Date('2026-12-01T08:00:00Z'), end: new Date('2026-12-01T09:00:00Z') }
  const text = makeCalendar([forum, winter], calendar)
  expect(text).toContain('DTSTART;TZID=Europe/Paris:20260701T090000')
  expect(text).toContain('DTEND;TZID=Europe/Paris:20260701T183000')
  expect(text).toContain('DTSTART;TZID=Europe/Paris:20261201T090000')
})

test('the time zone comes along with its two changes of the year', () => {
  const text = makeCalendar([forum], calendar)
  expect(text).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Paris[\s\S]*BYMONTH=3;BYDAY=-1SU[\s\S]*BYMONTH=10;BYDAY=-1SU/)
  expect(text.split('BEGIN:VTIMEZONE')).toHaveLength(2)
})

test('a whole day is a day, whatever the hour it was written with', () => {
  const text = makeCalendar(
    [
      {
        ...forum,
        isAllDay: true,
        start: new Date('2026-07-01T00:00:00+02:00'),
        end: new Date('2026-07-02T00:00:00+02:00'),
      },
    ],
    calendar,
  )
  expect(text).toContain('DTSTART;VALUE=DATE:20260701')
  expect(text).toContain('DTEND;VALUE=DATE:20260702')
})

test('a changed or cancelled event is the same event, newer', () => {
  const text = makeCalendar([{ ...forum, revision: 3, isCancelled: true }], calendar)
  expect(text).toContain('UID:42@pole.example')
  expect(text).toContain('SEQUENCE:3')
  expect(text).toContain('DTSTAMP:20261124T100000Z')
  expect(text).toContain('STATUS:CANCELLED')
})

test('signs that mean something in a calendar are escaped', () => {
  expect(unfolded(makeCalendar([{ ...forum, text: 'ligne 1\nligne 2, suite' }], calendar))).toContain(
    'DESCRIPTION:ligne 1\\nligne 2\\, suite',
  )
})
