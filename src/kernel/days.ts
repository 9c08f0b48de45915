/** A calendar day, ISO 8601: '2026-03-31'. Days have no time zone; the clock of the cluster decides which day it is. */
export type Day = string

export const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const timeZone = 'Europe/Paris'
const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })

/** The day on which a moment falls in the cluster's time zone. */
export const dayOf = (moment: Date): Day => parts.format(moment)

export const isDay = (value: string): boolean => {
  if (!dayPattern.test(value)) return false
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** '2006-02-15' stays; '-30d' and '+12d' count from `today`. The demo's present is written in this way. */
export function resolveDay(written: string, today: Day): Day {
  const relative = /^([+-]\d+)d$/.exec(written)
  if (relative) return addDays(today, Number(relative[1]))
  if (!isDay(written)) throw new RangeError(`${written} is neither a day nor a distance such as -30d`)
  return written
}
