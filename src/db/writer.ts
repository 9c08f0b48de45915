import { and, getTableName, is, SQL, sql } from 'drizzle-orm'
import type { PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'
import { type Reader, type Row, reader } from './reader.ts'
import type { Scope } from './scope.ts'

type Keyed = PgTable & { id: unknown }
export type Conflict = 'fail' | 'skip' | { readonly on: readonly string[]; readonly set: readonly string[] }

/** What the deeds of a feature can do. There is no way to change rows that were not loaded within a scope. */
export type Tx = Reader & {
  /** Loads a row and keeps others from changing it until the commit. */
  lock<Table extends PgTable>(scope: Scope<Table>, where?: SQL): Promise<Row<Table> | null>
  insert<Table extends PgTable>(table: Table, values: Table['$inferInsert']): Promise<Row<Table>>
  /** Many rows at once, for imports. `conflict` says what happens when a key is there already. Answers how many were written. */
  insertAll<Table extends PgTable>(
    table: Table,
    rows: readonly Table['$inferInsert'][],
    conflict?: Conflict,
  ): Promise<number>
  update<Table extends Keyed>(table: Table, row: { id: string }, changes: PgUpdateSetSource<Table>): Promise<Row<Table>>
  updateAll<Table extends PgTable>(
    scope: Scope<Table>,
    where: SQL | undefined,
    changes: PgUpdateSetSource<Table>,
  ): Promise<number>
  remove<Table extends Keyed>(table: Table, row: { id: string }): Promise<void>
  removeAll<Table extends PgTable>(scope: Scope<Table>, where?: SQL): Promise<number>
}

/** One write of a deed, before and after: the journal's changes are made of these. */
export type Write = {
  readonly table: PgTable
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

// biome-ignore lint/suspicious/noExplicitAny: drizzle's generic builders lose their row type behind our own generics
type Any = any
/** PostgreSQL takes 65,535 parameters at most in one statement. */
const chunkOf = (columns: number) => Math.min(5000, Math.max(1, Math.floor(60_000 / Math.max(1, columns))))

/** Rows that JSON can carry as they are: the same fields in each, and neither bytes nor SQL among them. */
function isPlain(rows: readonly object[]): boolean {
  const names = Object.keys(rows[0] ?? {}).join()
  const isCarried = (value: unknown) =>
    value !== undefined && typeof value !== 'bigint' && !is(value, SQL) && !(value instanceof Uint8Array)
  return rows.every((row) => Object.keys(row).join() === names && Object.values(row).every(isCarried))
}
/** As one JSON parameter, which PostgreSQL takes apart: half the time and a third of the memory of a parameter a value. */
function insertPlain(db: Database, table: PgTable, rows: readonly object[], conflict: Conflict) {
  const columns = table as Any
  const column = (name: string) => snake(columns[name].name, name)
  const listed = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(column(name))),
      sql`, `,
    )
  // A row that was read holds what the database computed: it computes that again.
  const fields = listed(Object.keys(rows[0] ?? {}).filter((name) => !columns[name].generated))
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [column(name), value]))),
  )
  const kept = typeof conflict === 'string' ? [] : conflict.set
  const set = sql.join(
    kept.map((name) => sql.raw(`"${column(name)}" = excluded."${column(name)}"`)),
    sql`, `,
  )
  const otherwise =
    conflict === 'fail'
      ? sql``
      : conflict === 'skip'
        ? sql`on conflict do nothing`
        : sql`on conflict (${listed(conflict.on)}) do update set ${set}`
  return db.execute(
    sql`insert into ${table} (${fields}) select ${fields} from json_populate_recordset(null::${table}, ${json}::json) ${otherwise}`,
  )
}

async function insertChunk(db: Database, table: PgTable, rows: readonly object[], conflict: Conflict) {
  if (isPlain(rows)) return (await insertPlain(db, table, rows, conflict)).rowCount ?? 0
  const query: Any = db.insert(table).values(rows as Any)
  if (conflict === 'fail') return (await query).rowCount ?? 0
  if (conflict === 'skip') return (await query.onConflictDoNothing()).rowCount ?? 0
  const columns = table as Any
  const set = Object.fromEntries(
    conflict.set.map((name) => [name, sql.raw(`excluded."${snake(columns[name].name, name)}"`)]),
  )
  return (await query.onConflictDoUpdate({ target: conflict.on.map((name) => columns[name]), set })).rowCount ?? 0
}
/** drizzle names columns by `casing` only when it writes SQL: a column without a name of its own follows its key. */
const snake = (name: string, key: string) => (name || key).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export function writer(db: Database, wrote: (write: Write) => void): Tx {
  const current = async (table: PgTable, id: string): Promise<Any> => {
    const [row] = await db
      .select()
      .from(table as Any)
      .where(sql`${(table as Any).id} = ${id}`)
    if (!row) throw new Error(`${getTableName(table)} ${id} is gone`)
    return row
  }
  return {
    ...reader(db),
    lock: async (scope, where) => {
      const query: Any = db
        .select()
        .from(scope.table as Any)
        .where(and(scope.where, where))
        .limit(1)
      return (await query.for('update', { of: scope.table }))[0] ?? null
    },
    insert: async (table, values) => {
      const [after]: Any[] = await (db
        .insert(table)
        .values(values as Any)
        .returning() as Any)
      wrote({ table, before: null, after })
      return after
    },
    insertAll: async (table, rows, conflict = 'fail') => {
      const size = chunkOf(Object.keys(rows[0] ?? {}).length)
      let written = 0
      for (let from = 0; from < rows.length; from += size)
        written += await insertChunk(db, table, rows.slice(from, from + size) as object[], conflict)
      return written
    },
    update: async (table, row, changes) => {
      const before = await current(table, row.id)
      const [after]: Any[] = await (db
        .update(table)
        .set(changes as Any)
        .where(sql`${(table as Any).id} = ${row.id}`)
        .returning() as Any)
      wrote({ table, before, after })
      return after
    },
    updateAll: async (scope, where, changes) =>
      (
        await (db
          .update(scope.table)
          .set(changes as Any)
          .where(and(scope.where, where)) as Any)
      ).rowCount ?? 0,
    remove: async (table, row) => {
      const before = await current(table, row.id)
      await db.delete(table).where(sql`${(table as Any).id} = ${row.id}`)
      wrote({ table, before, after: null })
    },
    removeAll: async (scope, where) =>
      (await (db.delete(scope.table).where(and(scope.where, where)) as Any)).rowCount ?? 0,
  }
}
