import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Changes } from './tables.ts'

const open = new WeakMap<PgTable, ReadonlySet<string>>()

/**
 * Says that a table's history shows values: `[before, after]` for each changed field but those named. All other tables
 * only show which fields changed, so that the journal never holds a password, an address or a private text.
 */
export function recorded<Table extends PgTable>(table: Table, options: { except?: readonly string[] } = {}): Table {
  open.set(table, new Set(options.except ?? []))
  return table
}

type Values = Readonly<Record<string, unknown>>
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** What changed between two rows of a table, as the journal may keep it. A missing `before` is a new row. */
export function changesOf(table: PgTable, before: Values | null, after: Values | null): Changes {
  const hidden = open.get(table)
  // What the database computes from other columns says nothing that they do not.
  const fields = Object.entries(getTableColumns(table))
    .filter(([field, { generated }]) => field !== 'id' && !generated && !same(before?.[field], after?.[field]))
    .map(([field]) => field)
  return Object.fromEntries(
    fields.map((field) => [
      field,
      hidden && !hidden.has(field) ? [before?.[field] ?? null, after?.[field] ?? null] : [null, null],
    ]),
  )
}
