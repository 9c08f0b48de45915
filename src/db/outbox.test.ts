import { describe, expect } from 'vitest'
import { test } from '../app/testing.ts'
import type { Database } from './database.ts'
import { deliver, MailRefused, post, type Sent } from './outbox.ts'
import { deadAddress, outbox } from './tables.ts'

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

  test('that is refused for good is not tried again; a dead address is remembered', async ({ db }) => {
    const { id } = await posted(db)
    const sent: Sent[] = []
    const refuse = async () => {
      throw new MailRefused('550 5.1.1 No such user', true)
    }
    await deliver(db, id, refuse)
    await deliver(db, id, async (mail) => void sent.push(mail))
    expect(sent).toEqual([])
    expect(await stateOf(db)).toMatchObject({ state: 'refused', attempts: 1, lastError: '550 5.1.1 No such user' })
    expect(await db.select().from(deadAddress)).toMatchObject([{ address: letter.to, mailId: id }])
  })

  test('that is refused for what it is says nothing about its address', async ({ db }) => {
    const { id } = await posted(db)
    await deliver(db, id, () => Promise.reject(new MailRefused('554 5.7.1 Spam', false)))
    expect(await stateOf(db)).toMatchObject({ state: 'refused' })
    expect(await db.select().from(deadAddress)).toEqual([])
  })

  test('does not leave for a dead address, but a link that somebody has asked for does', async ({ db }) => {
    await db.insert(deadAddress).values({ address: letter.to, since: new Date(), reason: '550' })
    const sent: string[] = []
    const send = async ({ subject }: Sent) => void sent.push(subject)
    const mails = [
      { subject: 'Une nouvelle', unsubscribe: '/unsubscribe/a/b' },
      { subject: 'Un message', confidential: true, replyKey: 'r' },
      { subject: 'Votre lien', confidential: true },
    ]
    for (const mail of mails) {
      const id = await post(db, async () => {}, { ...letter, to: 'Ada@Example.org', ...mail })
      await deliver(db, id, send)
    }
    expect(sent).toEqual(['Votre lien'])
    const states = (await db.select().from(outbox).orderBy(outbox.id)).map(({ state }) => state)
    expect(states).toEqual(['refused', 'refused', 'sent'])
  })
})
