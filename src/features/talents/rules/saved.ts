import { type TalentSearch, talentFilters, talentSearch } from '../schema/search.ts'

/** A saved question, 'q=3d&place=74&place=73', as a search. */
export function searchIn(asked: string): TalentSearch {
  const query = new URLSearchParams(asked)
  return talentSearch.parse({
    q: query.get('q') ?? '',
    sort: query.get('sort') ?? '',
    ...Object.fromEntries(talentFilters.map((name) => [name, query.getAll(name)])),
  })
}
