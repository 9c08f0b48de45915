import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { hashOf } from '../rules/secrets.ts'
import { token, user } from '../tables.ts'

/** A secret that is shown once, the hash that is kept, and the end by which it is known again. */
export const newSecret = (prefix = '') => {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret), ending: secret.slice(-4) }
}

/** The prefix by which a lost token is recognised as ours, by people and by scanners of published code. */
export const tokenPrefix = 'pss_'
const usedEvery = 60_000

/** Whose personal token this is and what it may do; null when it is unknown, expired or revoked. One query. */
export function tokenReader(db: Database) {
  return async (secret: string, now: Date) => {
    if (!secret.startsWith(tokenPrefix)) return null
    const [found] = await db
      .select({
        id: user.id,
        name: user.name,
        email: user.email,
        role: user.role,
        language: user.language,
        tokenId: token.id,
        scopes: token.scopes,
        lastUsedAt: token.lastUsedAt,
      })
      .from(token)
      .innerJoin(user, eq(user.id, token.userId))
      .where(and(eq(token.hash, hashOf(secret)), isNull(token.revokedAt), gt(token.expiresAt, now)))
    if (!found) return null
    const { lastUsedAt, ...owner } = found
    if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > usedEvery)
      await db.update(token).set({ lastUsedAt: sql`now()` }).where(eq(token.id, found.tokenId))
    return owner
  }
}
