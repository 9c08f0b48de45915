import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'

/**
 * A connection answers one question at a time. Those that a transaction asks at once wait for their turn here: pg queues
 * them too, but warns that it will not for ever.
 */
class InTurn extends pg.Client {
  #last: Promise<unknown> = Promise.resolve()

  override query(...asked: unknown[]): never {
    const ask = super.query.bind(this) as (...asked: unknown[]) => unknown
    const [question] = asked
    const answersByItself =
      asked.some((part) => typeof part === 'function') ||
      typeof (question as { submit?: unknown } | undefined)?.submit === 'function'
    if (answersByItself) return ask(...asked) as never
    const answer = this.#last.then(() => ask(...asked))
    this.#last = answer.catch(() => {})
    return answer as never
  }
}

/** All of drizzle: for src/db, src/app and tests. A feature never sees it; it gets a Reader or a Tx. */
export type Database = PgDatabase<NodePgQueryResultHKT>

export function connect(url: string, max = 10) {
  const pool = new pg.Pool({ connectionString: url, max, Client: InTurn })
  // Without a listener, a connection lost while idle would end the process; the pool opens another by itself.
  pool.on('error', () => {})
  return { pool, db: drizzle(pool, { casing: 'snake_case' }) as Database }
}
