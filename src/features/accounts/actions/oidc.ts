import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { NotFound, Refused } from '../../../kernel/errors.ts'
import { oidcProvider } from '../auth/oidc.ts'
import { tokenIn } from '../auth/session.ts'
import { accountsOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { browser } from '../schema.ts'
import { user } from '../tables.ts'
import { enterText } from '../text/enter.ts'
import { asksForCode, cookiesOf, type Entry, welcome } from './entry.ts'

const callback = z.object({ query: z.record(z.string(), z.string()), browser })

/** The token of the session that these cookies open. */
function newToken(cookies: readonly string[]): string | null {
  const line = cookies.find((cookie) => /session_token=[^;]/.test(cookie))
  return line ? tokenIn(decodeURIComponent(/=([^;]*)/.exec(line)?.[1] ?? '')) : null
}

/**
 * Back from the identity provider. An address that has no account gets one; an existing account is joined only when the
 * provider says that the address is confirmed, and ours is too.
 */
export const signInByOidc = action({
  name: 'accounts.sign-in-by-oidc',
  about: user,
  input: callback,
  load: nothing,
  allow: policy.anybody,
  async run(step): Promise<Entry> {
    const { tx, input, language, note } = step
    const t = enterText(language)
    const { oidc, oidcName, within } = accountsOf(tx)
    const provider = oidc()
    if (!provider || !oidcName) throw new NotFound()
    const { answer } = await within(tx, () =>
      provider.auth.api.callbackOAuth({
        method: 'GET',
        params: { id: oidcProvider },
        query: input.query,
        headers: input.browser.headers,
        asResponse: true,
      }),
    )
    const cookies = cookiesOf(answer.headers)
    const location = answer.headers.get('location') ?? ''
    if (location.includes('account_not_linked')) throw new Refused(t('oidcUnlinked', { name: oidcName }))
    note({ by: 'oidc' })
    if (asksForCode(await answer.json().catch(() => null))) return { outcome: 'code', cookies }
    const token = newToken(cookies)
    const opened = token ? await tx.one(policy.sessionNamed(token)) : null
    const account = opened ? await tx.one(policy.accountNamed(opened.userId)) : null
    if (!account) throw new Refused(t('oidcFailed', { name: oidcName }))
    await welcome(step, account, input.browser)
    return { outcome: 'in', id: account.id, cookies }
  },
})
