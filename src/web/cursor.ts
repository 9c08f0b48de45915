import { z } from 'zod'

/** A place in a list, opaque to clients: what comes after this row. */
export const cursorOf = (value: string): string => Buffer.from(value, 'utf8').toString('base64url')
const decoded = (cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8')
/** One that cursorOf may have made: PostgreSQL has no text with a NUL in it. */
const isCursor = (cursor: string) => cursorOf(decoded(cursor)) === cursor && !decoded(cursor).includes('\0')

/** The place that a cursor of `pageQuery` stands for; null at the beginning of the list. */
export const placeOf = (cursor: string | undefined): string | null => (cursor ? decoded(cursor) : null)

/** The query of every list of the API. */
export const pageQuery = {
  cursor: z.string().max(500).refine(isCursor).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
}

/** The answer of every list of the API: `next` asks for the following page, and is null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Cuts `limit + 1` rows into a page and the cursor of the next one. */
export function cut<Row>(rows: readonly Row[], limit: number, place: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(place(last)) : null }
}
