import { z } from 'zod'
import { dayOf } from '../../../kernel/days.ts'
import { NotFound } from '../../../kernel/errors.ts'
import type { Draft } from '../../../ui/form.tsx'
import { found, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { confirm, decline, end, propose } from '../actions/sponsorship.ts'
import { EndPage, SponsorPage, sponsorDraft } from '../pages/deeds.tsx'
import * as policy from '../policy.ts'
import { type CourseRecord, companiesNamed, schoolIdsOf } from '../queries/course.ts'
import { sponsorshipById } from '../queries/sponsorships.ts'
import { text } from '../text/work.ts'
import { courseAt } from './course.tsx'

/** The identifier of the address, or 404: nothing has a malformed one. */
export function idAt(c: Web): string {
  const id = c.req.param('id') ?? ''
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  return id
}
const pathOf = ({ slug }: { slug: string }) => `/courses/${slug}`

/** Whoever speaks for companies chooses among them; the school and the team name one of the directory. */
async function sponsorForm(c: Web, course: CourseRecord, draft: Draft) {
  const { read, page } = c.var
  const isNaming = policy.edit(page.actor, course)
  const companies = isNaming ? [] : await companiesNamed(read, policy.represented(page.actor))
  return <SponsorPage page={page} draft={draft} course={course} companies={companies} />
}
const sponsorshipDeed = (write: typeof confirm, key: 'sponsorshipConfirmed' | 'sponsorshipDeclined') => (c: Web) =>
  press(c, {
    extra: { id: idAt(c) },
    write,
    done: ({ slug }) => `/courses/${slug}#sponsors`,
    notice: (_, language) => text(language)(key),
  })
async function sponsorshipAt(c: Web) {
  const { read, page } = c.var
  const one = found(await sponsorshipById(read, page.actor, idAt(c)))
  need(c, policy.endSponsorship, { ...one, schoolIds: await schoolIdsOf(read, one.courseId) })
  return one
}
export const sponsorRoutes = routes()
  .get('/courses/:slug/sponsor', async (c) => {
    const course = await courseAt(c)
    need(c, policy.offerSponsorship, course)
    return show(c, await sponsorForm(c, course, sponsorDraft(c.var.page)))
  })
  .post('/courses/:slug/sponsor', async (c) => {
    const course = await courseAt(c)
    return submit(c, {
      extra: { id: course.id },
      write: propose,
      done: () => pathOf(course),
      notice: (_, language) => text(language)('proposed'),
      again: (draft) => sponsorForm(c, course, draft),
    })
  })
  .post('/courses/sponsorships/:id/confirm', sponsorshipDeed(confirm, 'sponsorshipConfirmed'))
  .post('/courses/sponsorships/:id/decline', sponsorshipDeed(decline, 'sponsorshipDeclined'))
  .get('/courses/sponsorships/:id/end', async (c) => {
    const one = await sponsorshipAt(c)
    const draft = { values: { endsOn: dayOf(c.var.page.now) }, errors: {} }
    return show(c, <EndPage page={c.var.page} draft={draft} one={one} />)
  })
  .post('/courses/sponsorships/:id/end', async (c) => {
    const one = await sponsorshipAt(c)
    return submit(c, {
      extra: { id: one.id },
      write: end,
      done: ({ slug }) => `/courses/${slug}#sponsors`,
      notice: (_, language) => text(language)('sponsorshipEnded'),
      again: (draft) => <EndPage page={c.var.page} draft={draft} one={one} />,
    })
  })
