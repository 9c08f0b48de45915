import { parseListState } from '../../../ui/list-state.ts'
import type { Page } from '../../../ui/page.ts'
import { occupationSearch, skillSearch } from '../schema/search.ts'

/** What an address asks of the index of own sheets, of the repertories, of the skills: the list's state, and the search. */
export function askedOfIndex(page: Page) {
  const state = parseListState(page.query, { filters: ['sector', 'family', 'skill', 'state'], sorts: ['title'] })
  const { filters } = state
  const search = occupationSearch.parse({
    q: state.q,
    page: state.page,
    origin: 'own',
    sectors: filters.getAll('sector'),
    families: filters.getAll('family'),
    skill: filters.get('skill') ?? '',
    group: '',
    state: filters.get('state') ?? '',
  })
  return { state, search }
}
export function askedOfReference(page: Page) {
  const state = parseListState(page.query, { filters: ['origin', 'group', 'skill'], sorts: ['title'] })
  const { filters } = state
  const origin = filters.get('origin') ?? ''
  const search = occupationSearch.parse({
    q: state.q,
    page: state.page,
    origin: origin === 'rome' || origin === 'esco' ? origin : 'reference',
    sectors: [],
    families: [],
    skill: filters.get('skill') ?? '',
    group: filters.get('group') ?? '',
    state: 'published',
  })
  return { state, search }
}
export function askedOfSkills(page: Page) {
  const state = parseListState(page.query, { filters: ['kind', 'origin'], sorts: ['label'] })
  const origin = state.filters.get('origin')
  const search = skillSearch.parse({
    q: state.q,
    page: state.page,
    origin: origin ?? 'own',
    kinds: state.filters.getAll('kind'),
  })
  return { state, search }
}
