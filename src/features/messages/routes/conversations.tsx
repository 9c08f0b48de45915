import { z } from 'zod'
import { isSignedIn } from '../../../kernel/actor.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { listWindow, parseListState } from '../../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { found, goTo, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { close, leave, markRead, mute, reopen, reportToTeam, say, settleReport, unmute } from '../actions/deeds.ts'
import { ConversationsPage, conversationColumns } from '../pages/conversations.tsx'
import { LeavePage, ReportPage, ReportsPage } from '../pages/reports.tsx'
import { ThreadPage } from '../pages/thread.tsx'
import * as policy from '../policy.ts'
import {
  type ConversationLine,
  conversationCounts,
  conversationSorts,
  conversations,
  conversationWith,
  reportedConversations,
} from '../queries/conversations.ts'
import { pageText } from '../text/pages.ts'

const wordsOf = (c: Web) => pageText(c.var.page.language)
export const idAt = (c: Web): string => {
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  return id as string
}

/** One's messages and notices are for those who are signed in: others sign in first and come back. */
export const gate = (...paths: readonly string[]) => {
  const shut = routes()
  for (const path of paths)
    shut.use(path, async (c, next) => {
      const { actor, path: asked } = c.var.page
      if (isSignedIn(actor)) return next()
      const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(asked)}` : ''
      return goTo(c, `/sign-in${back}`)
    })
  return shut
}

const asked = (c: Web) => parseListState(c.var.page.query, { filters: ['state'], sorts: conversationSorts })
const step = 500
async function* everyConversation(c: Web): AsyncGenerator<ConversationLine[]> {
  const { read, page } = c.var
  for (let offset = 0; ; offset += step) {
    const { rows } = await conversations(read, page.actor, asked(c), { limit: step, offset })
    if (rows.length > 0) yield rows
    if (rows.length < step) return
  }
}
const exported = (c: Web) =>
  [c, wordsOf(c)('messages').toLowerCase(), conversationColumns(c.var.page), everyConversation(c)] as const

const moment = (written: string | null) => {
  const at = written ? new Date(written) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}
async function thread(c: Web, draft: Draft = blank) {
  const { read, page } = c.var
  const before = moment(page.query.get('before'))
  const shown = found(await conversationWith(read, page.actor, idAt(c), before))
  return <ThreadPage page={page} thread={shown} draft={draft} isOlder={before !== null} />
}
/** Whoever takes part may open these pages; the team, which only looks, may not. */
async function ownThread(c: Web): Promise<string> {
  const { read, page } = c.var
  const { own } = found(await conversationWith(read, page.actor, idAt(c)))
  need(c, policy.takesPart, own ?? { accountId: null })
  return idAt(c)
}

type Deed = typeof mute
const deeds: readonly (readonly [
  name: string,
  write: Deed,
  notice: 'muteNow' | 'unmuteNow' | 'closeNow' | 'reopenNow',
])[] = [
  ['mute', mute, 'muteNow'],
  ['unmute', unmute, 'unmuteNow'],
  ['close', close, 'closeNow'],
  ['reopen', reopen, 'reopenNow'],
]

function deedRoutes() {
  const pressed = routes()
  for (const [name, write, notice] of deeds)
    pressed.post(`/messages/:id/${name}`, (c) =>
      press(c, {
        extra: { id: idAt(c) },
        write,
        done: ({ id }) => `/messages/${id}`,
        notice: () => wordsOf(c)(notice),
      }),
    )
  return pressed
    .post('/messages/:id/read', (c) => press(c, { extra: { id: idAt(c) }, write: markRead, done: () => '/messages' }))
    .post('/messages/:id/leave', (c) =>
      press(c, { extra: { id: idAt(c) }, write: leave, done: () => '/messages', notice: () => wordsOf(c)('leaveNow') }),
    )
    .post('/messages/:id/settle', (c) =>
      press(c, {
        extra: { id: idAt(c) },
        write: settleReport,
        done: () => '/messages/reports',
        notice: () => wordsOf(c)('settleNow'),
      }),
    )
}

export const conversationRoutes = routes()
  .get('/messages', async (c) => {
    const { read, page } = c.var
    const state = asked(c)
    const [{ rows, total }, counts] = await Promise.all([
      conversations(read, page.actor, state, listWindow(state)),
      conversationCounts(read, page.actor),
    ])
    return show(c, <ConversationsPage page={page} state={state} rows={rows} total={total} counts={counts} />)
  })
  .get('/messages/export.csv', (c) => csvFile(...exported(c)))
  .get('/messages/export.xlsx', (c) => xlsxFile(...exported(c)))
  .get('/messages/reports', async (c) => {
    need(c, policy.seeReports, {})
    const { read, page } = c.var
    const state = parseListState(page.query, { sorts: ['-at'] })
    const { rows, total } = await reportedConversations(read, page.actor, state.q, listWindow(state))
    return show(c, <ReportsPage page={page} state={state} rows={rows} total={total} />)
  })
  .get('/messages/:id', async (c) => show(c, await thread(c)))
  .post('/messages/:id', (c) =>
    submit(c, {
      extra: { id: idAt(c) },
      write: say,
      done: ({ id }) => `/messages/${id}`,
      notice: () => wordsOf(c)('sent'),
      again: (draft) => thread(c, draft),
    }),
  )
  .get('/messages/:id/report', async (c) =>
    show(c, <ReportPage page={c.var.page} id={await ownThread(c)} draft={blank} />),
  )
  .post('/messages/:id/report', (c) =>
    submit(c, {
      extra: { id: idAt(c) },
      write: reportToTeam,
      done: ({ id }) => `/messages/${id}`,
      notice: () => wordsOf(c)('reportNow'),
      again: (draft) => <ReportPage page={c.var.page} id={idAt(c)} draft={draft} />,
    }),
  )
  .get('/messages/:id/leave', async (c) => show(c, <LeavePage page={c.var.page} id={await ownThread(c)} />))
  .route('/', deedRoutes())
