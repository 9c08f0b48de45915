import pg from 'pg'

/**
 * Whether a new database gets the demo is decided once. The answer is kept beside the list of migrations, because it is
 * about this installation and not about the cluster: a backup does not carry it.
 * 'loading': the demo was being loaded; when a start finds that, the process was killed and the demo is incomplete.
 */
export type FirstStart = 'new' | 'loading' | 'done'

const table = 'drizzle.first_start'

export async function firstStart(pool: pg.Pool): Promise<FirstStart> {
  const { rows: there } = await pool.query('select to_regclass($1) as name', [table])
  if (there[0]?.name === null) return 'new'
  const { rows } = await pool.query(`select state from ${table}`)
  return rows[0]?.state ?? 'new'
}

export async function markFirstStart(
  client: pg.Pool | pg.ClientBase,
  state: Exclude<FirstStart, 'new'>,
): Promise<void> {
  await client.query(
    `create table if not exists ${table} (one boolean primary key default true check (one), state text not null)`,
  )
  await client.query(`insert into ${table} (state) values ($1) on conflict (one) do update set state = $1`, [state])
}

/** Does `work` while no other node of the same database does: several may be started at the same moment. */
export async function firstStartInTurn<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20260102)')
    return await work()
  } finally {
    await client.end().catch(() => {})
  }
}
