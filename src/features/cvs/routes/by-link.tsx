import { found, routes, show, type Web } from '../../../web/routing.tsx'
import { openLink } from '../actions/cvs.ts'
import { GoneCv, SharedCv } from '../pages/by-link.tsx'
import { sharedCv } from '../queries/cvs.ts'
import { holderOf } from '../queries/own.ts'
import { type Paper, paperOf } from '../rules/paper.ts'
import { answerPdf } from './pdf.ts'

/** Who has the address has the CV: nobody lists it, no other site learns the address, nothing keeps a copy. */
function quietly(c: Web) {
  c.header('x-robots-tag', 'noindex, nofollow, noarchive')
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'private, no-store')
}
type Opened = Awaited<ReturnType<typeof sharedCv>>
async function paperIn(c: Web, shared: Opened): Promise<Paper | null> {
  if (shared?.state !== 'open') return null
  return paperOf(found(await holderOf(c.var.read, shared.userId)), shared.cv)
}
const gone = (c: Web) => show(c, <GoneCv page={c.var.page} />, 410)

export const sharedRoutes = () =>
  routes()
    .get('/cv/shared/:token', async (c) => {
      quietly(c)
      const token = c.req.param('token')
      const { shared } = await openLink(c.var.context, { token })
      const paper = await paperIn(c, shared)
      return paper ? show(c, <SharedCv page={c.var.page} paper={paper} pdf={`/cv/shared/${token}/pdf`} />) : gone(c)
    })
    .get('/cv/shared/:token/pdf', async (c) => {
      quietly(c)
      const shared = found(await sharedCv(c.var.read, c.req.param('token'), c.var.page.now))
      const paper = await paperIn(c, shared)
      return paper ? answerPdf(c, paper) : gone(c)
    })
