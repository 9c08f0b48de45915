import { and, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

declare const of: unique symbol
/**
 * Which rows of `Table` an actor may see. Every read names one, so a query that forgets who asks does not compile.
 * Minted by `scope` in a policy.ts and nowhere else (the architecture check sees to it); narrowed by anyone.
 */
export type Scope<Table extends PgTable = PgTable> = {
  readonly table: Table
  readonly where: SQL | undefined
  readonly [of]: Table
}

export const scope = <Table extends PgTable>(table: Table, where?: SQL) => ({ table, where }) as Scope<Table>

/** Fewer rows of the same scope. */
export const narrow = <Table extends PgTable>(scope: Scope<Table>, where: SQL | undefined) =>
  ({ table: scope.table, where: and(scope.where, where) }) as Scope<Table>

/** True where the scope has a row that meets `on`: a question about another table that keeps to what the actor may see. */
export const exists = (scope: Scope, on: SQL): SQL<boolean> =>
  sql<boolean>`exists (select 1 from ${scope.table} where ${and(scope.where, on)})`

/** The rows of `child` that belong to a row of the parent's scope. For policies. */
export const within = <Child extends PgTable>(parent: Scope, child: Child, on: SQL): Scope<Child> =>
  scope(child, exists(parent, on))
