import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'

/** All of drizzle: for src/db, src/app and tests. A feature never sees it; it gets a Reader or a Tx. */
export type Database = PgDatabase<NodePgQueryResultHKT>

export function connect(url: string, max = 10) {
  const pool = new pg.Pool({ connectionString: url, max })
  // Without a listener, a connection lost while idle would end the process; the pool opens another by itself.
  pool.on('error', () => {})
  return { pool, db: drizzle(pool, { casing: 'snake_case' }) as Database }
}
