import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { listWindow, parseListState } from '../../../ui/list-state.ts'
import type { NoticeKind } from '../../../web/notice-kind.ts'
import { found, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { chooseRhythms, readAllNotices, readNotice, unsubscribe } from '../actions/notices.ts'
import { DeadLinkPage, NoticesPage, PreferencesPage, UnsubscribePage } from '../pages/notices.tsx'
import { noticeKindCounts, notices, ownChoices, unreadNotices, unsubscribing } from '../queries/notices.ts'
import { fieldOf } from '../schema.ts'
import { pageText } from '../text/pages.ts'
import { idAt } from './conversations.tsx'

/** The kinds of all features: known when all features are. */
export type Kinds = () => readonly NoticeKind[]
const wordsOf = (c: Web) => pageText(c.var.page.language)

async function preferences(c: Web, kinds: Kinds, draft?: Draft) {
  const { read, page } = c.var
  const chosen = await ownChoices(read, page.actor)
  const shown = kinds().filter(({ allow }) => allow?.(page.actor) ?? true)
  const rhythms = Object.fromEntries(
    shown.map(({ kind, rhythm }) => [fieldOf(kind), chosen.get(kind) ?? rhythm] as const),
  )
  return <PreferencesPage page={page} draft={draft ?? { ...blank, values: { rhythms } }} kinds={shown} />
}

export const noticeRoutes = (kinds: Kinds) =>
  routes()
    .get('/notices', async (c) => {
      const { read, page } = c.var
      const state = parseListState(page.query, { filters: ['state', 'kind'], sorts: ['-at', 'at'] })
      const [{ rows, total }, unread, counts] = await Promise.all([
        notices(read, page.actor, state, page.language, listWindow(state)),
        unreadNotices(read, page.actor),
        noticeKindCounts(read, page.actor),
      ])
      const shown = { state, rows, total, unread, counts }
      return show(c, <NoticesPage page={page} kinds={kinds()} {...shown} />)
    })
    .post('/notices/read', (c) =>
      press(c, { write: readAllNotices, done: () => '/notices', notice: () => wordsOf(c)('allRead') }),
    )
    .get('/notices/preferences', async (c) => show(c, await preferences(c, kinds)))
    .post('/notices/preferences', (c) =>
      submit(c, {
        write: chooseRhythms,
        done: () => '/notices/preferences',
        notice: () => wordsOf(c)('saved'),
        again: (draft) => preferences(c, kinds, draft),
      }),
    )
    .post('/notices/:id/read', (c) => press(c, { extra: { id: idAt(c) }, write: readNotice, done: () => '/notices' }))
    .post('/notices/:id/open', (c) => press(c, { extra: { id: idAt(c) }, write: readNotice, done: ({ href }) => href }))

/** Without signing in: whoever holds a mail may end its kind. The POST is what mail programs send (RFC 8058). */
export function unsubscribeRoutes(kinds: Kinds) {
  const labelOf = (c: Web, kind: string) =>
    kinds()
      .find((one) => one.kind === kind)
      ?.label(c.var.page.language) ?? kind
  const page = (c: Web, isOver: boolean) => {
    const { kind = '', token = '' } = c.req.param() as { kind?: string; token?: string }
    const action = `/unsubscribe/${kind}/${token}`
    return <UnsubscribePage page={c.var.page} label={labelOf(c, kind)} action={action} isOver={isOver} />
  }
  const asked = (c: Web) => ({ kind: c.req.param('kind') ?? '', token: c.req.param('token') ?? '' })
  return routes()
    .get('/unsubscribe/:kind/:token', async (c) => {
      const { kind, token } = asked(c)
      const there = await unsubscribing(c.var.read, kind, token)
      return there ? show(c, page(c, there.isOver)) : show(c, <DeadLinkPage page={c.var.page} />, 404)
    })
    .post('/unsubscribe/:kind/:token', async (c) => {
      try {
        found(await unsubscribe(c.var.context, asked(c)))
        // No redirect: mail programs that press the button do not follow one (RFC 8058, 3.1).
        return show(c, page(c, true))
      } catch (error) {
        if (error instanceof NotFound || error instanceof Invalid)
          return show(c, <DeadLinkPage page={c.var.page} />, 404)
        throw error
      }
    })
}
