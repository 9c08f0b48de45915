import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { knownMigrations, migrate } from './migrate.ts'

const name = `test_migrate_${process.pid}`
const server = inject('databaseUrl').replace(/test$/, 'postgres')
const url = inject('databaseUrl').replace(/test$/, name)
const ask = async (address: string, text: string) => {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => ask(server, `create database ${name}`))
afterEach(() => ask(server, `drop database ${name} with (force)`))

test('a database is brought up to date once', async () => {
  expect(await migrate(url)).toBe(knownMigrations().length)
  expect(await migrate(url)).toBe(0)
})

test('of two programs that start together, one brings the database up to date', async () => {
  const counts = await Promise.all([migrate(url), migrate(url)])
  expect(counts.toSorted()).toEqual([0, knownMigrations().length])
})

test('a database newer than the program is refused with a sentence', async () => {
  await migrate(url)
  await ask(url, `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`)
  await expect(migrate(url)).rejects.toThrow(/written by a newer Passerelle/)
})

test('a migration that fails leaves the database as it was and says why', async () => {
  await ask(url, 'create table journal (strange text)')
  await expect(migrate(url)).rejects.toThrow(/could not be brought up to date and is as it was: .*journal/)
  const tables = await ask(url, `select tablename from pg_tables where schemaname = 'public'`)
  expect(tables).toEqual([{ tablename: 'journal' }])
})
