import pg from 'pg'

/** One question on a connection of its own. */
export async function ask(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // Without a listener, a server that stops meanwhile would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A connection that says "somebody uses this server" for as long as the process lives, and notices when the server dies. */
export type Presence = {
  /** How many other processes use the server. */
  others(): Promise<number>
  leave(): Promise<void>
}

const name = 'passerelle presence'

export async function present(url: string, lost: () => void): Promise<Presence> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 5000 })
  let isLeaving = false
  client.on('error', () => {})
  await client.connect()
  client.on('end', () => {
    if (!isLeaving) lost()
  })
  return {
    async others() {
      const text = `select count(*)::int as n from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()`
      const { rows } = await client.query<{ n: number }>(text, [name])
      return rows[0]?.n ?? 0
    },
    async leave() {
      isLeaving = true
      await client.end().catch(() => {})
    },
  }
}
