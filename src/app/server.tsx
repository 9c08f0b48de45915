import { randomBytes, randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { version } from '../../package.json'
import { openContext } from '../db/context.ts'
import type { Database } from '../db/database.ts'
import { memory } from '../db/memory.ts'
import type { Enqueue } from '../db/queue.ts'
import { reader } from '../db/reader.ts'
import { type AccountsSettings, openAccounts } from '../features/accounts/auth.ts'
import type { Actor } from '../kernel/actor.ts'
import { Forbidden, NotFound } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import type { Identity, Page, Theme } from '../ui/page.ts'
import type { TokenScope } from '../web/api.ts'
import { inDoorOrder } from '../web/feature.ts'
import { takeNotice } from '../web/notice.ts'
import type { Env, Web } from '../web/routing.tsx'
import { hanger } from '../web/slots.ts'
import { actorFor, actorOf } from './actor.ts'
import { apiRoutes, languageOf, type TokenOwner } from './api.ts'
import { failWith } from './failures.tsx'
import { featureList, reactionsOf } from './features.ts'
import { contentPolicy, securityHeaders, strictTransport, tileSource } from './headers.ts'
import { keepPages } from './keep-pages.ts'
import type { Log } from './log.ts'
import { openApi } from './openapi.ts'
import { isForeignWrite } from './origin.ts'
import { type PageCache, pageCache } from './page-cache.ts'
import { problemOf } from './problem.ts'
import { siteFiles } from './site-files.ts'
import { styleguideRoutes } from './styleguide.tsx'
import { themeRoutes } from './theme.ts'

export type Setting = Pick<AccountsSettings, 'oidc' | 'mailsLeave'> & {
  readonly db: Database
  readonly enqueue: Enqueue
  readonly secret: string
  /** 'https://passerelle.example', without a slash at the end. */
  readonly origin: string
  readonly assets: Page['assets']
  readonly identity: Readonly<Record<Language, Identity>>
  readonly log: Log
  readonly mapTiles?: string | undefined
  /** The runtime empties it when another node writes. */
  readonly pages?: PageCache
  /** More sources for scripts and connections: the reload of `npm run dev`. */
  readonly devSources?: string
}
/** An address may be a key (a shared CV): its 32 random bytes are in no log. */
const withoutSecrets = (path: string) => path.replace(/(?<=\/)(?=[\w-]*[A-Z])[\w-]{43}(?=\/|$)/g, '…')
const largestBody = 25 * 1024 * 1024

/** Where an address leads that was written with a slash too much at its end: '/en/' is '/en'. */
function withoutSlash(c: Web) {
  const { pathname, search } = new URL(c.req.url)
  const isOurs = /^\/[^/\\].*\/$/.test(pathname) && (c.req.method === 'GET' || c.req.method === 'HEAD')
  return isOurs ? c.redirect(pathname.replace(/\/+$/, '') + search, 301) : null
}

export function createApp(setting: Setting) {
  const { db, enqueue, secret, origin, assets, identity, log, devSources } = setting
  const pages = setting.pages ?? pageCache()
  const policy = (nonce: string) => contentPolicy(nonce, devSources, tileSource(setting.mapTiles))
  const accounts = openAccounts(db, { secret, origin, oidc: setting.oidc, mailsLeave: setting.mailsLeave })
  const read = reader(db, memory(pages.generation))
  const features = featureList({ accounts })
  const reactions = reactionsOf(features)
  accounts.learn(features)
  const panels = features.flatMap((feature) => feature.panels ?? [])
  async function ownerOf(token: string, now: Date): Promise<TokenOwner | null> {
    const owner = await accounts.ownerOfToken(token, now)
    return owner && { actor: await actorFor(read, owner, now), scopes: owner.scopes as TokenScope[] }
  }
  const contextFor = (actor: Actor, language: Language, now: Date, requestId: string) =>
    openContext({ actor, language, now, origin, requestId }, { db, enqueue, reactions, changed: pages.clear })

  /** Counted again after each write: every page of everybody who is signed in shows them. */
  const waitingFor = (actor: Actor, language: Language) =>
    Promise.all(
      (actor.id ? features : []).flatMap(({ key, bells = [] }) =>
        bells.map(async ({ href, icon, label, count }) => {
          const found = await read.remember(`${key} bell ${href} ${actor.id}`, () => count(read, actor))
          return { href, icon, label: label(language, found), count: found }
        }),
      ),
    )
  const alertsFor = async (actor: Actor, language: Language) =>
    (
      await Promise.all(
        (actor.id ? features : []).flatMap(({ key, alarms = [] }) =>
          alarms.map((alarm, place) =>
            read.remember(`${key} alarm ${place} ${language} ${actor.id}`, () => alarm(read, actor, language)),
          ),
        ),
      )
    ).filter((alert) => alert !== null)

  async function prepare(c: Web) {
    const now = new Date()
    const url = new URL(c.req.url)
    const language: Language = /^\/en(\/|$)/.test(url.pathname) ? 'en' : 'fr'
    const actor = await actorOf(accounts, read, c.req.raw.headers, now)
    const nonce = randomBytes(16).toString('base64url')
    const prefix = language === 'fr' ? '' : `/${language}`
    const links = (kind: 'doors' | 'menu') =>
      features
        .flatMap((feature) => feature[kind] ?? [])
        .filter((link) => link.allow?.(actor) ?? true)
        .map(({ key, href, label }) => ({ key, href, label: label(language) }))
    const [waiting, alerts] = await Promise.all([waitingFor(actor, language), alertsFor(actor, language)])
    const theme = getCookie(c, 'theme')
    const page: Page = {
      actor,
      language,
      now,
      theme: theme === 'paper' || theme === 'projection' ? (theme satisfies Theme) : null,
      origin,
      path: (url.pathname.slice(prefix.length) || '/') + url.search,
      query: url.searchParams,
      nonce,
      assets,
      identity: identity[language],
      mapTiles: setting.mapTiles,
      doors: inDoorOrder(links('doors')),
      menu: links('menu'),
      waiting,
      alerts,
      notice: takeNotice(c),
      href: (to) => (to === '/' && prefix ? prefix : `${prefix}${to}`),
    }
    c.set('page', page)
    c.set('read', read)
    c.set('hang', hanger(panels, read, page))
    c.set('context', contextFor(actor, language, now, c.var.requestId))
    c.header('content-security-policy', policy(nonce))
    c.header('cache-control', 'no-store')
  }

  const site = new Hono<Env>()
  site.route('/', themeRoutes)
  site.route('/', styleguideRoutes)
  for (const feature of features) site.route('/', feature.routes)

  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    c.set('requestId', requestId)
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value)
    if (origin.startsWith('https:')) c.header('strict-transport-security', strictTransport['strict-transport-security'])
    c.header('x-request-id', requestId)
    await next()
    log.info(
      {
        requestId,
        method: c.req.method,
        path: withoutSecrets(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    )
  })
  app.get('/healthz', async (c) => {
    const isReachable = await db.execute(sql`select 1`).then(
      () => true,
      () => false,
    )
    return isReachable ? c.json({ status: 'ok' }) : c.json({ status: 'no database' }, 503)
  })
  app.use(
    '/assets/*',
    serveStatic({
      root: 'dist/client',
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  const endpoints = features.flatMap((feature) => feature.api ?? [])
  app.use(bodyLimit({ maxSize: largestBody }))
  app.route('/api/v1', apiRoutes({ endpoints, read, origin, log, ownerOf, contextFor }))
  app.get('/api/openapi.json', (c) => c.json(openApi(endpoints, { origin, name: identity.fr.name, version })))
  app.route('/', siteFiles({ read, origin, sources: features.flatMap((feature) => feature.sitemap ?? []) }))
  app.use(keepPages(pages, policy))
  app.use(async (c, next) => {
    await prepare(c)
    // PostgreSQL has no text with a NUL in it: no address of ours has one either.
    if (/%00/.test(c.req.url)) throw new NotFound()
    if (isForeignWrite(c.req.raw, origin)) throw new Forbidden()
    await next()
  })
  app.route('/', site)
  app.route('/en', site)
  const fail = failWith({ log, prepare })
  app.notFound((c) => withoutSlash(c as Web) ?? fail(new NotFound(), c as Web))
  app.onError((error, c) =>
    c.req.path.startsWith('/api/v1/') ? problemOf(c, error, languageOf(c), c.var.requestId) : fail(error, c as Web),
  )
  return app
}
