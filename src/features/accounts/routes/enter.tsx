import { isSignedIn } from '../../../kernel/actor.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { blank } from '../../../ui/form.tsx'
import { goTo, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import type { Entry } from '../actions/entry.ts'
import { requestReset, reset } from '../actions/password.ts'
import { answerCode, requestLink, signIn, signInByLink, signOut, signOutEverywhere } from '../actions/sign-in.ts'
import { confirmAddress, signUp } from '../actions/sign-up.ts'
import type { Accounts } from '../auth.ts'
import { ByLink, CheckMail, Code, Forgotten, OpenLink, Reset, SignIn, SignUp } from '../pages/enter.tsx'
import { ConfirmSignOut } from '../pages/sign-out.tsx'
import { enterText } from '../text/enter.ts'
import { browserOf, keepCookies, keepDevice, limited, ownPath, succeeded } from './browser.ts'

const home = '/account'
export const wordsOf = (c: Web) => enterText(c.var.page.language)
const typed = (values: unknown, name: string) => String((values as Record<string, unknown>)[name] ?? '')

/** Where somebody goes who has just shown who they are: on, or to the code. */
export function afterEntry(c: Web, entry: Entry, next: string | null): string {
  keepCookies(c, entry.cookies)
  if (entry.outcome === 'code') return next ? `/sign-in/code?next=${encodeURIComponent(next)}` : '/sign-in/code'
  if (entry.outcome === 'unconfirmed') return '/check-mail'
  return next ?? home
}

export const enterRoutes = (accounts: Accounts) =>
  routes()
    .get('/sign-in', (c) => {
      const next = ownPath(c.req.query('next'))
      if (isSignedIn(c.var.page.actor)) return goTo(c, next ?? home)
      return show(c, <SignIn page={c.var.page} draft={blank} next={next} oidcName={accounts.oidcName} />)
    })
    .post('/sign-in', async (c) => {
      const browser = browserOf(c)
      let next: string | null = null
      return submit<Entry>(c, {
        extra: { browser },
        write: (context, values) => {
          next = ownPath(typed(values, 'next'))
          const attempts = [['password', typed(values, 'email')]] as const
          return limited(c, accounts, attempts, async () => {
            const entry = await signIn(context, values)
            await succeeded(c, accounts, attempts)
            if (entry.outcome === 'in') keepDevice(c, browser)
            return entry
          })
        },
        done: (entry) => afterEntry(c, entry, next),
        notice: ({ outcome }) => (outcome === 'unconfirmed' ? wordsOf(c)('unconfirmedBody') : ''),
        again: (draft) => <SignIn page={c.var.page} draft={draft} next={next} oidcName={accounts.oidcName} />,
      })
    })
    .get('/sign-in/code', (c) => show(c, <Code page={c.var.page} draft={blank} next={ownPath(c.req.query('next'))} />))
    .post('/sign-in/code', async (c) => {
      const browser = browserOf(c)
      let next: string | null = null
      return submit<Entry>(c, {
        extra: { browser },
        write: (context, values) => {
          next = ownPath(typed(values, 'next'))
          return limited(c, accounts, [], async () => {
            const entry = await answerCode(context, values)
            if (entry.outcome === 'refused') throw new Invalid({ code: wordsOf(c)('codeWrong') })
            await succeeded(c, accounts, [])
            keepDevice(c, browser)
            return entry
          })
        },
        done: (entry) => afterEntry(c, entry, next),
        again: (draft) => <Code page={c.var.page} draft={draft} next={next} />,
      })
    })
    .get('/sign-in/by-link', (c) =>
      show(c, <ByLink page={c.var.page} draft={blank} next={ownPath(c.req.query('next'))} />),
    )
    .post('/sign-in/by-link', async (c) => {
      let email = ''
      return submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => {
          email = typed(values, 'email')
          return limited(c, accounts, [['mail', email]], () => requestLink(context, values))
        },
        done: () => '/check-mail',
        notice: () => wordsOf(c)('checkLink', { email }),
        again: (draft) => <ByLink page={c.var.page} draft={draft} next={ownPath(typed(draft.values, 'next'))} />,
      })
    })
    .get('/sign-in/link', (c) => show(c, openSignInLink(c)))
    .post('/sign-in/link', async (c) => {
      const browser = browserOf(c)
      let next: string | null = null
      return submit<Entry>(c, {
        extra: { browser },
        write: (context, values) => {
          next = ownPath(typed(values, 'next'))
          return limited(c, accounts, [], async () => {
            const entry = await signInByLink(context, values)
            await succeeded(c, accounts, [])
            if (entry.outcome === 'in') keepDevice(c, browser)
            return entry
          })
        },
        done: (entry) => afterEntry(c, entry, next),
        again: (draft) => openSignInLink(c, draft),
      })
    })
    .get('/sign-up', (c) =>
      isSignedIn(c.var.page.actor) ? goTo(c, home) : show(c, <SignUp page={c.var.page} draft={blank} />),
    )
    .post('/sign-up', async (c) => {
      let email = ''
      return submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => {
          email = typed(values, 'email')
          return limited(c, accounts, [['mail', email]], () => signUp(context, values))
        },
        done: () => '/check-mail',
        notice: () => wordsOf(c)('checkSignUp', { email }),
        again: (draft) => <SignUp page={c.var.page} draft={draft} />,
      })
    })
    .get('/check-mail', (c) => show(c, <CheckMail page={c.var.page} />))
    .get('/confirm', (c) => show(c, openConfirmation(c)))
    .post('/confirm', async (c) => {
      const browser = browserOf(c)
      return submit(c, {
        extra: { browser },
        write: (context, values) => limited(c, accounts, [], () => confirmAddress(context, values)),
        done: (entry) => {
          if (entry.outcome === 'already') return '/sign-in'
          keepDevice(c, browser)
          return afterEntry(c, entry, null)
        },
        notice: ({ outcome }) => wordsOf(c)(outcome === 'already' ? 'confirmedBefore' : 'confirmed'),
        again: (draft) => openConfirmation(c, draft),
      })
    })
    .get('/forgotten', (c) => show(c, <Forgotten page={c.var.page} draft={blank} />))
    .post('/forgotten', async (c) => {
      let email = ''
      return submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => {
          email = typed(values, 'email')
          return limited(c, accounts, [['mail', email]], () => requestReset(context, values))
        },
        done: () => '/check-mail',
        notice: () => wordsOf(c)('checkReset', { email }),
        again: (draft) => <Forgotten page={c.var.page} draft={draft} />,
      })
    })
    .get('/reset', (c) => show(c, <Reset page={c.var.page} draft={blank} token={c.req.query('token') ?? ''} />))
    .post('/reset', async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) => limited(c, accounts, [], () => reset(context, values)),
        done: () => '/sign-in',
        notice: () => wordsOf(c)('resetDone'),
        again: (draft) => <Reset page={c.var.page} draft={draft} token={typed(draft.values, 'token')} />,
      }),
    )
    .get('/sign-out', (c) =>
      isSignedIn(c.var.page.actor) ? show(c, <ConfirmSignOut page={c.var.page} />) : goTo(c, '/sign-in'),
    )
    .post('/sign-out', async (c) => {
      if (!isSignedIn(c.var.page.actor)) return goTo(c, '/')
      return press(c, {
        extra: { browser: browserOf(c) },
        write: signOut,
        done: ({ cookies }) => {
          keepCookies(c, cookies)
          return '/'
        },
        notice: () => wordsOf(c)('signedOut'),
      })
    })
    .post('/sign-out/everywhere', async (c) =>
      press(c, {
        extra: { browser: browserOf(c) },
        write: signOutEverywhere,
        done: ({ cookies }) => {
          keepCookies(c, cookies)
          return '/sign-in'
        },
        notice: () => wordsOf(c)('signedOutEverywhere'),
      }),
    )

function openSignInLink(c: Web, draft = blank) {
  const t = wordsOf(c)
  const next = ownPath(c.req.query('next') ?? draft.values.next)
  return (
    <OpenLink
      page={c.var.page}
      draft={draft}
      title={t('linkTitle')}
      intro={t('linkBody')}
      button={t('linkButton')}
      action="/sign-in/link"
      hidden={{ token: c.req.query('token') ?? typed(draft.values, 'token'), ...(next && { next }) }}
      retry={
        <a class="link" href={c.var.page.href('/sign-in/by-link')}>
          {t('askAnother')}
        </a>
      }
    />
  )
}

function openConfirmation(c: Web, draft = blank) {
  const t = wordsOf(c)
  return (
    <OpenLink
      page={c.var.page}
      draft={draft}
      title={t('confirmTitle')}
      intro={t('confirmBody')}
      button={t('confirmButton')}
      action="/confirm"
      hidden={{ token: c.req.query('token') ?? typed(draft.values, 'token') }}
      retry={
        <a class="link" href={c.var.page.href('/sign-in')}>
          {t('signIn')}
        </a>
      }
    />
  )
}
