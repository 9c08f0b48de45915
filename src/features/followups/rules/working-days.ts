import { addDays, type Day } from '../../../kernel/days.ts'

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm of Nature (1876), as in Meeus (1991). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return written(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The eleven public holidays of France outside Alsace and Moselle (Code du travail, L3133-1). */
export function publicHolidays(year: number): ReadonlySet<Day> {
  const sunday = easter(year)
  const fixed = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ] as const
  // Easter Monday, Ascension, Whit Monday.
  return new Set([
    ...fixed.map(([month, day]) => written(year, month, day)),
    ...[1, 39, 50].map((n) => addDays(sunday, n)),
  ])
}

const kept = new Map<number, ReadonlySet<Day>>()
function holidaysOf(year: number): ReadonlySet<Day> {
  const known = kept.get(year) ?? publicHolidays(year)
  kept.set(year, known)
  return known
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
/** Monday to Friday, and no public holiday. */
export const isWorkingDay = (day: Day): boolean =>
  weekdayOf(day) % 6 !== 0 && !holidaysOf(Number(day.slice(0, 4))).has(day)

/** The day itself if people work on it, otherwise the first one after it on which they do. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1)))

/** So many working days later, or earlier when `count` is negative. 0 leaves the day as it is. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = Math.sign(count)
  let found = day
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step)
    if (isWorkingDay(found)) left -= 1
  }
  return found
}

/** Whether this is the day of the week on which weekly mail goes out: the first working day since Sunday. */
export const isFirstWorkingDayOfWeek = (day: Day): boolean => {
  const monday = addDays(day, 1 - (weekdayOf(day) || 7))
  return workingDayFrom(monday) === day
}
