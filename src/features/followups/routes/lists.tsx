import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { listWindow, parseListState } from '../../../ui/list-state.ts'
import { duties } from '../../../web/duties.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { need, routes, show, signInFirst, type Web } from '../../../web/routing.tsx'
import { callColumns, callLines, followUpColumns } from '../pages/columns.ts'
import { EscalationsPage, escalationsPath } from '../pages/escalations.tsx'
import { FiguresPage } from '../pages/figures.tsx'
import { ListPage, listPaths, type TabCounts } from '../pages/lists.tsx'
import * as policy from '../policy.ts'
import { escalations } from '../queries/escalations.ts'
import { figures } from '../queries/figures.ts'
import {
  awaitedCount,
  everyFollowUp,
  facets,
  followUps,
  type ListName,
  listFilters,
  listSorts,
  lists,
  waitingCount,
} from '../queries/lists.ts'

const mayRead = (list: ListName) => (actor: Actor) => (list === 'all' ? policy.readAll(actor) : policy.own(actor))

export async function tabCounts(c: Web): Promise<TabCounts> {
  const { read, page } = c.var
  const [waiting, awaited] = await Promise.all([
    waitingCount(read, page.actor, dayOf(page.now)),
    awaitedCount(read, page.actor),
  ])
  return { waiting, awaited }
}
const askedOf = (c: Web, list: ListName) => ({
  actor: c.var.page.actor,
  list,
  state: parseListState(c.var.page.query, { filters: listFilters, sorts: listSorts }),
  today: dayOf(c.var.page.now),
})

async function listPage(c: Web, list: ListName) {
  const away = signInFirst(c)
  if (away) return away
  need(c, mayRead(list), {})
  const { read, page } = c.var
  const asked = askedOf(c, list)
  const [found, counted, counts] = await Promise.all([
    followUps(read, asked, listWindow(asked.state)),
    facets(read, asked),
    tabCounts(c),
  ])
  const ids = counted.organisations.flatMap(({ id }) => (id ? [id] : []))
  const cards = ids.length ? await duties().cards(read, ids) : []
  const organisations = new Map(cards.map(({ id, name }) => [id, name]))
  const shared = { page, list, state: asked.state, counts, organisations }
  return show(c, <ListPage {...shared} {...found} facets={counted} />)
}
function listFile(c: Web, list: ListName) {
  need(c, mayRead(list), {})
  const { page, read } = c.var
  return [c, `followups-${list}`, followUpColumns(page), everyFollowUp(read, askedOf(c, list))] as const
}

async function callsFor(c: Web) {
  need(c, policy.readAll, {})
  return escalations(c.var.read, c.var.page.actor, dayOf(c.var.page.now))
}
async function callFile(c: Web) {
  const found = await callsFor(c)
  async function* steps() {
    yield callLines(found)
  }
  return [c, 'followups-calls', callColumns(c.var.page), steps()] as const
}

export const listRoutes = routes()
for (const list of lists)
  listRoutes
    .get(listPaths[list], (c) => listPage(c, list))
    .get(`${listPaths[list]}/export.csv`, (c) => csvFile(...listFile(c, list)))
    .get(`${listPaths[list]}/export.xlsx`, (c) => xlsxFile(...listFile(c, list)))
listRoutes
  .get(escalationsPath, async (c) => {
    const found = await callsFor(c)
    return show(c, <EscalationsPage page={c.var.page} escalations={found} counts={await tabCounts(c)} />)
  })
  .get(`${escalationsPath}/export.csv`, async (c) => csvFile(...(await callFile(c))))
  .get(`${escalationsPath}/export.xlsx`, async (c) => xlsxFile(...(await callFile(c))))
  .get('/followups/figures', async (c) => {
    need(c, policy.readAll, {})
    const { read, page } = c.var
    const counted = await figures(read, page.actor, dayOf(page.now))
    return show(c, <FiguresPage page={page} figures={counted} counts={await tabCounts(c)} />)
  })
