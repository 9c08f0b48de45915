import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { peakMemory } from './machine.ts'

export const port = Number(process.env.BENCH_PORT ?? 3450)
export const secret = 'only for measuring, on this machine'
const program = ['--enable-source-maps', 'dist/server/main.js']

export type Running = {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to its line "ready". */
  readonly readyAfter: number
  readonly databaseUrl: string
  readonly postmaster: number
  readonly stop: () => Promise<void>
}

const environmentOf = (folder: string) => {
  const { DATABASE_URL, BASE_URL, LOG_LEVEL, ...environment } = process.env
  return { ...environment, NODE_ENV: 'production', PORT: String(port), PASSERELLE_DATA: folder, SECRET: secret }
}

function databaseOf(folder: string) {
  const home = join(folder, 'postgres')
  const [pid, , , databasePort] = readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(home, 'password'), 'utf8').trim()
  return {
    databaseUrl: `postgres://passerelle:${password}@127.0.0.1:${databasePort}/passerelle`,
    postmaster: Number(pid),
  }
}

/** What it says later is read as well: a program whose output nobody takes ends. */
function lineIn(child: ChildProcess, wanted: RegExp): Promise<void> {
  let said = ''
  return new Promise((done, fail) => {
    child.stdout?.setEncoding('utf8').on('data', (piece) => {
      said += piece
      if (wanted.test(said)) done()
    })
    child.once('exit', () => fail(new Error(`the application ended before it was ready (see its log)\n${said}`)))
  })
}

/** Starts the application as `npm start` does, on a data folder; its log goes into the folder. */
export async function start(folder: string, ...options: string[]): Promise<Running> {
  mkdirSync(folder, { recursive: true })
  const log = openSync(`${folder}.log`, 'a')
  const from = performance.now()
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []
  const child = spawn(process.execPath, [...profile, ...program, 'start', ...options], {
    stdio: ['ignore', 'pipe', log],
    env: environmentOf(folder),
  })
  await lineIn(child, /is ready at/)
  const readyAfter = performance.now() - from
  return {
    url: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    readyAfter,
    ...databaseOf(folder),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Runs a command of the command line and answers how long it took (s), its highest memory (MB) and what it said. */
export async function command(folder: string, ...words: string[]) {
  const from = performance.now()
  const child = spawn(process.execPath, [...program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(folder),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => (said += piece))
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid ?? 0) || 0)
  }, 50)
  const [code] = await once(child, 'exit')
  clearInterval(look)
  return { code: Number(code), seconds: (performance.now() - from) / 1000, peak, said }
}
