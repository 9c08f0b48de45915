import { openContext } from '../db/context.ts'
import type { Database } from '../db/database.ts'
import { deliver, mailQueue, type Sent } from '../db/outbox.ts'
import type { Queue } from '../db/queue.ts'
import { reader } from '../db/reader.ts'
import { system } from '../kernel/actor.ts'
import type { Feature } from '../web/feature.ts'
import type { Log } from './log.ts'

type Means = {
  readonly db: Database
  readonly queue: Queue
  readonly features: readonly Feature[]
  readonly reactions: ReadonlyMap<string, readonly string[]>
  readonly origin: string
  readonly send: (mail: Sent) => Promise<void>
  readonly log: Log
}

/** Every queue must be there before a deed can put something on it. */
export async function createQueues(queue: Queue, features: readonly Feature[]): Promise<void> {
  await queue.create(mailQueue)
  for (const { reactions = [], periodic = [] } of features)
    for (const { name } of [...reactions, ...periodic]) await queue.create(name)
}

/** Work outside requests: mails, reactions to journal entries, periodic work. Each is tried again when it fails. */
export async function startJobs({ db, queue, features, reactions, origin, send, log }: Means): Promise<void> {
  const read = reader(db)
  const context = () =>
    openContext(
      { actor: system, language: 'fr', now: new Date(), origin, requestId: null },
      { db, enqueue: queue.enqueue, reactions, changed: () => {} },
    )
  const attempt = (name: string, run: (data: Readonly<Record<string, unknown>>) => Promise<void>) =>
    queue.work(name, async (data) => {
      await run(data).catch((error: unknown) => {
        log.warn({ job: name, err: error }, 'a job failed; it will be tried again')
        throw error
      })
    })
  await attempt(mailQueue, ({ id }) => deliver(db, String(id), send))
  for (const feature of features) {
    for (const { name, run } of feature.reactions ?? [])
      await attempt(name, ({ journalId }) => run(context(), read, String(journalId)))
    for (const { name, cron, run } of feature.periodic ?? []) {
      await attempt(name, () => run(context(), read))
      await queue.schedule(name, cron)
    }
  }
}
