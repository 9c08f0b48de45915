import { join } from 'node:path'
import type pg from 'pg'
import { CannotStart } from '../db/cannot-start.ts'
import { type Context, openContext } from '../db/context.ts'
import { connect, type Database } from '../db/database.ts'
import { embedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openQueue, type Queue } from '../db/queue.ts'
import { checkDatabase } from '../db/reachable.ts'
import { attachStorage } from '../db/storage/attached.ts'
import { diskStorage } from '../db/storage/disk.ts'
import { s3Storage } from '../db/storage/s3.ts'
import type { Storage } from '../db/storage/storage.ts'
import { toldOf } from '../db/storage/told.ts'
import { type Accounts, openAccounts } from '../features/accounts/auth.ts'
import { system } from '../kernel/actor.ts'
import type { Feature } from '../web/feature.ts'
import { placesIn, prepareDataFolder, secretOf } from './data-folder.ts'
import { featureList, reactionsOf } from './features.ts'
import { createQueues } from './jobs.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** Everything that lives longer than a request: for the server, the command line and the benchmarks. */
export type Runtime = {
  readonly settings: Settings
  readonly log: Log
  readonly url: string
  readonly pool: pg.Pool
  readonly db: Database
  readonly storage: Storage
  readonly queue: Queue
  readonly accounts: Accounts
  readonly features: readonly Feature[]
  readonly reactions: ReadonlyMap<string, readonly string[]>
  readonly secret: string
  readonly places: ReturnType<typeof placesIn>
  /** For actions that nobody's request asked for: the system acts, in French, now, unless told otherwise. */
  readonly context: (change?: Partial<Context>) => Context
  readonly stop: () => Promise<void>
}
type Options = {
  readonly log: Log
  /** Whether jobs are done here, or only put on the queue. */
  readonly supervised: boolean
  /** Called when the embedded database died and could not be started again. */
  readonly lost: (error: Error) => void
}

export type OpenDatabase = { readonly url: string; readonly stop: () => Promise<void> }

/** The database of these settings, running and reachable; migrations are the caller's. */
export async function openDatabase(
  settings: Settings,
  { log, lost }: Omit<Options, 'supervised'>,
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await checkDatabase(settings.databaseUrl)
    return { url: settings.databaseUrl, stop: async () => {} }
  }
  const server = await embedded(placesIn(settings.dataFolder).postgres, {
    died: (error) => (error ? lost(error) : log.warn('PostgreSQL died and was started again')),
  })
  if (server.found) log.info('PostgreSQL was still running and is used again')
  await server.create('passerelle')
  return { url: server.url('passerelle'), stop: server.stop }
}

/** Where these settings keep files: on the disk, or in a bucket. */
function storageFor({ dataFolder, s3 }: Settings): Storage {
  const { files } = placesIn(dataFolder)
  return s3 ? s3Storage(s3, { spoolFolder: join(files, '.incoming') }) : diskStorage(files)
}
const cannotKeep = (error: Error): never => {
  throw new CannotStart(`Files cannot be kept: ${error.message}.`)
}

export async function openRuntime(settings: Settings, options: Options): Promise<Runtime> {
  const { log, supervised } = options
  prepareDataFolder(settings.dataFolder)
  const secret = secretOf(settings.dataFolder, settings.secret)
  const database = await openDatabase(settings, options)
  const { url } = database
  try {
    const applied = await migrate(url)
    if (applied > 0) log.info({ migrations: applied }, 'the database was brought up to date')
    const { pool, db } = connect(url, supervised ? 12 : 4)
    const places = placesIn(settings.dataFolder)
    const storage = toldOf(storageFor(settings), (error) => log.error({ err: error }, 'files'))
    if (supervised) await storage.check().catch(cannotKeep)
    attachStorage(db, storage)
    const queue = await openQueue(url, { supervised, failed: (error) => log.error({ err: error }, 'queue') })
    const accounts = openAccounts(db, {
      secret,
      origin: settings.baseUrl,
      oidc: settings.oidc,
      mailsLeave: settings.smtpUrl !== null,
    })
    const features = featureList({ accounts })
    accounts.learn(features)
    const reactions = reactionsOf(features)
    await createQueues(queue, features)
    const context = (change: Partial<Context> = {}) =>
      openContext(
        { actor: system, language: 'fr', now: new Date(), origin: settings.baseUrl, requestId: null, ...change },
        { db, enqueue: queue.enqueue, reactions, changed: () => {} },
      )
    const stop = async () => {
      await queue.stop()
      await pool.end()
      await database.stop()
    }
    return {
      settings,
      log,
      url,
      pool,
      db,
      storage,
      queue,
      accounts,
      features,
      reactions,
      secret,
      places,
      context,
      stop,
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}
