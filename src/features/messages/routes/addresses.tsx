import { blank, type Draft } from '../../../ui/form.tsx'
import { listWindow, parseListState } from '../../../ui/list-state.ts'
import { need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { confirmAddress, requestAddress, reviveAddress } from '../actions/addresses.ts'
import { AddressesPage, ConfirmAddressPage, OwnAddressPage } from '../pages/addresses.tsx'
import * as policy from '../policy.ts'
import { deadAddresses, newAddressIn, ownDeadAddress } from '../queries/addresses.ts'
import { addressText } from '../text/addresses.ts'

const path = '/notices/address'
const wordsOf = (c: Web) => addressText(c.var.page.language)
async function ownPage(c: Web, draft: Draft = blank) {
  const { read, page } = c.var
  return <OwnAddressPage page={page} dead={await ownDeadAddress(read, page.actor)} draft={draft} />
}
async function confirmPage(c: Web) {
  const { read, page } = c.var
  const token = page.query.get('token') ?? ''
  return <ConfirmAddressPage page={page} token={token} email={await newAddressIn(read, page.actor, token, page.now)} />
}

export const addressRoutes = routes()
  .get(path, async (c) => show(c, await ownPage(c)))
  .post(path, (c) =>
    submit(c, {
      write: async (context, values) => {
        await requestAddress(context, values)
        return values as { readonly email: string }
      },
      done: () => path,
      notice: ({ email }) => wordsOf(c)('sent', { address: email }),
      again: (draft) => ownPage(c, draft),
    }),
  )
  .post(`${path}/works`, (c) =>
    press(c, {
      write: reviveAddress,
      done: () => '/notices',
      notice: ({ address }) => wordsOf(c)('revived', { address }),
    }),
  )
  .get(`${path}/confirm`, async (c) => show(c, await confirmPage(c)))
  .post(`${path}/confirm`, (c) =>
    submit(c, {
      write: confirmAddress,
      done: () => '/account',
      notice: () => wordsOf(c)('confirmed'),
      again: (draft) => ownPage(c, draft),
    }),
  )
  .get('/messages/addresses', async (c) => {
    need(c, policy.seeAddresses, {})
    const { read, page } = c.var
    const state = parseListState(page.query, { sorts: ['-since'] })
    const { rows, total } = await deadAddresses(read, page.actor, state.q, listWindow(state))
    return show(c, <AddressesPage page={page} state={state} rows={rows} total={total} />)
  })
  .post('/messages/addresses/works', (c) =>
    press(c, {
      write: reviveAddress,
      done: () => '/messages/addresses',
      notice: ({ address }) => wordsOf(c)('revived', { address }),
    }),
  )
