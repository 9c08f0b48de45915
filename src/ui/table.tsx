import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'

export type Column<Row> = {
  readonly label: string
  readonly cell: (row: Row) => Child
  /** Numbers and amounts stand at the right. */
  readonly numeric?: boolean | undefined
  /** The cell that names the row; one column at most. */
  readonly head?: boolean | undefined
  /** Key of the order that this column's head asks for; the key with a '-' in front is its reverse. */
  readonly sort?: string | undefined
}
export type Sorting = { readonly current: string; readonly href: (sort: string) => string }

type TableProps<Row> = {
  page: Page
  /** What the table shows: read out, and shown above it when `titled`. */
  caption: string
  titled?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sorting?: Sorting | undefined
  /** Totals: one cell for each column. */
  foot?: readonly Child[] | undefined
}
/** A table that becomes cards at the width of a phone. */
export function Table<Row>({ page, caption, titled, columns, rows, sorting, foot }: TableProps<Row>) {
  return (
    <table class="data-table">
      <caption class={titled ? undefined : 'sr-only'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell page={page} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {foot.map((cell, index) => (
              <td
                class={columns[index]?.numeric ? 'is-numeric' : undefined}
                data-label={columns[index]?.head ? undefined : columns[index]?.label}
              >
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Cell<Row>({ column: { label, cell, numeric, head }, row }: { column: Column<Row>; row: Row }) {
  const className = numeric ? 'is-numeric' : undefined
  return head ? (
    <th scope="row" class={className}>
      {cell(row)}
    </th>
  ) : (
    <td class={className} data-label={label}>
      {cell(row)}
    </td>
  )
}

type HeadCellProps<Row> = { page: Page; column: Column<Row>; sorting: Sorting | undefined }
function HeadCell<Row>({ page, column: { label, numeric, sort }, sorting }: HeadCellProps<Row>) {
  const className = numeric ? 'is-numeric' : undefined
  if (!sort || !sorting)
    return (
      <th scope="col" class={className}>
        {label}
      </th>
    )
  const isUp = sorting.current === sort
  const isDown = sorting.current === `-${sort}`
  return (
    <th scope="col" class={className} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}>
      <a class="sort-link" href={addressOf(page, sorting.href(isUp ? `-${sort}` : sort))}>
        {label}
        {(isUp || isDown) && (
          <>
            <Icon name={isUp ? 'arrow-up' : 'arrow-down'} small />
            <span class="sr-only">{text(page.language)(isUp ? 'sorted' : 'sortedDown')}</span>
          </>
        )}
      </a>
    </th>
  )
}
