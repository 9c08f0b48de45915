import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { listenForChanges } from './changes.ts'

/** The server itself, apart from the tests' databases: nobody else announces changes there. */
async function adminClient() {
  const url = inject('databaseUrl').replace(/test$/, 'postgres')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return { url, client }
}

test('a commit anywhere is heard, a lost connection counts as one, and hearing goes on after it', async () => {
  const { url, client } = await adminClient()
  let heard = 0
  const stop = listenForChanges(url, () => {
    heard++
  })
  onTestFinished(stop)
  // Once when it begins to listen: what was committed before is not known.
  await expect.poll(() => heard).toBe(1)
  await client.query(`select pg_notify('changed', '')`)
  await expect.poll(() => heard).toBe(2)
  await client.query(`notify other`)
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen changed'`)
  await expect.poll(() => heard, { timeout: 5000 }).toBe(4)
  await client.query(`select pg_notify('changed', '')`)
  await expect.poll(() => heard).toBe(5)
})

test('after it was stopped nothing is heard', async () => {
  const { url, client } = await adminClient()
  let heard = 0
  const stop = listenForChanges(url, () => {
    heard++
  })
  await expect.poll(() => heard).toBe(1)
  await stop()
  await client.query(`select pg_notify('changed', '')`)
  expect(heard).toBe(1)
})
