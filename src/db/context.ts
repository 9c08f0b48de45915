import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'
import type { Database } from './database.ts'
import type { Enqueue } from './queue.ts'

/** What action() needs and nobody else may touch: kept out of reach of routes, pages and features. */
type Inside = {
  readonly db: Database
  readonly enqueue: Enqueue
  /** Action -> the queues of the reactions to it. */
  readonly reactions: ReadonlyMap<string, readonly string[]>
  /** Called after each commit: pages kept for visitors are out of date. */
  readonly changed: () => void
}

/** Who acts, when and in which language. Routes hand it to actions; it opens no way to the database. */
export type Context = {
  readonly actor: Actor
  readonly language: Language
  readonly now: Date
  readonly origin: string
  readonly requestId: string | null
}

const hidden = new WeakMap<Context, Inside>()

export function openContext(context: Context, what: Inside): Context {
  const opened = { ...context }
  hidden.set(opened, what)
  return opened
}

/** The same means for another actor: a job that acts in somebody's name, the demo that plays its cast. */
export const actingAs = (context: Context, change: Partial<Context>): Context =>
  openContext({ ...context, ...change }, inside(context))

/** For src/db only (the architecture check sees to it). */
export function inside(context: Context): Inside {
  const found = hidden.get(context)
  if (!found) throw new Error('this context was not opened by openContext')
  return found
}
