import type { Child } from 'hono/jsx'
import { Frame, type FrameOptions, Heading } from './frame.tsx'
import { ListFilters } from './list/filters.tsx'
import { ListResults } from './list/results.tsx'
import type { ListProps } from './list/types.ts'
import type { Page } from './page.ts'

export type { Filter, FilterOption, ListProps, ListView, ListViewLink, Sort } from './list/types.ts'

/** A searchable list inside any page: filters, then results in a frame of their own so that the search keeps its focus. */
export const List = <Row,>(props: ListProps<Row>) => (
  <live-search class="list">
    <ListFilters {...props} />
    {/* Filled by the element after each new result: a region that is itself replaced is not read out. */}
    <p class="sr-only" role="status" />
    <turbo-frame id="results" target="_top" class="list-results">
      <ListResults {...props} />
    </turbo-frame>
  </live-search>
)

type ListPageProps<Row> = ListProps<Row> &
  FrameOptions & {
    page: Page
    title: string
    kind?: string | undefined
    intro?: Child
    /** « Ajouter une organisation » */
    actions?: Child
  }
/** The whole page of a list. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { page, title, kind, intro, actions, current, wide, trail, description, noindex, jsonLd, image, ...list } =
    props
  const frame = { page, title, current, wide, trail, description, noindex, jsonLd, image }
  return (
    <Frame {...frame}>
      <Heading title={title} kind={kind} intro={intro} actions={actions} />
      <List page={page} {...list} />
    </Frame>
  )
}
