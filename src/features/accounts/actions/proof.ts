import type { Tx } from '../../../db/writer.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { accountsOf, refusalOf } from '../auth.ts'
import * as policy from '../policy.ts'
import { isFresh } from '../rules/standing.ts'
import type { Browser } from '../schema.ts'
import { accountText } from '../text/account.ts'

type Shown = { readonly id: string; readonly password: string; readonly browser: Browser }
/**
 * Before what an open session alone may not do: the password again; without one, a sign-in of the last quarter of an
 * hour. Throws the sentence that says which.
 */
export async function demandProof(tx: Tx, { id, password, browser }: Shown, now: Date, language: Language) {
  const t = accountText(language)
  const { auth, within, who } = accountsOf(tx)
  if (!(await tx.one(policy.passwordOf(id)))) {
    const signedIn = await who(browser.headers)
    if (!signedIn || !isFresh(signedIn.signedInAt, now)) throw new Invalid({ '': t('proofLink') })
    return
  }
  await within(tx, () =>
    auth.api.verifyPassword({ body: { password }, headers: browser.headers }).catch((error: unknown) => {
      refusalOf(error)
      throw new Invalid({ password: t('proofWrong') })
    }),
  )
}
