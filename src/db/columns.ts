import { sql } from 'drizzle-orm'
import { customType, jsonb, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Localised } from '../kernel/localised.ts'

/** The column types that every feature uses: see "Data conventions" in docs/architecture.md. */
export const id = () => uuid().primaryKey().default(sql`uuidv7()`)
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })
export const localised = () => jsonb().$type<Localised>()
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
/** For a check: the column holds one of these words. */
export const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
