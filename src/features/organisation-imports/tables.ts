import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, oneOf } from '../../db/columns.ts'
import type { Changes } from '../../db/tables.ts'
import {
  type ImportState,
  importStates,
  type LineOutcome,
  type Mapping,
  type Reason,
} from '../../kernel/table-import.ts'
import { user } from '../accounts/tables.ts'

/** A file of organisations on its way: read, mapped, previewed, applied, perhaps undone. */
export const importRun = pgTable(
  'organisation_import',
  {
    id: id(),
    fileName: text().notNull(),
    /** What the file turned out to be: « CSV, UTF-8 » or « XLSX ». */
    format: text().notNull(),
    header: text().array().notNull(),
    /** Column of the file -> field; null leaves the column out. */
    mapping: jsonb().$type<Mapping>().notNull(),
    state: text().$type<ImportState>().notNull().default('uploaded'),
    counts: jsonb().$type<Partial<Record<LineOutcome, number>>>().notNull().default({}),
    createdBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    createdAt: moment().notNull(),
    appliedAt: moment(),
    undoneAt: moment(),
  },
  (table) => [check('organisation_import_state', oneOf(table.state, importStates))],
)

/** One line of the file, with what the preview promised of it: exactly that is applied, and exactly that is undone. */
export const importLine = pgTable(
  'organisation_import_line',
  {
    id: id(),
    importId: uuid()
      .notNull()
      .references(() => importRun.id, { onDelete: 'cascade' }),
    /** As a person counts them in the file: the header is line 1. */
    line: integer().notNull(),
    cells: text().array().notNull(),
    outcome: text().$type<LineOutcome>(),
    /** No reference: undoing removes what was created, and the line still says what it was. */
    organisationId: uuid(),
    plan: jsonb().$type<Readonly<Record<string, unknown>>>(),
    changes: jsonb().$type<Changes>(),
    reason: jsonb().$type<Reason>(),
    /** `changedAt` of the organisation when the preview was made, and after it was applied. */
    basis: moment(),
  },
  (table) => [
    uniqueIndex('import_line_number').on(table.importId, table.line),
    index('import_line_outcome').on(table.importId, table.outcome, table.line),
    index('import_line_organisation').on(table.organisationId),
  ],
)
