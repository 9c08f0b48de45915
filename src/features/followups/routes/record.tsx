import { z } from 'zod'
import type { Context } from '../../../db/context.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { found, press, routes, show, signInFirst, submit, type Web } from '../../../web/routing.tsx'
import { cancelOne, doneElsewhere, handOver, noteCall, snooze, takeBack, wake } from '../actions/deeds.ts'
import { snoozeByMail } from '../actions/digest.ts'
import { escalationsPath } from '../pages/escalations.tsx'
import { LaterDonePage, LaterPage } from '../pages/later.tsx'
import { type Deed, RecordPage } from '../pages/record.tsx'
import * as policy from '../policy.ts'
import { behindLink } from '../queries/link.ts'
import { byId, eventsOf } from '../queries/lists.ts'
import { candidates, namesFor } from '../queries/names.ts'
import { text } from '../text/pages.ts'

function idAt(c: Web): string {
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  return id as string
}

async function recordPage(c: Web, draft: Draft, sent: Deed | null) {
  const { read, page } = c.var
  const row = found(await byId(read, page.actor, idAt(c)))
  const mayPass = policy.handOver(page.actor, row)
  const [names, events, others] = await Promise.all([
    namesFor(read, [row]),
    eventsOf(read, page.actor, row.id),
    mayPass ? candidates(read, page.actor, row, dayOf(page.now)) : [],
  ])
  return (
    <RecordPage page={page} row={row} names={names} events={events} candidates={others} draft={draft} sent={sent} />
  )
}

type Write = (context: Context, values: unknown) => Promise<unknown>
type Notice = 'snoozed' | 'handedOver' | 'doneElsewhere' | 'cancelled' | 'called' | 'woken' | 'takenBack'
/** A deed with a form on the record's page: done, one is back where what waits is. */
const deed = (c: Web, write: Write, sent: Deed, notice: Notice, back = '/followups') =>
  submit(c, {
    extra: { id: idAt(c) },
    write,
    done: () => back,
    notice: (_, language) => text(language)(notice),
    again: (draft) => recordPage(c, draft, sent),
  })
const click = (c: Web, write: Write, notice: Notice) => {
  const id = idAt(c)
  return press(c, {
    extra: { id },
    write,
    done: () => `/followups/${id}`,
    notice: (_, language) => text(language)(notice),
  })
}

const laterQuery = z.object({ key: z.string().min(10).max(100), days: z.coerce.number().int().min(1).max(60) })
/** What the link of a digest says; anything else leads nowhere. */
function linkAt(c: Web) {
  const asked = laterQuery.safeParse(Object.fromEntries(c.var.page.query))
  if (!asked.success) throw new NotFound()
  const { key, days } = asked.data
  const id = idAt(c)
  return { id, key, days, path: `/followups/${id}/later?key=${encodeURIComponent(key)}&days=${days}` }
}
async function laterPage(c: Web, draft: Draft) {
  const { read, page } = c.var
  const { id, key, days, path } = linkAt(c)
  const { row } = await behindLink(read, { id, key }, page.now, page.language)
  const one = found(row)
  // The same link again, or the page after its button: it sleeps until then already.
  const until = one.snoozedUntil
  if (until && until >= addDays(dayOf(page.now), days)) return <LaterDonePage page={page} until={until} />
  return <LaterPage page={page} row={one} days={days} link={path} draft={draft} />
}

export const recordRoutes = routes()
  .get('/followups/:id/later', async (c) => show(c, await laterPage(c, blank)))
  .post('/followups/:id/later', (c) => {
    const { path, ...extra } = linkAt(c)
    return submit(c, { extra, write: snoozeByMail, done: () => path, again: (draft) => laterPage(c, draft) })
  })
  .get('/followups/:id', async (c) => signInFirst(c) ?? show(c, await recordPage(c, blank, null)))
  .post('/followups/:id/snooze', (c) => deed(c, snooze, 'snooze', 'snoozed'))
  .post('/followups/:id/hand-over', (c) => deed(c, handOver, 'hand-over', 'handedOver'))
  .post('/followups/:id/done', (c) => deed(c, doneElsewhere, 'done', 'doneElsewhere'))
  .post('/followups/:id/cancel', (c) => deed(c, cancelOne, 'cancel', 'cancelled', '/followups/awaited'))
  .post('/followups/:id/calls', (c) => deed(c, noteCall, 'calls', 'called', escalationsPath))
  .post('/followups/:id/wake', (c) => click(c, wake, 'woken'))
  .post('/followups/:id/take-back', (c) => click(c, takeBack, 'takenBack'))
