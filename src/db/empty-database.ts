import type pg from 'pg'

/**
 * Takes everything of ours out of the database: tables, extensions, list of migrations, waiting jobs. The queue's own
 * tables stay, because a running application works with them.
 */
export async function emptyDatabase(client: pg.Pool | pg.ClientBase): Promise<void> {
  await client.query(`
    drop schema if exists public cascade;
    drop schema if exists drizzle cascade;
    create schema public;
    grant usage on schema public to public;
    do $$ begin if to_regclass('jobs.job') is not null then delete from jobs.job; end if; end $$;
  `)
}
