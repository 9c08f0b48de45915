import type { Day } from '../../../kernel/days.ts'
import { machine } from '../../../kernel/machine.ts'
import { slugOf } from '../../../kernel/slug.ts'
import type { CourseState, Level, SponsorshipState } from '../schema/words.ts'

/** The team may publish a draft of its own at once; a withdrawn course goes back through a draft when its school wants it again. */
export const states = machine<CourseState>({
  draft: ['submitted', 'published', 'withdrawn'],
  submitted: ['published', 'draft', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: ['draft', 'published'],
})
export const sponsorshipStates = machine<SponsorshipState>({
  proposed: ['confirmed', 'declined'],
  confirmed: ['ended'],
  declined: [],
  ended: [],
})

/** Words of the addresses below /courses: no course may be called so there. */
const reserved = new Set('new mine team imports export suggest suggestions sponsorships'.split(' '))
export function courseSlug(title: string): string {
  const slug = slugOf(title)
  return reserved.has(slug) ? `${slug}-1` : slug
}

type Publishable = {
  readonly title: { readonly fr: string }
  readonly summary: { readonly fr: string }
  readonly diploma: string
  readonly level: Level | null
}
/**
 * What a course lacks before the public may read it. Without a school its page would lead nowhere; without a diploma or
 * a level nobody knows what it gives.
 */
export const missingIn = (course: Publishable, schools: number) =>
  [
    course.title.fr === '' ? ('title' as const) : null,
    course.summary.fr === '' ? ('summary' as const) : null,
    schools === 0 ? ('schools' as const) : null,
    course.diploma === '' && course.level === null ? ('level' as const) : null,
  ].filter((field) => field !== null)

export type Mistake = {
  readonly field: string
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}
const mistake = (field: string, key: string, values = {}): Mistake => ({ field, key, values })
type Dated = { readonly year: number }
type Described = {
  readonly sectors: readonly string[]
  readonly productions: readonly Dated[]
  readonly insertions: readonly Dated[]
}
/** What a shape alone cannot know: the list of sectors, this year, and that a year has one figure. */
export function mistakesIn(described: Described, knownSectors: ReadonlySet<string>, thisYear: number): Mistake[] {
  const { sectors, productions, insertions } = described
  const ahead = (rows: readonly Dated[], name: string) =>
    rows.flatMap(({ year }, row) => (year > thisYear ? [mistake(`${name}.${row}.year`, 'yearAhead')] : []))
  const years = insertions.map(({ year }) => year)
  return [
    ...sectors.filter((key) => !knownSectors.has(key)).map(() => mistake('sectors', 'sectorUnknown')),
    ...ahead(productions, 'productions'),
    ...ahead(insertions, 'insertions'),
    ...years.flatMap((year, row) =>
      years.indexOf(year) < row ? [mistake(`insertions.${row}.year`, 'yearTwice', { year: String(year) })] : [],
    ),
  ]
}

/** 30 months are two years and a half: years and the months that remain. */
export const durationOf = (months: number) => ({ years: Math.floor(months / 12), months: months % 12 })

type Period = { readonly startsOn: Day; readonly endsOn: Day | null }
export const isCurrent = ({ startsOn, endsOn }: Period, today: Day) =>
  startsOn <= today && (endsOn === null || endsOn >= today)

/** Euros as they are kept. */
export const centsOf = (euros: number | null) => (euros === null ? null : Math.round(euros * 100))
