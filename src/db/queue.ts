import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Database } from './database.ts'

export type JobData = Readonly<Record<string, unknown>>
/** Puts a job on a queue inside the transaction `db`: it exists if and only if the transaction commits. */
export type Enqueue = (db: Database, queue: string, data: JobData) => Promise<void>

export type Queue = {
  readonly enqueue: Enqueue
  /** Makes the queue when it is missing. A failed job is tried twelve times more, at intervals that grow from 10 s to an hour. */
  readonly create: (name: string) => Promise<void>
  readonly work: (name: string, run: (data: JobData) => Promise<void>) => Promise<void>
  /** Runs a queue's job on a cron schedule, in the cluster's time zone. */
  readonly schedule: (name: string, cron: string) => Promise<void>
  readonly stop: () => Promise<void>
}
type Options = {
  /** False in tests and on the command line: jobs are put, not done. */
  readonly supervised: boolean
  readonly failed: (error: Error) => void
}

/** pg-boss, in a schema of its own in the same database. */
export async function openQueue(url: string, { supervised, failed }: Options): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    max: supervised ? 3 : 1,
    supervise: supervised,
    schedule: supervised,
    useListenNotify: supervised,
  })
  boss.on('error', failed)
  await boss.start()
  return {
    enqueue: async (db, queue, data) => {
      await boss.send(queue, data as object, { db: fromDrizzle(db as never, sql) })
    },
    create: (name) =>
      boss.createQueue(name, { retryLimit: 12, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600 }),
    work: async (name, run) => {
      await boss.work(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
        for (const job of jobs) await run(job.data as JobData)
      })
    },
    schedule: (name, cron) => boss.schedule(name, cron, {}, { tz: 'Europe/Paris' }),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
