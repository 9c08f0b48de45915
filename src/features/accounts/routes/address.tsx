import { isSignedIn } from '../../../kernel/actor.ts'
import { blank } from '../../../ui/form.tsx'
import { routes, show, submit, type Web } from '../../../web/routing.tsx'
import { changeAddress, requestAddress } from '../actions/address.ts'
import type { Accounts } from '../auth.ts'
import { AddressPage, addressPath } from '../pages/address.tsx'
import { OpenLink } from '../pages/enter.tsx'
import { hasPassword } from '../queries/own.ts'
import { addressText } from '../text/address.ts'
import { browserOf, keepCookies, limited } from './browser.ts'

const wordsOf = (c: Web) => addressText(c.var.page.language)
const confirmPath = '/new-address'

async function addressPage(c: Web, draft = blank) {
  const { page, read } = c.var
  const { actor } = page
  return <AddressPage page={page} draft={draft} email={actor.email} hasPassword={await hasPassword(read, actor)} />
}

function confirmPage(c: Web, draft = blank) {
  const t = wordsOf(c)
  const { token } = draft.values as { token?: unknown }
  return (
    <OpenLink
      page={c.var.page}
      draft={draft}
      title={t('confirmTitle')}
      intro={t('confirmBody')}
      button={t('confirmButton')}
      action={confirmPath}
      hidden={{ token: c.req.query('token') ?? String(token ?? '') }}
      retry={
        <a class="link" href={c.var.page.href(addressPath)}>
          {t('askAnother')}
        </a>
      }
    />
  )
}

/** Moving an account to another address: ask, then open the link that is sent there. */
export const addressRoutes = (accounts: Accounts) =>
  routes()
    .get(addressPath, async (c) => show(c, await addressPage(c)))
    .post(addressPath, async (c) => {
      const { email } = c.var.page.actor
      return submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) =>
          limited(
            c,
            accounts,
            [
              ['password', email],
              ['mail', email],
            ],
            () => requestAddress(context, values),
          ),
        done: () => '/account/profile',
        notice: (asked) => wordsOf(c)('sent', { email: asked.email }),
        again: (draft) => addressPage(c, draft),
      })
    })
    .get(confirmPath, (c) => show(c, confirmPage(c)))
    .post(confirmPath, async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => limited(c, accounts, [], () => changeAddress(context, values)),
        done: ({ cookies }) => {
          keepCookies(c, cookies)
          return isSignedIn(c.var.page.actor) ? '/account/profile' : '/sign-in'
        },
        notice: (moved) => wordsOf(c)('done', { email: moved.email }),
        again: (draft) => confirmPage(c, draft),
      }),
    )
