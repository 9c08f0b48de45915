import { Readable } from 'node:stream'
import { stream } from 'hono/streaming'
import { ZipFile } from 'yazl'
import { isSignedIn } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { blank } from '../../../ui/form.tsx'
import { goTo, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { deleteAccount, exportData } from '../actions/data.ts'
import { createToken, revokeToken } from '../actions/tokens.ts'
import type { Accounts } from '../auth.ts'
import { DeleteAccount, MyData } from '../pages/data.tsx'
import { NewToken, TokenMade, Tokens } from '../pages/tokens.tsx'
import { hasPassword, ownTokens } from '../queries/own.ts'
import { accountText } from '../text/account.ts'
import { showOnce } from './account.tsx'
import { browserOf, keepCookies, limited } from './browser.ts'

const wordsOf = (c: Web) => accountText(c.var.page.language)

/** One JSON file for each feature, and its files beside it; written while it is sent. */
async function archive(c: Web, { personal }: Accounts): Promise<ZipFile> {
  const { read, page } = c.var
  const zip = new ZipFile()
  const mtime = page.now
  for (const { key, data, files } of personal) {
    const json = JSON.stringify(await data(read, page.actor), null, 2)
    zip.addBuffer(Buffer.from(json, 'utf8'), `${key}.json`, { mtime })
    for (const { name, open } of (await files?.(read, page.actor)) ?? []) {
      const content = await open()
      const path = `${key}/${name.replace(/[/\\]/g, '-')}`
      if (Buffer.isBuffer(content)) zip.addBuffer(content, path, { mtime })
      else zip.addReadStream(content as Readable, path, { mtime })
    }
  }
  zip.end()
  return zip
}

async function deletePage(c: Web, { personal }: Accounts, draft = blank) {
  const { read, page } = c.var
  const [isPassword, ...said] = await Promise.all([
    hasPassword(read, page.actor),
    ...personal.map(({ consequences }) => consequences(read, page.actor, page.language)),
  ])
  return <DeleteAccount page={page} draft={draft} consequences={said.flat()} hasPassword={isPassword} />
}

export const dataRoutes = (accounts: Accounts) =>
  routes()
    .get('/account/data', (c) => show(c, <MyData page={c.var.page} />))
    .post('/account/data/export', async (c) => {
      await exportData(c.var.context, {})
      const zip = await archive(c, accounts)
      c.header('content-type', 'application/zip')
      c.header('content-disposition', `attachment; filename="passerelle-${dayOf(c.var.page.now)}.zip"`)
      return stream(c, async (out) => {
        for await (const piece of Readable.from(zip.outputStream)) await out.write(piece as Uint8Array)
      })
    })
    .get('/account/data/delete', async (c) => show(c, await deletePage(c, accounts)))
    .post('/account/data/delete', async (c) =>
      submit(c, {
        extra: { browser: browserOf(c) },
        write: (context, values) =>
          limited(c, accounts, [['password', c.var.page.actor.email]], () => deleteAccount(context, values)),
        done: () => {
          keepCookies(c, [accounts.goneCookie])
          return '/'
        },
        notice: () => wordsOf(c)('deleted'),
        again: (draft) => deletePage(c, accounts, draft),
      }),
    )
    .get('/account/tokens', async (c) =>
      show(c, <Tokens page={c.var.page} tokens={await ownTokens(c.var.read, c.var.page.actor)} />),
    )
    .get('/account/tokens/new', (c) => {
      const draft = { values: { days: '90' }, errors: {} }
      return show(c, <NewToken page={c.var.page} draft={draft} scopes={accounts.scopes} />)
    })
    .post('/account/tokens', async (c) =>
      showOnce(
        c,
        (values) => createToken(c.var.context, values),
        ({ secret, expiresAt }) => <TokenMade page={c.var.page} secret={secret} expiresAt={expiresAt} />,
        (draft) => <NewToken page={c.var.page} draft={draft} scopes={accounts.scopes} />,
      ),
    )
    .post('/account/tokens/:id/revoke', async (c) =>
      press(c, {
        extra: { id: c.req.param('id') },
        write: revokeToken,
        done: () => '/account/tokens',
        notice: () => wordsOf(c)('tokenRevokedNow'),
      }),
    )

/** One's account is only for those who are signed in: others sign in first and come back. */
export const accountGate = () => {
  const gate = routes()
  gate.use('/account/*', async (c, next) => {
    const { actor, path } = c.var.page
    if (isSignedIn(actor)) return next()
    const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(path)}` : ''
    return goTo(c, `/sign-in${back}`)
  })
  return gate
}
