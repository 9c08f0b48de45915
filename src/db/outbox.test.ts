import { describe, expect } from 'vitest'
import { test } from '../app/testing.ts'
import type { Database } from './database.ts'
import { deliver, post, type Sent } from './outbox.ts'
import { outbox } from './tables.ts'

const letter = { to: 'ada@example.org', language: 'fr', subject: 'Bonjour', text: 'Un mot.' } as const
type Job = { queue: string; id: unknown }

async function posted(db: Database): Promise<{ id: string; jobs: Job[] }> {
  const jobs: Job[] = []
  await post(db, async (_db, queue, { id }) => void jobs.push({ queue, id }), letter)
  const [row] = await db.select().from(outbox)
  return { id: row?.id ?? '', jobs }
}
const stateOf = async (db: Database) => (await db.select().from(outbox))[0]

describe('a mail of the outbox', () => {
  test('waits with a job that names it', async ({ db }) => {
    const { id, jobs } = await posted(db)
    expect(jobs).toEqual([{ queue: 'mail', id }])
    expect(await stateOf(db)).toMatchObject({ state: 'waiting', recipient: letter.to, attempts: 0, sentAt: null })
  })

  test('leaves once, however often its job runs', async ({ db }) => {
    const { id } = await posted(db)
    const sent: Sent[] = []
    const send = async (mail: Sent) => void sent.push(mail)
    await deliver(db, id, send)
    await deliver(db, id, send)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ ...letter, id })
    expect((await stateOf(db))?.sentAt).toBeInstanceOf(Date)
  })

  test('that cannot leave keeps the reason, fails its job, and leaves at a later try', async ({ db }) => {
    const { id } = await posted(db)
    const refuse = async () => {
      throw new Error('no route to host')
    }
    await expect(deliver(db, id, refuse)).rejects.toThrow('no route to host')
    await expect(deliver(db, id, refuse)).rejects.toThrow('no route to host')
    expect(await stateOf(db)).toMatchObject({ state: 'failed', attempts: 2, lastError: 'no route to host' })
    await deliver(db, id, async () => {})
    expect(await stateOf(db)).toMatchObject({ state: 'sent' })
  })

  test('that was erased meanwhile is nobody’s business', async ({ db }) => {
    const { id } = await posted(db)
    await db.delete(outbox)
    await deliver(db, id, () => Promise.reject(new Error('must not be sent')))
    expect(await stateOf(db)).toBeUndefined()
  })
})
