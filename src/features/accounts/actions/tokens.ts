import { and, eq, gt, isNull } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { Refused } from '../../../kernel/errors.ts'
import { newSecret, tokenPrefix } from '../auth/tokens.ts'
import * as policy from '../policy.ts'
import { newTokenInput, oneInput } from '../schema.ts'
import { token } from '../tables.ts'
import { accountText } from '../text/account.ts'

const most = 20
const day = 24 * 60 * 60_000

/** Answers the token itself, once: what is kept is its hash. A token may never do more than its owner may. */
export const createToken = action({
  name: 'accounts.create-token',
  about: token,
  input: newTokenInput,
  load: (tx, actor) => tx.lock(policy.ownAccount(actor)),
  allow: policy.self,
  async run({ tx, actor, input: { name, scopes, days }, subject, now, language, note }) {
    const inUse = and(isNull(token.revokedAt), gt(token.expiresAt, now))
    if ((await tx.count(policy.tokensOf(actor), inUse)) >= most)
      throw new Refused(accountText(language)('tokenMost', { count: most }))
    const { secret, hash, ending } = newSecret(tokenPrefix)
    const expiresAt = new Date(now.getTime() + days * day)
    const row = await tx.insert(token, { userId: subject.id, name, hash, ending, scopes, expiresAt })
    note({ scopes: scopes.join(' '), days })
    return { id: row.id, secret, name, expiresAt }
  },
})

export const revokeToken = action({
  name: 'accounts.revoke-token',
  about: token,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.tokensOf(actor), eq(token.id, id)),
  allow: policy.ownerOf,
  async run({ tx, subject, now }) {
    if (!subject.revokedAt) await tx.update(token, subject, { revokedAt: now })
    return { id: subject.id }
  },
})
