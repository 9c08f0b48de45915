import { addDays, type Day } from '../../../kernel/days.ts'
import type { Availability, TalentSearch } from '../schema/search.ts'

/** The filters that are answered by facets of the cards: several values of one mean any of them. */
export const facetFilters = ['occupation', 'place', 'kind', 'remote', 'sector'] as const
export type FacetFilter = (typeof facetFilters)[number]
/** What is counted beside each list. */
export const countedNames = [...facetFilters, 'language', 'available'] as const
export type CountedName = (typeof countedNames)[number]
export type Counts = Readonly<Record<CountedName, ReadonlyMap<string, number> | null>>

/** The last day on which somebody must be free to count as available. */
export const lastDay = (availability: Availability, today: Day): Day =>
  addDays(today, { now: 0, month: 31, quarter: 92 }[availability])

/** Filters of a search that are set: what their counts must leave out, so that one sees what choosing another value would give. */
export const activeIn = (search: TalentSearch): readonly CountedName[] =>
  countedNames.filter((name) => search[name].length > 0)

/** 'place:74' -> ['place', '74']; a value may itself hold a colon. */
export function facetIn(facet: string): readonly [name: string, value: string] {
  const at = facet.indexOf(':')
  return [facet.slice(0, at), facet.slice(at + 1)]
}
