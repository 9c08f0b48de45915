import { found, routes, show, type Web } from '../../../web/routing.tsx'
import { everySector } from '../../organisations/queries/directory.ts'
import { CoursePage } from '../pages/course.tsx'
import { historyInWords } from '../pages/history.ts'
import { sectorsFor } from '../pages/pieces.tsx'
import * as policy from '../policy.ts'
import { bySlug, history, lastReason } from '../queries/course.ts'
import { akin } from '../queries/list.ts'
import { sponsorsOf } from '../queries/sponsorships.ts'

/** The course of the address, or 404: what an actor may not see is not there. */
export const courseAt = async (c: Web) => found(await bySlug(c.var.read, c.var.page.actor, c.req.param('slug') ?? ''))

export const courseRoutes = routes().get('/courses/:slug', async (c) => {
  const { read, page } = c.var
  const { actor, language } = page
  const course = await courseAt(c)
  const isOwn = policy.seeHistory(actor, course)
  const [sectors, sponsors, others, deeds, reason] = await Promise.all([
    everySector(read),
    sponsorsOf(read, actor, course.id),
    akin(
      read,
      course,
      course.occupations.map(({ id }) => id),
    ),
    isOwn ? history(read, actor, course.id) : [],
    isOwn && course.state === 'draft' ? lastReason(read, actor, course.id) : null,
  ])
  return show(
    c,
    <CoursePage
      page={page}
      course={course}
      sectors={sectorsFor(sectors, language)}
      sponsors={sponsors}
      akin={others}
      history={historyInWords(deeds, language)}
      reason={reason}
    />,
  )
})
