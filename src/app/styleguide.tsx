import * as portal from '../features/portal/policy.ts'
import { NotFound } from '../kernel/errors.ts'
import type { View } from '../ui/page.ts'
import { goTo, routes, show, type Web } from '../web/routing.tsx'
import { demoContent } from './styleguide/content.ts'
import { pageKinds, Styleguide } from './styleguide/pages.tsx'
import type { Given } from './styleguide/pieces.tsx'

/** For those who may see it; for all others there is nothing here. */
const demand = (c: Web) => {
  if (!portal.seeStyleguide(c.var.page.actor)) throw new NotFound()
}
const only = (view: (given: Given) => View) => (c: Web) => {
  demand(c)
  return show(c, view({ page: c.var.page, content: demoContent() }))
}

/** Every piece of src/ui with real content, for the team and for who builds pages. */
export const styleguideRoutes = Object.entries(pageKinds).reduce(
  (all, [path, { Show }]) => all.get(`/styleguide/${path}`, only(Show)),
  routes()
    .get('/styleguide', only(Styleguide))
    // Its forms write nothing.
    .post('/styleguide/*', (c) => {
      demand(c)
      return goTo(c, '/styleguide')
    }),
)
