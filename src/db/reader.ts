import { and, count, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'
import { forgetful, type Remember } from './memory.ts'
import type { Scope } from './scope.ts'
import { comesFrom } from './storage/attached.ts'

export type Row<Table extends PgTable> = Table['$inferSelect']
export type Fields = Readonly<Record<string, PgColumn | SQL | SQL.Aliased>>
type Value<Field> =
  Field extends PgColumn<infer Config>
    ? Config['notNull'] extends true
      ? Config['data']
      : Config['data'] | null
    : Field extends SQL<infer Type> | SQL.Aliased<infer Type>
      ? Type
      : never
export type Selected<F extends Fields> = { [Name in keyof F]: Value<F[Name]> }

/** A query under way. It can only be joined to scopes; of a left join's columns, say `sql<T | null>`. */
export type Selection<F extends Fields> = PromiseLike<Selected<F>[]> & {
  innerJoin(scope: Scope, on: SQL): Selection<F>
  leftJoin(scope: Scope, on: SQL): Selection<F>
  where(condition: SQL | undefined): Selection<F>
  groupBy(...by: (PgColumn | SQL | SQL.Aliased)[]): Selection<F>
  having(condition: SQL | undefined): Selection<F>
  orderBy(...by: (PgColumn | SQL | SQL.Aliased)[]): Selection<F>
  limit(count: number | undefined): Selection<F>
  offset(count: number | undefined): Selection<F>
  /** This query as a source for another one: its fields are columns there. */
  as(name: string): Derived<F>
}
declare const derived: unique symbol
/** A query used as a source, whatever its fields. */
type AnyDerived = { readonly [derived]: true }
export type Derived<F extends Fields = Fields> = {
  readonly [Name in keyof F]: SQL.Aliased<Value<F[Name]>>
} & AnyDerived

export type Options = {
  where?: SQL | undefined
  orderBy?: readonly (PgColumn | SQL)[]
  limit?: number | undefined
  offset?: number | undefined
}
/** All that a query of a feature can do: read rows within a scope. */
export type Reader = {
  select<F extends Fields>(fields: F): { from(source: Scope | AnyDerived): Selection<F> }
  rows<Table extends PgTable>(scope: Scope<Table>, options?: Options): Promise<Row<Table>[]>
  one<Table extends PgTable>(scope: Scope<Table>, where?: SQL): Promise<Row<Table> | null>
  count(scope: Scope, where?: SQL): Promise<number>
  /**
   * What is costly to count, kept until something is written. The key names the feature and all that the answer depends
   * on: who asks, unless everybody gets the same.
   */
  remember: Remember
}

// biome-ignore lint/suspicious/noExplicitAny: drizzle's builder changes its type at each step; ours is the one above
type Builder = any

function selection(builder: Builder, conditions: (SQL | undefined)[]): Selection<Fields> {
  const next = (step: Builder, condition?: SQL) => selection(step, condition ? [...conditions, condition] : conditions)
  const whole = () => builder.where(and(...conditions))
  return {
    innerJoin: (scope, on) => next(builder.innerJoin(scope.table, and(on, scope.where))),
    leftJoin: (scope, on) => next(builder.leftJoin(scope.table, and(on, scope.where))),
    where: (condition) => next(builder, condition),
    groupBy: (...by) => next(builder.groupBy(...by)),
    having: (condition) => next(builder.having(condition)),
    orderBy: (...by) => next(builder.orderBy(...by)),
    limit: (most) => next(most === undefined ? builder : builder.limit(most)),
    offset: (from) => next(from === undefined ? builder : builder.offset(from)),
    as: (name) => whole().as(name),
    // biome-ignore lint/suspicious/noThenProperty: awaiting the query runs it, as with drizzle's own
    then: (done, failed) => whole().then(done, failed),
  }
}

const isScope = (source: Scope | AnyDerived): source is Scope => 'table' in source && 'where' in source

export function reader(db: Database, remember: Remember = forgetful): Reader {
  const whole = (scope: Scope, { where, orderBy = [], limit, offset }: Options): Builder => {
    const query = db
      .select()
      .from(scope.table)
      .where(and(scope.where, where))
      .orderBy(...orderBy)
      .$dynamic()
    if (limit !== undefined) query.limit(limit)
    if (offset !== undefined) query.offset(offset)
    return query
  }
  const read: Reader = {
    remember,
    select: (fields) => ({
      from: (source) => {
        const selected: Builder = db.select(fields as never)
        return isScope(source)
          ? (selection(selected.from(source.table).$dynamic(), [source.where]) as never)
          : (selection(selected.from(source as never).$dynamic(), []) as never)
      },
    }),
    rows: async (scope, options = {}) => await whole(scope, options),
    one: async (scope, where) => (await whole(scope, { where, limit: 1 }))[0] ?? null,
    count: async (scope, where) => {
      const counted: Builder = db.select({ n: count() }).from(scope.table)
      return (await counted.where(and(scope.where, where)))[0].n
    },
  }
  return comesFrom(read, db)
}
