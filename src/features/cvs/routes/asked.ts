import { isSignedIn } from '../../../kernel/actor.ts'
import { found, goTo, routes, type Web } from '../../../web/routing.tsx'
import { cvById } from '../queries/cvs.ts'
import { holderOf } from '../queries/own.ts'

export const idOf = (c: Web) => c.req.param('id') ?? ''
export const cvOf = async (c: Web) => found(await cvById(c.var.read, c.var.page.actor, idOf(c)))
export const ownHolder = async (c: Web) => {
  const { id } = c.var.page.actor
  return found(id ? await holderOf(c.var.read, id) : null)
}

/** One's CVs are only for those who are signed in: others sign in first and come back. Shared ones stand before this. */
export const gate = () => {
  const before = routes()
  before.use('/cv/*', async (c, next) => {
    const { actor, path } = c.var.page
    if (isSignedIn(actor) || path.startsWith('/cv/shared/')) return next()
    const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(path)}` : ''
    return goTo(c, `/sign-in${back}`)
  })
  return before
}
