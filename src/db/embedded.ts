import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart, reasonOf } from './cannot-start.ts'
import { ask, type Presence, present } from './embedded-presence.ts'
import { findServer, type Place, startServer, stopServer } from './embedded-server.ts'
import { serverSettings } from './embedded-settings.ts'
import { withLock } from './file-lock.ts'
import { binaries, obstacle } from './postgres-binaries.ts'
import { type Identity, identityFor } from './system-user.ts'

const user = 'passerelle'
const version = '18'

export type Embedded = {
  readonly url: (database: string) => string
  readonly ask: (text: string, database?: string) => Promise<Record<string, unknown>[]>
  /** Makes a database, when it is missing, as a copy of `template`. */
  readonly create: (name: string, template?: string) => Promise<void>
  /** Whether the server was already running. */
  readonly found: boolean
  /** Leaves the server; the last process that uses it stops it. */
  readonly stop: () => Promise<void>
}
type Options = {
  /** Settings of postgresql.conf over those of serverSettings(). */
  readonly settings?: Record<string, string>
  /** Told when the server died and was started again, or (with an error) could not be. */
  readonly died?: (error: Error | null) => void
}

function makeFolder(folder: string, { uid, gid }: Identity) {
  try {
    mkdirSync(folder, { recursive: true })
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  } catch (error) {
    throw new CannotStart(`The folder ${folder} cannot be made or written (${reasonOf(error)}).`)
  }
}

/** Made beside its place and then renamed: a crash half-way leaves nothing that looks like a database. */
async function makeDatabase({ data, programs }: Place, secret: string, { uid, gid }: Identity) {
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 })
  if (uid !== undefined && gid !== undefined) chownSync(secret, uid, gid)
  // The builtin locale needs nothing from the host and compares bytes: fast, and the same everywhere. French order is
  // asked for where it is wanted: order by name collate "fr-x-icu" (these binaries carry ICU 60, see docs/decisions).
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${user}`, '--auth=scram-sha-256', `--pwfile=${secret}`]
  await programs('initdb', [`--pgdata=${fresh}`, ...access, ...locale])
  writeFileSync(join(fresh, 'postgresql.conf'), "include_if_exists = 'passerelle.conf'\n", { flag: 'a' })
  renameSync(fresh, data)
}

function checkVersion(data: string) {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found !== version)
    throw new CannotStart(
      `The database in ${data} was made by PostgreSQL ${found}, and this is PostgreSQL ${version}. ` +
        'Make a backup with the Passerelle that wrote it, and restore it with this one.',
    )
}

/**
 * PostgreSQL in `folder`, started when it does not run. pg_ctl starts it in a session of its own, so neither Ctrl-C nor
 * kill -9 of the application takes it along: a server left behind is found and used again, and a dead one recovers from
 * its log. Several processes (the application, the command line) share it; a lock makes joining and leaving take turns.
 */
export async function embedded(folder: string, { settings = {}, died = () => {} }: Options = {}): Promise<Embedded> {
  const root = resolve(folder)
  const [data, secret, lock] = [join(root, 'data'), join(root, 'password'), join(root, 'start.lock')]
  const strange = process.platform === 'win32' ? null : /["$`\\\\]/.exec(root) // pg_ctl hands the path to a shell
  if (strange) throw new CannotStart(`PostgreSQL cannot work in ${root}: the path contains ${strange[0]}.`)
  const identity = identityFor(data)
  makeFolder(root, identity)
  const place: Place = { data, log: join(root, 'server.log'), programs: await binaries(identity, root) }
  const wanted = { ...serverSettings(), ...settings }
  const state = { port: 0, found: false, stopping: false, presence: null as Presence | null }

  const address = (port: number, database: string) =>
    `postgres://${user}:${readFileSync(secret, 'utf8').trim()}@127.0.0.1:${port}/${database}`
  /** Whether the server of this folder listens there, and not another that took the port. */
  const answers = (port: number) =>
    ask(address(port, 'postgres'), 'select 1').then(
      () => true,
      () => false,
    )
  const enter = async () => {
    if (!existsSync(data)) await makeDatabase(place, secret, identity)
    checkVersion(data)
    const running = await findServer(data, answers)
    state.found = running !== null
    if (state.port && running && running !== state.port) throw new CannotStart(`PostgreSQL now listens on ${running}.`)
    state.port = running ?? (await startServer(place, wanted, state.port || undefined))
    state.presence = await present(address(state.port, 'postgres'), revive)
  }
  const enterInTurn = () => withLock(lock, 120_000, enter)
  function revive() {
    if (state.stopping) return
    enterInTurn().then(
      () => died(null),
      (error) => died(error),
    )
  }
  try {
    await enterInTurn()
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart((await obstacle(place.programs)) ?? sentenceOf(error))
  }
  const url = (database: string) => address(state.port, database)
  return {
    url,
    found: state.found,
    ask: (text, database = 'postgres') => ask(url(database), text),
    async create(name, template = 'template1') {
      const there = await ask(url('postgres'), 'select 1 from pg_database where datname = $1', [name])
      if (there.length === 0) await ask(url('postgres'), `create database "${name}" template "${template}"`)
    },
    async stop() {
      if (state.stopping) return
      state.stopping = true
      await withLock(lock, 60_000, async () => {
        const others = (await state.presence?.others().catch(() => 0)) ?? 0
        await state.presence?.leave()
        if (others === 0) await stopServer(place)
      })
    },
  }
}

const sentenceOf = (error: unknown) => {
  const { stderr, message } = error as { stderr?: string; message: string }
  return `PostgreSQL could not be prepared: ${(stderr || message).trim().split('\n').slice(-2).join(' ')}`
}
