/// <reference lib="esnext.temporal" />
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '../../../kernel/language.ts'

/** Something with a time, as calendars know it. */
export type CalendarEvent = {
  /** The same for the same event, always: a calendar that has it already changes it. */
  readonly id: string
  readonly title: string
  /** Exact moments; calendars show them on the cluster's clock. */
  readonly start: Date
  readonly end: Date
  readonly isAllDay?: boolean
  readonly place?: string
  readonly text?: string
  readonly href?: string
  /** Grows with each change of the event. */
  readonly revision?: number
  readonly isCancelled?: boolean
}
type Calendar = {
  readonly name: string
  readonly language: Language
  /** 'passerelle.example.org': makes the ids of events unique in the world. */
  readonly host: string
  readonly made: Date
}

const timeZone = 'Europe/Paris'
/** The rules of the European Union's summer time, in force since 1996 (directive 2000/84/EC). */
const paris = [
  'BEGIN:VTIMEZONE',
  `TZID:${timeZone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** A Date would be written with the hour of the machine's own time zone. */
const onTheClock = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)

/** A calendar file (RFC 5545) of these events, in the cluster's time zone. */
export function makeCalendar(events: readonly CalendarEvent[], { name, language, host, made }: Calendar): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Passerelle', product: 'Passerelle', language: language.toUpperCase() },
    // Without a name: what has no place of its own (DTSTAMP) stays in UTC, as RFC 5545 wants it.
    timezone: { name: null, generator: () => paris },
  })
  for (const { id, title, start, end, isAllDay, place, text, href, revision = 0, isCancelled } of events)
    calendar.createEvent({
      id: `${id}@${host}`,
      stamp: made,
      sequence: revision,
      summary: title,
      start: onTheClock(start),
      end: onTheClock(end),
      allDay: isAllDay ?? false,
      timezone: timeZone,
      location: place ?? null,
      description: text ?? null,
      url: href ?? null,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
