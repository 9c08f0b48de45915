import type { Child } from 'hono/jsx'
import type { IconName } from '../icon.tsx'
import type { ListState } from '../list-state.ts'
import type { Page } from '../page.ts'
import type { Column } from '../table.tsx'

export type FilterOption = { readonly value: string; readonly label: string; readonly count?: number | undefined }
export type Filter = {
  /** Its name in the address. */
  readonly name: string
  readonly label: string
  /** `choice`: one answer; `many`: several. */
  readonly kind: 'choice' | 'many'
  readonly options: readonly FilterOption[]
  /** The three most used stand in the first row; the others in a drawer. */
  readonly prominent?: boolean | undefined
}
export type Sort = { readonly key: string; readonly label: string }
/** « Liste | Carte »: other ways to look at the same results; their addresses keep the filters. */
export type ListViewLink = {
  readonly path: string
  readonly label: string
  readonly icon: IconName
  readonly current?: boolean
}

/** How the results are drawn. `whole` is for a map, a board or a calendar: it gets all rows at once. */
export type ListView<Row> =
  | { readonly kind: 'rows' | 'cards'; readonly render: (row: Row) => Child }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly Column<Row>[] }
  | { readonly kind: 'whole'; readonly render: (rows: readonly Row[]) => Child }

export type ListProps<Row> = {
  page: Page
  /** Path of the list without language: '/organisations'. */
  path: string
  state: ListState
  total: number
  rows: readonly Row[]
  /** The count in words, with its plural from the feature's texts: « 412 organisations ». */
  counted: string
  /** What may be looked for, above the search: « Nom, activité, ville ». */
  searchLabel: string
  filters?: readonly Filter[] | undefined
  /** The first is the order without a choice. */
  sorts?: readonly Sort[] | undefined
  view: ListView<Row>
  /** What an empty list says; without it, a general sentence. */
  empty?: Child
  /** Paths of the same list as files; the filters are added. */
  exports?: { readonly csv?: string; readonly xlsx?: string } | undefined
  views?: readonly ListViewLink[] | undefined
  size?: number | undefined
}
