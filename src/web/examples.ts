import type { Context } from '../db/context.ts'
import type { Reader } from '../db/reader.ts'
import type { Tx } from '../db/writer.ts'
import type { Actor } from '../kernel/actor.ts'

/** What examples are made with: rows directly, or deeds in somebody's name. Names are those of the cast. */
export type Stage = {
  readonly tx: Tx
  readonly read: Reader
  readonly context: (actor: Actor) => Context
  readonly person: (name: string) => Promise<{ readonly id: string; readonly email: string }>
  readonly actor: (name: string) => Promise<Actor>
  /** What the examples of earlier features have prepared. */
  readonly rows: Rows
}
// biome-ignore lint/suspicious/noExplicitAny: each feature knows the rows that it and earlier ones have prepared
export type Rows = Readonly<Record<string, any>>

/**
 * What the examples.ts of a feature gives to the tests that walk through all features: a GET route with parameters that
 * has no example address, or an action without an example subject, fails them.
 */
export type Examples = {
  /** Makes what the addresses and subjects below speak of; its answer is added to `rows`. */
  readonly prepare?: (stage: Stage) => Promise<Rows | undefined>
  /** Route as it is declared -> an address: '/pages/:slug' -> '/pages/about'. */
  readonly examplePaths?: Readonly<Record<string, string | ((rows: Rows) => string)>>
  /** Routes that answer only where the cluster has configured what they need: nobody sees them in the tests' cluster. */
  readonly whenConfigured?: readonly string[]
  /** Name of an action -> what its `load` would have found. */
  readonly doors?: Readonly<Record<string, (rows: Rows, actor: Actor) => object>>
}
