import { randomBytes } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../web/routing.tsx'
import type { PageCache } from './page-cache.ts'

const onlyTheme = /^\s*theme=(paper|projection)\s*$/

/** Visitors only: no cookie but the theme's, no token. Nothing that depends on who asks is ever kept. */
function keyOf(request: Request): string | null {
  if (request.method !== 'GET' || request.headers.has('authorization')) return null
  const cookie = request.headers.get('cookie')
  if (cookie !== null && !onlyTheme.test(cookie)) return null
  return `${cookie ?? ''} ${request.headers.get('turbo-frame') ?? ''} ${request.url}`
}

/** Answers a visitor with the page that another visitor has just been shown, and keeps the pages made for visitors. */
export function keepPages(pages: PageCache, policy: (nonce: string) => string): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = keyOf(c.req.raw)
    if (key === null) return next()
    const now = Date.now()
    const nonce = randomBytes(16).toString('base64url')
    const kept = pages.get(key, nonce, now)
    if (kept) {
      for (const [name, value] of kept.headers) c.header(name, value)
      c.header('content-security-policy', policy(nonce))
      return c.body(kept.body)
    }
    const made = pages.generation()
    await next()
    const type = c.res.headers.get('content-type') ?? ''
    if (c.res.status !== 200 || !type.startsWith('text/html') || c.res.headers.has('set-cookie')) return
    const headers = ['content-type', 'cache-control', 'vary'].flatMap((name) => {
      const value = c.res.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    pages.put(key, made, await c.res.clone().text(), c.var.page.nonce, headers, now)
  }
}
