import { createHash } from 'node:crypto'
import { RateLimiterDrizzle, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '../../../db/database.ts'
import { limit } from '../tables.ts'

const minute = 60
/** How many attempts in how many seconds. By account: what is guessed; by address: who guesses at many accounts. */
const allowed = {
  password: { points: 10, duration: 15 * minute },
  code: { points: 5, duration: 15 * minute },
  mail: { points: 5, duration: 60 * minute },
  address: { points: 60, duration: 15 * minute },
} as const
export type LimitKind = keyof typeof allowed
export type Attempt = readonly [kind: LimitKind, of: string]

/** Whose attempts they are is kept as a hash: the table names nobody. */
const keyOf = (of: string) => createHash('sha256').update(of.trim().toLowerCase()).digest('base64url')

/** Counts attempts in the database, outside the deeds: what a deed rolls back has been tried all the same. */
export function openLimits(db: Database) {
  const limiters = Object.fromEntries(
    Object.entries(allowed).map(([kind, { points, duration }]) => [
      kind,
      new RateLimiterDrizzle({
        storeClient: db,
        schema: limit,
        keyPrefix: kind,
        points,
        duration,
        clearExpiredByTimeout: false,
      }),
    ]),
  ) as Record<LimitKind, RateLimiterDrizzle>
  return {
    /** Counts one attempt of each kind. Answers the seconds to wait when one is exhausted, else 0. */
    async spend(attempts: readonly Attempt[]): Promise<number> {
      const waits = await Promise.all(
        attempts.map(([kind, of]) =>
          limiters[kind].consume(keyOf(of)).then(
            () => 0,
            (refused: RateLimiterRes | Error) => {
              if (refused instanceof Error) throw refused
              return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
            },
          ),
        ),
      )
      return Math.max(0, ...waits)
    },
    /** Forgets the attempts of somebody who has just succeeded; of an address shared by many, only this one. */
    async forget(attempts: readonly Attempt[]): Promise<void> {
      await Promise.all(
        attempts.map(([kind, of]) =>
          kind === 'address' ? limiters[kind].reward(keyOf(of)) : limiters[kind].delete(keyOf(of)),
        ),
      )
    },
  }
}
