/** What a reader asks of a list, in the address: ?q=…&sector=games&sector=cinema&sort=-name&page=2. Pure. */
export type ListState = {
  readonly q: string
  /** Only the filters of the list, empty values left out; a name may stand several times. */
  readonly filters: URLSearchParams
  readonly sort: string
  /** The order without a choice: it is left out of addresses. */
  readonly defaultSort: string
  /** From 1. */
  readonly page: number
}
export type ListAllowed = {
  readonly filters?: readonly string[] | undefined
  /** The first is the order without a choice. */
  readonly sorts: readonly string[]
}
export type ListChange = {
  readonly q?: string
  readonly sort?: string
  readonly page?: number
  /** One more value of a filter. */
  readonly add?: readonly [name: string, value: string]
  /** One value less of a filter, or all its values. */
  readonly drop?: readonly [name: string, value?: string]
  /** No filter and no search any more. */
  readonly clear?: boolean
}

export const pageSize = 30
const longestQuestion = 200
const furthestPage = 10_000

/** Nonsense is ignored rather than refused: an address may be old or mistyped. */
export function parseListState(query: URLSearchParams, allowed: ListAllowed): ListState {
  const [defaultSort = ''] = allowed.sorts
  const asked = query.get('sort') ?? defaultSort
  const page = Number(query.get('page') ?? 1)
  const filters = new URLSearchParams()
  for (const name of allowed.filters ?? [])
    for (const value of new Set(query.getAll(name))) if (value.trim()) filters.append(name, value)
  return {
    q: (query.get('q') ?? '').trim().slice(0, longestQuestion),
    filters,
    sort: allowed.sorts.includes(asked) ? asked : defaultSort,
    defaultSort,
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, furthestPage) : 1,
  }
}

function changedFilters(state: ListState, { add, drop, clear }: ListChange): URLSearchParams {
  const filters = new URLSearchParams(clear ? '' : state.filters)
  if (drop) filters.delete(drop[0], drop[1])
  if (add && !filters.has(add[0], add[1])) filters.append(add[0], add[1])
  return filters
}

/** The query of the list after a change, without '?'. Every change but the page's leads to the first page. */
export function listQuery(state: ListState, change: ListChange = {}): string {
  const query = new URLSearchParams()
  const q = change.q ?? (change.clear ? '' : state.q)
  if (q) query.set('q', q)
  for (const [name, value] of changedFilters(state, change)) query.append(name, value)
  const sort = change.sort ?? state.sort
  if (sort !== state.defaultSort) query.set('sort', sort)
  const page = change.page ?? (Object.keys(change).length ? 1 : state.page)
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

/** The address of the list after a change. */
export function listHref(path: string, state: ListState, change: ListChange = {}): string {
  const query = listQuery(state, change)
  return query ? `${path}?${query}` : path
}

/** The rows that a page shows, for queries: limit and offset. */
export const listWindow = (state: ListState, size = pageSize) => ({ limit: size, offset: (state.page - 1) * size })
