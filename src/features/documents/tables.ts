import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from '../../db/columns.ts'
import { user } from '../accounts/tables.ts'
import type { FileKind } from './schema/kinds.ts'

/**
 * A file that somebody has given. Its bytes are an object of the storage, named by their SHA-256; the object is there before
 * the row is. A later feature holds the id and serves the file by its own routes, under its own policy.
 */
export const document = pgTable(
  'document',
  {
    id: id(),
    /** Null: the cluster's own. */
    ownerId: uuid().references(() => user.id, { onDelete: 'cascade' }),
    /** Made safe, with the extension of what it really is. */
    name: text().notNull(),
    kind: text().$type<FileKind>().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    /** What it was given for: the key of a purpose, 'talents.portfolio'. */
    purpose: text().notNull(),
    /** The last day on which it is kept; null as long as its owner or its record is. */
    keepUntil: date(),
    createdAt: moment().notNull(),
    /** Object of the small picture of it, if there is one. */
    thumbnail: text(),
  },
  (table) => [
    index('document_owner').on(table.ownerId, table.id),
    index('document_object').on(table.sha256),
    index('document_thumbnail').on(table.thumbnail),
    index('document_expiry').on(table.keepUntil),
    check('document_hash', sql`${table.sha256} ~ '^[0-9a-f]{64}$' and ${table.thumbnail} ~ '^[0-9a-f]{64}$'`),
    check('document_not_empty', sql`${table.bytes} > 0`),
  ],
)

/** Objects that a row has just let go: removed by a job unless another row speaks of them. Filled by a trigger. */
export const discarded = pgTable('document_discarded', {
  sha256: text().primaryKey(),
  at: moment().notNull().default(sql`now()`),
})
