import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { inject, test as plain } from 'vitest'
import { type Context, openContext } from '../db/context.ts'
import { connect, type Database } from '../db/database.ts'
import { openQueue, type Queue } from '../db/queue.ts'
import { reader } from '../db/reader.ts'
import { attachStorage } from '../db/storage/attached.ts'
import { diskStorage } from '../db/storage/disk.ts'
import { outbox } from '../db/tables.ts'
import { openAccounts } from '../features/accounts/auth.ts'
import { type Cast, castMember, castNames } from '../features/accounts/examples.ts'
import { session, user } from '../features/accounts/tables.ts'
import { affiliation } from '../features/affiliations/tables.ts'
import type { Actor, AffiliationRole } from '../kernel/actor.ts'
import { actorFor } from './actor.ts'
import { featureList } from './features.ts'
import { demoIdentity } from './identity.ts'
import { createQueues } from './jobs.ts'
import { silent } from './log.ts'
import { createApp, type Setting } from './server.tsx'

export const origin = 'http://localhost'
const secret = 'secret '.repeat(8)
class Undo extends Error {}

async function clone(name: string) {
  const url = inject('databaseUrl')
  const client = new pg.Client({ connectionString: url.replace(/test$/, 'postgres') })
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name} template test_template`)
  await client.end()
  return url.replace(/test$/, name)
}

/** `test` with a real database: everything a test writes is rolled back, so tests neither clean up nor see each other. */
export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern
  .extend('base', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const url = await clone(`test_${process.env.VITEST_POOL_ID}`)
    const { db, pool } = connect(url, 2)
    const queue = await openQueue(url, { supervised: false, failed: (error) => console.error(error) })
    await createQueues(queue, featureList({ accounts: openAccounts(db, { secret, origin }) }))
    const files = mkdtempSync(join(tmpdir(), 'passerelle-test-files-'))
    onCleanup(async () => {
      await queue.stop()
      await pool.end()
      rmSync(files, { recursive: true, force: true })
    })
    return { db, queue, storage: diskStorage(files) }
  })
  .extend('db', async ({ base }, { onCleanup }) => {
    const ready = Promise.withResolvers<Database>()
    const done = Promise.withResolvers<void>()
    const over = base.db.transaction(async (tx) => {
      attachStorage(tx, base.storage)
      ready.resolve(tx)
      await done.promise
      throw new Undo()
    })
    over.catch((error) => ready.reject(error))
    onCleanup(async () => {
      done.resolve()
      await over.catch((error) => {
        if (!(error instanceof Undo)) throw error
      })
    })
    return ready.promise
  })
  .extend('site', async ({ db, base }) => site(db, base.queue))

/** A session without typing a password: better-auth's cookie is the token and its HMAC. */
async function sessionCookie(db: Database, userId: string): Promise<string> {
  const token = crypto.randomUUID()
  await db.insert(session).values({ token, userId, expiresAt: new Date(Date.now() + 3_600_000) })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

type Fields = Record<string, string | Blob | readonly string[]>
const formOf = (fields: Fields) => {
  const isFile = Object.values(fields).some((value) => value instanceof Blob)
  const form = isFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  return form
}

/** The whole app in this process, with a browser's manners: it keeps cookies and sends its origin. */
export function site(db: Database, queue: Queue, more: Partial<Setting> = {}) {
  const address = more.origin ?? origin
  const app = createApp({
    db,
    enqueue: queue.enqueue,
    secret,
    origin,
    assets: { scripts: [], styles: [] },
    identity: demoIdentity,
    log: silent,
    ...more,
  })
  const visit = (...first: string[]) => {
    const cookies = new Map(first.map((cookie) => cookie.split('=') as [string, string]))
    const send = async (path: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
      const headers = { origin: address, ...(cookie && { cookie }), ...(init.headers as Record<string, string>) }
      const response = await app.request(address + path, { ...init, headers })
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at))
        else cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
      const { status } = response
      return {
        status,
        location: response.headers.get('location'),
        headers: response.headers,
        text: await response.text(),
      }
    }
    return {
      cookies,
      get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
      post: (path: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
        send(path, { method: 'POST', body: formOf(fields), headers }),
      send,
    }
  }
  const personOf = async (name: Cast) => {
    const wanted = castMember(name)
    const [there] = await db.select().from(user).where(eq(user.email, wanted.email))
    const [row] = there ? [there] : await db.insert(user).values(wanted).returning()
    if (!row) throw new Error(`${name} could not be made`)
    return row
  }
  return {
    app,
    visit,
    cast: castNames,
    personOf,
    /** A browser in which this member of the cast is signed in. */
    as: async (name: Cast) =>
      name === 'visitor' ? visit() : visit(await sessionCookie(db, (await personOf(name)).id)),
    actor: async (name: Cast): Promise<Actor> => actorFor(reader(db), await personOf(name), new Date()),
    /** From now on this member of the cast is one of an organisation's people, in the role of their name. */
    belongs: async (name: AffiliationRole, organisationId: string) => {
      const { id } = await personOf(name)
      await db.insert(affiliation).values({ userId: id, organisationId, role: name, startsOn: '2006-03-01' })
    },
    /** For calling actions without a page. */
    context: (actor: Actor, now = new Date()): Context =>
      openContext(
        { actor, language: 'fr', now, origin, requestId: null },
        { db, enqueue: queue.enqueue, reactions: new Map(), changed: () => {} },
      ),
    read: reader(db),
    mails: () => db.select().from(outbox).orderBy(outbox.id),
  }
}
