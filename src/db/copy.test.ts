import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { copyIn, copyOut } from './copy.ts'

const state = { client: null as unknown as pg.Client }
beforeEach(async () => {
  state.client = new pg.Client({ connectionString: inject('databaseUrl').replace(/test$/, 'postgres') })
  await state.client.connect()
  await state.client.query('create temp table line (n int, text text)')
})
afterEach(() => state.client.end())

async function read(stream: AsyncIterable<Buffer>, rest: number): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk)
    if (rest > 0) await pause(rest)
  }
  return Buffer.concat(chunks).toString('utf8')
}
const lines = (count: number) =>
  `copy (select n, repeat('é', 50) from generate_series(1, ${count}) n) to stdout with (format csv)`

test.for([0, 1, 100, 637, 5000, 20_000])(
  '%i rows go out whole to a reader that takes its time, and the connection works on',
  async (count) => {
    const text = await read(copyOut(state.client, lines(count)), 1)
    expect(text.split('\n').length - 1).toBe(count)
    expect(count === 0 || text.endsWith(`${count},${'é'.repeat(50)}\n`)).toBe(true)
    expect((await state.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  },
)

test('an error while rows go out is the reason of PostgreSQL, and the connection works on', async () => {
  const text = 'copy (select 1 / (n - 3) from generate_series(1, 5) n) to stdout'
  await expect(read(copyOut(state.client, text), 0)).rejects.toThrow('division by zero')
  expect((await state.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('rows come in from any pieces', async () => {
  async function* pieces() {
    for (let n = 0; n < 3000; n++) {
      yield Buffer.from(`${n},"a`)
      yield Buffer.from(`b"\n`)
    }
  }
  await copyIn(state.client, 'copy line from stdin with (format csv)', pieces())
  const { rows } = await state.client.query(`select count(*)::int as n, sum(n)::int as sum from line where text = 'ab'`)
  expect(rows).toEqual([{ n: 3000, sum: 4_498_500 }])
})

test('a refused row is the reason of PostgreSQL, a failing source its own; nothing comes in', async () => {
  async function* wrong() {
    yield Buffer.from('1,a\nx,b\n')
  }
  async function* broken() {
    yield Buffer.from('1,a\n')
    throw new Error('the disk went')
  }
  const into = 'copy line from stdin with (format csv)'
  await expect(copyIn(state.client, into, wrong())).rejects.toThrow(/invalid input syntax for type integer: "x"/)
  await expect(copyIn(state.client, into, broken())).rejects.toThrow('the disk went')
  expect((await state.client.query('select count(*)::int as n from line')).rows).toEqual([{ n: 0 }])
})
