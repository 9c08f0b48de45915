import { createHmac, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { type Running, secret, start } from './application.ts'
import { type Invented, insertInvented } from './organisations.ts'

/** What the parts share: the running application, its database and the organisations invented so far. */
export type Stage = {
  /** A path for a data folder or another file. */
  readonly path: (name: string) => string
  readonly application: () => Promise<Running>
  readonly database: () => Promise<pg.Pool>
  /** At least so many organisations in the directory. */
  readonly organisations: (count: number) => Promise<readonly Invented[]>
  /** The cookie of somebody who works for one of them. */
  readonly member: () => Promise<string>
  readonly close: () => Promise<void>
}

async function signIn(database: pg.Pool, organisation: string): Promise<string> {
  const token = randomUUID()
  const { rows } = await database.query(
    `insert into account_user (name, email, email_verified) values ('Maud Bench', $1, true) returning id`,
    [`${token}@example.org`],
  )
  const userId = rows[0]?.id
  await database.query(
    `insert into account_session (token, user_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [token, userId],
  )
  await database.query(
    `insert into organisation_affiliation (user_id, organisation_id, role, starts_on)
     select $1, id, 'employee', '2020-01-01' from organisation where slug = $2`,
    [userId, organisation],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

const kept = <Value>(make: () => Promise<Value>) => {
  let made: Promise<Value> | null = null
  return { get: () => (made ??= make()), made: () => made }
}

export function openStage(folder: string): Stage {
  const path = (name: string) => join(folder, name)
  const application = kept(() => start(path('data'), '--no-demo'))
  const database = kept(async () => new pg.Pool({ connectionString: (await application.get()).databaseUrl, max: 4 }))
  const invented: Invented[] = []
  const organisations = async (count: number) => {
    if (invented.length >= count) return invented
    const client = await (await database.get()).connect()
    invented.push(...(await insertInvented(client, invented.length, count)))
    client.release()
    return invented
  }
  const member = kept(async () => signIn(await database.get(), (await organisations(1))[0]?.slug ?? ''))
  return {
    path,
    application: application.get,
    database: database.get,
    organisations,
    member: member.get,
    async close() {
      await (await database.made())?.end()
      await (await application.made())?.stop()
    },
  }
}
