import { sql } from 'drizzle-orm'
import { check, customType, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from '../../db/columns.ts'
import type { Language } from '../../kernel/language.ts'
import { user } from '../accounts/tables.ts'
import {
  type ImportKind,
  type ImportState,
  type ImportSummary,
  importKinds,
  importStates,
  type Refusal,
} from './tables/vocabulary.ts'

const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What is imported of each repertory, and since when. Its row is also what makes two imports wait for each other. */
export const repertory = pgTable('occupation_repertory', {
  id: id(),
  key: text().$type<ImportKind>().notNull().unique('occupation_repertory_key'),
  version: text().notNull().default(''),
  importedAt: moment(),
  summary: jsonb().$type<ImportSummary>(),
})

/** A file that somebody handed in: seen first, then run. The bytes go once it is done. */
export const importFile = pgTable(
  'occupation_import',
  {
    id: id(),
    kind: text().$type<ImportKind>().notNull(),
    fileName: text().notNull(),
    /** Of the person who handed it in: what came of it is said in that language. */
    language: text().$type<Language>().notNull().default('fr'),
    state: text().$type<ImportState>().notNull(),
    bytes: bytes(),
    byId: uuid().references(() => user.id, { onDelete: 'set null' }),
    submittedAt: moment().notNull(),
    finishedAt: moment(),
    /** What the import is doing, and how much of it is done: a key of the texts, and rows. */
    step: text(),
    done: integer().notNull().default(0),
    summary: jsonb().$type<ImportSummary>(),
    refusal: jsonb().$type<Refusal>(),
  },
  (table) => [
    index('occupation_import_submitted').on(table.submittedAt),
    check('occupation_import_kind', oneOf(table.kind, importKinds)),
    check('occupation_import_state', oneOf(table.state, importStates)),
  ],
)
