import pg from 'pg'
import { CannotStart } from './cannot-start.ts'

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name of the server is not known',
  EAI_AGAIN: 'the name of the server is not known',
  ETIMEDOUT: 'the server does not answer',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'the server cannot be reached',
  '28P01': 'the user or the password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no database of that name',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
}

function reasonFor(error: unknown): string {
  const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: Error[] }
  const first = errors?.[0] as NodeJS.ErrnoException | undefined
  return reasons[code ?? first?.code ?? ''] ?? (message || first?.message || 'no reason was given')
}
const shown = (address: string) => {
  const url = new URL(address)
  return `${url.hostname || 'localhost'}:${url.port || 5432}${url.pathname}`
}

/** Asks a server that is not ours whether it can be worked with; throws CannotStart with the reason. */
export async function checkDatabase(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new CannotStart(`DATABASE_URL: the database at ${shown(address)} cannot be used: ${reasonFor(error)}.`)
  }
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        has_database_privilege(current_database(), 'create') as may_create,
        exists (select from pg_collation where collname = 'fr-x-icu') as sorts_french`,
    )
    const problem = problemOf(rows[0])
    if (problem) throw new CannotStart(`DATABASE_URL: the database at ${shown(address)} cannot be used: ${problem}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

type Found = { version: number; encoding: string; may_create: boolean; sorts_french: boolean }
function problemOf({ version, encoding, may_create, sorts_french }: Found): string | null {
  if (version < 180_000) return `it is PostgreSQL ${Math.floor(version / 10_000)}, and PostgreSQL 18 is needed`
  if (encoding !== 'UTF8') return `its encoding is ${encoding}, and UTF8 is needed`
  if (!may_create) return 'its user may not create schemas in it (grant create on database)'
  if (!sorts_french) return 'its server was built without ICU, which sorts French names'
  return null
}
