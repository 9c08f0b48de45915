import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import type { Role } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import { session, user } from '../tables.ts'

export type SignedIn = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly language: Language
  readonly sessionId: string
  readonly signedInAt: Date
}
const seenEvery = 60 * 60_000

function cookieIn(header: string, name: string): string | null {
  const start = header.startsWith(`${name}=`) ? 0 : header.indexOf(`; ${name}=`) + 2
  if (start === 1) return null
  const end = header.indexOf(';', start)
  try {
    return decodeURIComponent(header.slice(start + name.length + 1, end === -1 ? undefined : end))
  } catch {
    return null
  }
}

/** A signed cookie in better-auth's form, token.HMAC: the token. Whether the signature is ours is `verifiedToken`'s to say. */
export const tokenIn = (cookie: string): string | null => {
  const at = cookie.lastIndexOf('.')
  return at < 1 ? null : cookie.slice(0, at)
}
/** The token of a signed cookie, or null when the signature is not ours. */
function verifiedToken(cookie: string, secret: string): string | null {
  const token = tokenIn(cookie)
  if (token === null) return null
  const wanted = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(cookie.slice(token.length + 1), 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null
}

/**
 * Who the cookie of a request belongs to. It is asked on every request of everybody who is signed in, so it is one query
 * by a unique index; better-auth's own getSession asks twice and builds more than a page needs.
 */
export function sessionReader(db: Database, secret: string, cookieName: string) {
  const lookUp = db
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      language: user.language,
      sessionId: session.id,
      signedInAt: session.createdAt,
      seenAt: session.updatedAt,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, sql.placeholder('token')), gt(session.expiresAt, sql`now()`)))
    .prepare('account_of_session')
  return async (headers: Headers): Promise<SignedIn | null> => {
    const cookie = cookieIn(headers.get('cookie') ?? '', cookieName)
    const token = cookie === null ? null : verifiedToken(cookie, secret)
    if (token === null) return null
    const [found] = await lookUp.execute({ token })
    if (!found) return null
    const { seenAt, ...signedIn } = found
    // The list of sessions says when each was last used, to the hour: not a deed, and not worth a write per page.
    if (Date.now() - seenAt.getTime() > seenEvery)
      await db.update(session).set({ updatedAt: sql`now()` }).where(eq(session.id, found.sessionId))
    return signedIn
  }
}
