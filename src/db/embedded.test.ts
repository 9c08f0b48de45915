import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Embedded, embedded } from './embedded.ts'
import { exists, pidFile, readPostmaster } from './postmaster.ts'

const state = { folder: '', opened: [] as Embedded[], children: [] as ChildProcess[] }
const data = () => join(state.folder, 'data')
const postmaster = () => readPostmaster(data())?.pid ?? 0
const open = async (died?: (error: Error | null) => void) => {
  const server = await embedded(state.folder, died ? { died } : {})
  state.opened.push(server)
  return server
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

// One folder for all, because making a database is the slow part; each test leaves it with its server stopped.
beforeAll(() => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle base de données '))
})
afterEach(async () => {
  for (const child of state.children.splice(0)) child.kill('SIGKILL')
  for (const server of state.opened.splice(0)) await server.stop()
})
afterAll(() => rmSync(state.folder, { recursive: true, force: true }))

/** Another process that uses the server and writes row after row, naming each one that PostgreSQL acknowledged. */
const writing = `
  const [, folder] = process.argv
  const { embedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
  const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
  const server = await embedded(folder)
  const pool = new pg.Pool({ connectionString: server.url('postgres'), max: 4 })
  pool.on('error', () => {})
  await pool.query('create table if not exists line (text text)')
  const write = async (worker) => {
    for (let n = 0; ; n++) {
      const line = [process.pid, worker, n].join('/')
      await pool.query('insert into line values ($1)', [line])
      process.stdout.write(line + '\\n')
    }
  }
  await Promise.all(['a', 'b', 'c', 'd'].map(write)).catch(() => {})
`
async function writer(least: number) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writing, state.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  state.children.push(child)
  const lines: string[] = []
  const enough = Promise.withResolvers<void>()
  const ended = new Promise((done) => child.on('close', done))
  createInterface(child.stdout as NodeJS.ReadableStream).on('line', (line) => {
    if (lines.push(line) >= least) enough.resolve()
  })
  await Promise.race([enough.promise, ended])
  return { child, lines, ended }
}
const missing = async (server: Embedded, lines: string[]) => {
  const found = new Set((await server.ask('select text from line')).map((row) => row.text))
  return lines.filter((line) => !found.has(line))
}

describe('PostgreSQL of our own', () => {
  test('sorts French as the French do', async () => {
    const server = await open()
    const rows = await server.ask(
      `select x from (values ('Zoé'), ('été'), ('Étude'), ('etage'), ('œuvre'), ('oubli')) w(x) order by x collate "fr-x-icu"`,
    )
    expect(rows.map((row) => row.x)).toEqual(['etage', 'été', 'Étude', 'œuvre', 'oubli', 'Zoé'])
  })

  test('is durable: nothing is acknowledged before it is on the disk', async () => {
    const server = await open()
    const rows = await server.ask(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')`,
    )
    expect(rows.map((row) => row.setting)).toEqual(['on', 'on', 'on', 'on'])
  })

  test('is made once and shared by processes that start together; the last to leave stops it', async () => {
    const [first, second] = await Promise.all([open(), open()])
    expect([first.found, second.found].sort()).toEqual([false, true])
    await first.stop()
    expect(await second.ask('select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(postmaster()).toBe(0)
  })

  test('survives a killed application, which the next start joins', async () => {
    const { child, lines, ended } = await writer(200)
    const before = postmaster()
    child.kill('SIGKILL')
    await ended
    const server = await open()
    expect(server.found).toBe(true)
    expect(postmaster()).toBe(before)
    expect(await missing(server, lines)).toEqual([])
  })

  test('recovers when it was killed together with the application', async () => {
    const { child, lines, ended } = await writer(200)
    process.kill(postmaster(), 'SIGKILL')
    child.kill('SIGKILL')
    await ended
    const server = await open()
    expect(server.found).toBe(false)
    expect(await missing(server, lines)).toEqual([])
  })

  test('is started again, on the same port, when it is killed under the application', async () => {
    const news = Promise.withResolvers<Error | null>()
    const server = await open(news.resolve)
    await server.ask('create table kept as select 1 as one')
    const [address, before] = [server.url('postgres'), postmaster()]
    process.kill(before, 'SIGKILL')
    expect(await news.promise).toBe(null)
    expect(server.url('postgres')).toBe(address)
    expect(postmaster()).not.toBe(before)
    expect(await server.ask('select * from kept')).toEqual([{ one: 1 }])
  })

  test('takes no process for its own that was given the id of a dead one', async () => {
    const server = await open()
    await server.stop()
    while (exists(postmaster())) await pause(10)
    writeFileSync(pidFile(data()), `${process.pid}\n${data()}\n1700000000\n5999\n\n127.0.0.1\n0 0\nready\n`)
    const next = await open()
    expect(next.found).toBe(false)
    expect(await next.ask('select 1 as one')).toEqual([{ one: 1 }])
  })

  /** Writes into a file of the data while the server is stopped, for as long as `look` takes. */
  async function withFile(name: string, content: string, look: () => Promise<void>) {
    await (await open()).stop()
    const before = readFileSync(join(data(), name), 'utf8')
    writeFileSync(join(data(), name), content)
    await look()
    writeFileSync(join(data(), name), before)
  }

  test('refuses data of another version with a sentence', () =>
    withFile('PG_VERSION', '17\n', () =>
      expect(open()).rejects.toThrow(/was made by PostgreSQL 17, and this is PostgreSQL 18/),
    ))

  test('says in a sentence why it does not start', () =>
    withFile('postgresql.conf', 'shared_buffers = a lot\n', () =>
      expect(open()).rejects.toThrow(/^PostgreSQL did not start: .*Its log is .*server\.log\.$/),
    ))
})
