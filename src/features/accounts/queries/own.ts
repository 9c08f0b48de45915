import { desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { consent, credential, passkey, session, token, twoFactor } from '../tables.ts'

/** One's own account, whole. */
export const ownAccount = (read: Reader, actor: Actor) => read.one(policy.ownAccount(actor))

/** The sessions that are open, the one used last first. Without their tokens. */
export const ownSessions = (read: Reader, actor: Actor, now: Date) =>
  read
    .select({
      id: session.id,
      userAgent: session.userAgent,
      ipAddress: session.ipAddress,
      openedAt: session.createdAt,
      seenAt: session.updatedAt,
    })
    .from(policy.sessionsOf(actor))
    .where(sql`${session.expiresAt} > ${now}`)
    .orderBy(desc(session.updatedAt), session.id)

/** Passkeys without their keys. */
export const ownPasskeys = (read: Reader, actor: Actor) =>
  read
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt })
    .from(policy.passkeysOf(actor))
    .orderBy(passkey.createdAt, passkey.id)

/** The ways in which the person signs in: 'credential' is a password, others are identity providers. */
export const ownProviders = async (read: Reader, actor: Actor): Promise<string[]> => {
  const rows = await read
    .select({ provider: credential.providerId })
    .from(policy.credentialsOf(actor))
    .orderBy(credential.providerId)
  return rows.map(({ provider }) => provider)
}
export const hasPassword = async (read: Reader, actor: Actor) =>
  (await ownProviders(read, actor)).includes('credential')

/** The key that is being set up, encrypted as it is kept; null when none is waiting for its first code. */
export const pendingKey = async (read: Reader, actor: Actor): Promise<string | null> =>
  (await read.one(policy.twoFactorOf(actor), eq(twoFactor.verified, false)))?.secret ?? null

export const ownConsents = (read: Reader, actor: Actor) =>
  read.rows(policy.consentsOf(actor), { orderBy: [desc(consent.givenAt), consent.id] })

/** Personal tokens, the newest first, without their hashes. */
export const ownTokens = (read: Reader, actor: Actor) =>
  read
    .select({
      id: token.id,
      name: token.name,
      ending: token.ending,
      scopes: token.scopes,
      createdAt: token.createdAt,
      expiresAt: token.expiresAt,
      lastUsedAt: token.lastUsedAt,
      revokedAt: token.revokedAt,
    })
    .from(policy.tokensOf(actor))
    .orderBy(desc(token.createdAt), token.id)

/** How many mails the service has sent to the account. */
export const countOwnMails = (read: Reader, account: { readonly id: string; readonly email: string }) =>
  read.count(policy.mailsOf(account))
