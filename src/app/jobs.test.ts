import { describe, expect } from 'vitest'
import { inside } from '../db/context.ts'
import type { Database } from '../db/database.ts'
import type { JobData, Queue } from '../db/queue.ts'
import { outbox } from '../db/tables.ts'
import type { Feature } from '../web/feature.ts'
import { routes } from '../web/routing.tsx'
import { reactionsOf } from './features.ts'
import { createQueues, startJobs } from './jobs.ts'
import type { Log } from './log.ts'
import { origin, test } from './testing.ts'

/** A queue that does at once, and only when told. */
function handQueue() {
  const works = new Map<string, (data: JobData) => Promise<void>>()
  const made: string[] = []
  const schedules: [string, string][] = []
  const queue: Queue = {
    enqueue: async () => {},
    create: async (name) => void made.push(name),
    work: async (name, run) => void works.set(name, run),
    schedule: async (name, cron) => void schedules.push([name, cron]),
    stop: async () => {},
  }
  return { queue, made, schedules, run: (name: string, data: JobData = {}) => works.get(name)?.(data) }
}

const seen: unknown[] = []
const feature: Feature = {
  key: 'example',
  routes: routes(),
  reactions: [
    {
      name: 'example-greet',
      on: 'example.arrive',
      run: async (context, _read, journalId) => void seen.push([context.actor.kind, journalId]),
    },
  ],
  periodic: [
    {
      name: 'example-tidy',
      cron: '0 4 * * *',
      run: async (context) => {
        seen.push(inside(context).reactions.get('example.arrive'))
        throw new Error('a defect')
      },
    },
  ],
}
const warnings: unknown[] = []
const log = { warn: (line: unknown) => void warnings.push(line) } as unknown as Log

async function started(db: Database) {
  const hand = handQueue()
  const sent: string[] = []
  const features = [feature]
  await createQueues(hand.queue, features)
  await startJobs({
    db,
    queue: hand.queue,
    features,
    reactions: reactionsOf(features),
    origin,
    send: async ({ to }) => void sent.push(to),
    log,
  })
  return { ...hand, sent }
}

describe('work outside requests', () => {
  test('has a queue for mails, for each reaction and for each periodic work', async ({ db }) => {
    const { made, schedules } = await started(db)
    expect(made).toEqual(['mail', 'example-greet', 'example-tidy'])
    expect(schedules).toEqual([['example-tidy', '0 4 * * *']])
  })
  test('sends the mail that a job names', async ({ db }) => {
    const { run, sent } = await started(db)
    const values = { recipient: 'ada@example.org', language: 'fr', subject: 'x', text: 'x' } as const
    const [mail] = await db.insert(outbox).values(values).returning()
    await run('mail', { id: mail?.id })
    expect(sent).toEqual(['ada@example.org'])
  })
  test('reacts to a deed as the system, knowing its journal entry', async ({ db }) => {
    const { run } = await started(db)
    seen.length = 0
    await run('example-greet', { journalId: 'entry' })
    expect(seen).toEqual([['system', 'entry']])
  })
  test('that fails is logged and fails its job, to be tried again; its deeds would wake others', async ({ db }) => {
    const { run } = await started(db)
    seen.length = 0
    warnings.length = 0
    await expect(run('example-tidy')).rejects.toThrow('a defect')
    expect(warnings).toMatchObject([{ job: 'example-tidy' }])
    expect(seen).toEqual([['example-greet']])
  })
})
