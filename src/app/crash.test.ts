import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pidFile, readPostmaster } from '../db/postmaster.ts'

/** The built program, as people run it: see bin/build.mjs. */
const program = 'dist/server/main.js'
const secret = 'a secret that only this test knows.'
const writers = 6
/** Two cores that others use as well can be slow; alone, the whole file takes about eight seconds. */
const patience = 60_000
const state = { folder: '', port: 0, child: null as ChildProcess | null }
const origin = () => `http://localhost:${state.port}`
const data = () => join(state.folder, 'postgres', 'data')

const freePort = async () => {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

beforeAll(async () => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle-crash-'))
  state.port = await freePort()
})
afterEach(async () => {
  if (state.child?.exitCode === null && state.child.signalCode === null) {
    state.child.kill('SIGTERM')
    await once(state.child, 'exit')
  }
})
afterAll(() => rmSync(state.folder, { recursive: true, force: true }))

async function start(): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(state.port), PASSERELLE_DATA: state.folder, SECRET: secret }
  const child = spawn(process.execPath, [program, 'start', '--no-demo'], {
    env: { ...env, LOG_LEVEL: 'fatal', BASE_URL: '', DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  state.child = child
  const said: string[] = []
  child.stderr?.on('data', (text) => said.push(String(text)))
  const isReady = () =>
    fetch(`${origin()}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(said.join(''))
    await pause(20)
  }
  return child
}

async function ask(text: string, values: unknown[] = []) {
  const password = readFileSync(join(state.folder, 'postgres', 'password'), 'utf8')
  const { port } = readPostmaster(data()) ?? {}
  const client = new pg.Client(`postgres://passerelle:${password}@127.0.0.1:${port}/passerelle`)
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows
}

/** A member of the team who is signed in; better-auth's cookie is the token and its HMAC. */
async function signedIn(): Promise<string> {
  const token = randomUUID()
  await ask(
    `with person as (
      insert into account_user (name, email, email_verified, role) values ('Crash', $1 || '@example.org', true, 'staff') returning id)
    insert into account_session (token, user_id, expires_at) select $1, id, now() + interval '1 hour' from person`,
    [token],
  )
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Adds sector after sector until the application no longer answers; tells what was acknowledged. */
async function write(cookie: string, writer: string, kept: string[]): Promise<void> {
  for (let n = 0; ; n++) {
    const name = `crash-${writer}-${n}`
    const answer = await fetch(`${origin()}/organisations/sectors/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: origin(), cookie },
      body: new URLSearchParams({ 'label.fr': name, 'label.en': name, colour: 'slate', position: '100' }),
    }).catch(() => null)
    if (answer === null || answer.status >= 500) return
    if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`)
    kept.push(name)
  }
}

/** Lets writers write for a second, kills, starts again, and tells which acknowledged writes are not there. */
async function lostBy(kill: (application: ChildProcess) => void) {
  const application = await start()
  const cookie = await signedIn()
  const kept: string[] = []
  const run = randomUUID().slice(0, 8)
  const writing = Promise.all(Array.from({ length: writers }, (_, n) => write(cookie, `${run}-${n}`, kept)))
  while (kept.length < 150) await Promise.race([pause(10), writing])
  const postmaster = readPostmaster(data())?.pid
  kill(application)
  await writing
  await start()
  const there = new Set((await ask('select key from sector')).map(({ key }) => key))
  const journal = await ask(
    `select s.key from sector s join journal j on j.subject_id = s.id::text where s.key = any($1)`,
    [kept],
  )
  return {
    lost: kept.filter((name) => !there.has(name)),
    withoutJournal: kept.length - new Set(journal.map(({ key }) => key)).size,
    isSamePostgres: readPostmaster(data())?.pid === postmaster,
  }
}

test.skipIf(!existsSync(program))(
  'a killed application loses nothing acknowledged; the next one uses the database it left behind',
  async () => {
    const found = await lostBy((application) => application.kill('SIGKILL'))
    expect(found).toEqual({ lost: [], withoutJournal: 0, isSamePostgres: true })
  },
  patience,
)

test.skipIf(!existsSync(program))(
  'killed together with its database, it loses nothing acknowledged; the next start recovers',
  async () => {
    const found = await lostBy((application) => {
      process.kill(readPostmaster(data())?.pid ?? 0, 'SIGKILL')
      application.kill('SIGKILL')
    })
    expect(found).toEqual({ lost: [], withoutJournal: 0, isSamePostgres: false })
  },
  patience,
)

test.skipIf(!existsSync(program))('a stopped application leaves nothing running', { timeout: patience }, async () => {
  const application = await start()
  application.kill('SIGTERM')
  const [code] = await once(application, 'exit')
  expect(code).toBe(0)
  expect(existsSync(pidFile(data()))).toBe(false)
})
