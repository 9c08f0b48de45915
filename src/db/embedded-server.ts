import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { configuration } from './embedded-settings.ts'
import type { Binaries } from './postgres-binaries.ts'
import { exists, isAlive, isOccupied, pidFile, readPostmaster } from './postmaster.ts'

/** Everything about the server in one folder that does not depend on who uses it. */
export type Place = { data: string; log: string; programs: Binaries }

const patience = 60_000
const largestLog = 10 * 2 ** 20

const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/**
 * The port of the server that already works in the folder: one that an application left behind when it was killed, or
 * that another process uses. Null when there is none; what a dead one left behind is then cleared away.
 */
export async function findServer(data: string, answers: (port: number) => Promise<boolean>): Promise<number | null> {
  for (const until = performance.now() + patience; performance.now() < until; await pause(20)) {
    const postmaster = readPostmaster(data)
    if (!postmaster || !exists(postmaster.pid)) return null // PostgreSQL checks and replaces a dead one's file itself
    if (postmaster.isReady && (await answers(postmaster.port))) return postmaster.port
    if (isAlive(postmaster) || isOccupied(data)) continue // it is starting, stopping or recovering
    rmSync(pidFile(data), { force: true }) // a zombie, or a process that was given the id later: PostgreSQL would stop here
    return null
  }
  throw new CannotStart(
    `PostgreSQL (process ${readPostmaster(data)?.pid}) has held ${data} for ${patience / 1000} s without answering. ` +
      'Look at its log beside that folder, end it and start again.',
  )
}

function tail(log: string, from: number): string {
  if (!existsSync(log)) return ''
  const file = openSync(log, 'r')
  const bytes = Buffer.alloc(Math.min(Math.max(statSync(log).size - from, 0), 64_000))
  readSync(file, bytes, 0, bytes.length, from)
  closeSync(file)
  return bytes.toString('utf8')
}

/** The lines of PostgreSQL that say why it gave up, without their date. */
const reasons = (said: string) =>
  [...said.matchAll(/(?:FATAL|PANIC|LOG|ERROR): +(.*)/g)]
    .map(([, reason = '']) => reason)
    .filter((reason) => !/^(starting|listening|database system|shutting|io worker)/.test(reason))

const isPassing = (said: string) => /still in use|already exists|is another postmaster/i.test(said)
const isPortTaken = (said: string) => /could not bind|could not create any TCP/i.test(said)

/** Null when the server has started, else what it said. */
async function tryStart({ data, log, programs }: Place): Promise<string | null> {
  const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  const dead = readPostmaster(data)?.pid // the file of a server that was killed still says that it is ready
  const over = { failed: false, ended: false }
  const args = ['start', '--wait', `--timeout=${patience / 1000}`, '--silent', `--pgdata=${data}`, `--log=${log}`]
  const ended = programs('pg_ctl', args)
    .catch(() => {
      over.failed = true
    })
    .then(() => {
      over.ended = true
    })
  const isReady = () => {
    const postmaster = readPostmaster(data)
    return postmaster?.isReady && postmaster.pid !== dead
  }
  // pg_ctl looks every 100 ms; the file says so as soon as the server is ready.
  while (!over.ended && !isReady()) await Promise.race([ended, pause(10)])
  return over.failed ? tail(log, from) || ' ' : null
}

/** Starts the server and returns its port. `wished` is the port of a server that died under its users. */
export async function startServer(place: Place, settings: Record<string, string>, wished?: number): Promise<number> {
  const { data, log } = place
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(log, `${log}.1`)
  for (const until = performance.now() + 15_000; ; await pause(200)) {
    const port = wished ?? (await freePort())
    writeFileSync(join(data, 'passerelle.conf'), configuration({ ...settings, port: String(port) }))
    const said = await tryStart(place)
    if (said === null) return port
    if ((isPassing(said) || isPortTaken(said)) && performance.now() < until) continue
    throw new CannotStart(
      `PostgreSQL did not start: ${reasons(said).join('; ') || 'it said nothing'}. Its log is ${log}.`,
    )
  }
}

/** Stops the server: running queries are ended, what was acknowledged is on the disk. */
export async function stopServer({ data, programs }: Place): Promise<void> {
  const stopped = programs('pg_ctl', ['stop', '--mode=fast', '--wait', '--silent', `--pgdata=${data}`])
  const over = { ended: false }
  stopped.then(
    () => (over.ended = true),
    () => (over.ended = true),
  )
  while (!over.ended && existsSync(pidFile(data))) await Promise.race([stopped.catch(() => {}), pause(10)])
}
