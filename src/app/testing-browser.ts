import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createAdaptorServer } from '@hono/node-server'
import chromium from '@sparticuz/chromium'
import pg from 'pg'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'
import { inject, test as plain } from 'vitest'
import { connect } from '../db/database.ts'
import { openQueue } from '../db/queue.ts'
import { attachStorage } from '../db/storage/attached.ts'
import { diskStorage } from '../db/storage/disk.ts'
import type { Cast } from '../features/accounts/examples.ts'
import { builtAssets } from './assets.ts'
import { placesIn } from './data-folder.ts'
import { loadDemo } from './demo.ts'
import { silent } from './log.ts'
import { openRuntime } from './runtime.ts'
import { readSettings } from './settings.ts'
import { site as openSite } from './testing.ts'

declare global {
  interface Window {
    axe: { run: (within: Document, options: object) => Promise<{ violations: readonly Violation[] }> }
  }
}
type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** RGAA and WCAG 2.2 AA as far as a program can see, and axe's own good practice. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What depends on colours: most of axe's work, and all that changes between the two themes. */
const colourRules = ['color-contrast', 'link-in-text-block']
const options = {
  everything: { runOnly: { type: 'tag', values: axeTags } },
  colours: { runOnly: { type: 'rule', values: colourRules } },
  'all but colours': {
    runOnly: { type: 'tag', values: axeTags },
    rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])),
  },
} as const
export type AxeRules = keyof typeof options

/** What the page breaks, one line for each rule: the first element, and what axe says of it. */
export const violationsOn = (page: Page, rules: AxeRules = 'everything'): Promise<string[]> =>
  page.evaluate(async (asked) => {
    // A colour on its way to another one would be measured half way.
    for (const animation of document.getAnimations()) animation.finish()
    const { violations } = await window.axe.run(document, { ...asked, resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => {
      const [first] = nodes
      const said = first?.failureSummary?.split('\n')[1]?.trim() ?? ''
      return `${id}: ${nodes.length} × ${first?.target.join(' ')} (${said})`
    })
  }, options[rules] as object)

/**
 * A page of a browser that hears every complaint: errors and violations of the content policy on the console, exceptions,
 * requests to anywhere but the site. A refused form (4xx) is no complaint.
 */
export async function guardedPage(context: BrowserContext, address: string) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const said = message.text()
    const isLoud = message.type() === 'error' || /Content.Security.Policy/i.test(said)
    if (isLoud && !/status of 4\d\d/.test(said)) complaints.push(said)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const url = request.url()
    if (/^https?:/.test(url) && !url.startsWith(`${address}/`)) complaints.push(`asked another site: ${url}`)
  })
  return { page, complaints }
}

/** One worker at a time: what is made once is waited for by the others. */
async function alone<Made>(work: (admin: pg.Client) => Promise<Made>): Promise<Made> {
  const admin = new pg.Client({ connectionString: databaseNamed('postgres') })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock(7251)')
    return await work(admin)
  } finally {
    await admin.end()
  }
}
const databaseNamed = (name: string) => inject('databaseUrl').replace(/test$/, name)

/** Also unpacks the browser, at its first use. */
const launch = () =>
  alone(async () =>
    driver.launch({
      executablePath: await chromium.executablePath(),
      // The package's own arguments are for a function in the cloud: one process, and no web security to test against.
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    }),
  )

/** The demo's files stay: each clone of its database speaks of them, and objects never change. */
const demoFolder = 'var/test-demo'

async function makeDemo(admin: pg.Client) {
  const { rowCount } = await admin.query(`select from pg_database where datname = 'test_demo'`)
  if (rowCount) return
  await admin.query('drop database if exists test_demo_making with (force)')
  await admin.query('create database test_demo_making template test_template')
  const settings = readSettings({ DATABASE_URL: databaseNamed('test_demo_making'), PASSERELLE_DATA: demoFolder })
  const lost = (error: Error) => console.error(error)
  const runtime = await openRuntime(settings, { log: silent, supervised: false, lost })
  await loadDemo(runtime, { add: () => {}, done: () => {} }).finally(runtime.stop)
  await admin.query('alter database test_demo_making rename to test_demo')
}

/** A database of this test file's own with the demo in it, loaded once for all. What its tests write stays until it ends. */
const demoDatabase = (name: string) =>
  alone(async (admin) => {
    await makeDemo(admin)
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} template test_demo`)
    return databaseNamed(name)
  })

type App = { readonly fetch: (request: Request) => Response | Promise<Response> }
/** Any free port; the application is made once its address is known. */
async function listen(open: (origin: string) => Promise<App>) {
  const app = Promise.withResolvers<App>()
  const server = createAdaptorServer({ fetch: async (request) => (await app.promise).fetch(request) })
  await new Promise<void>((done) => server.listen(0, () => done()))
  const { port } = server.address() as { port: number }
  const address = `http://localhost:${port}`
  app.resolve(await open(address))
  return {
    address,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function serveDemo() {
  const url = await demoDatabase(`test_browser_${process.env.VITEST_POOL_ID}`)
  const { db, pool } = connect(url, 4)
  attachStorage(db, diskStorage(placesIn(demoFolder).files))
  // Nothing is done from this queue; it is only told when the server goes at the end.
  const queue = await openQueue(url, { supervised: false, failed: () => {} })
  const opened = Promise.withResolvers<ReturnType<typeof openSite>>()
  const { address, stop } = await listen(async (origin) => {
    const site = openSite(db, queue, { origin, assets: builtAssets() })
    opened.resolve(site)
    return site.app
  })
  const site = await opened.promise
  return {
    db,
    address,
    /** The same application without a browser. */
    inside: site,
    /** Signs somebody of the cast in, in this browser. */
    signIn: async (context: BrowserContext, name: Cast) => {
      const { cookies } = await site.as(name)
      await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: address })))
    },
    stop: async () => {
      await stop()
      await queue.stop()
      await pool.end()
    },
  }
}
export type ServedSite = Awaited<ReturnType<typeof serveDemo>>

/** How browsers are opened in tests: nothing moves, and axe is there when a page wants to be looked at. */
export async function openContext(browser: Browser, locale: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(10_000)
  // A script tag, or eval in the page, would be stopped by the content policy.
  await context.addInitScript(axeSource)
  await context.addInitScript(() => {
    // A colour on its way to another one would be measured half way.
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets = [still]
  })
  return context
}

/**
 * For journeys (*.browser.test.ts): `site` is the built application with the demo at `site.address`, `page` a browser's
 * page that fails the test when it complains, `axe` what the page shown now breaks:
 *
 *     test('a visitor finds a studio', async ({ site, page, axe }) => {
 *       await page.goto(`${site.address}/organisations`)
 *       expect(await axe()).toEqual([])
 *     })
 *
 * `site.signIn(page.context(), 'staff')` signs in. The database is the test file's own; its tests share it.
 */
export const browserTest = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launch()
    onCleanup(() => browser.close())
    return browser
  })
  // biome-ignore lint/correctness/noEmptyPattern: the same
  .extend('site', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const site = await serveDemo()
    onCleanup(site.stop)
    return site
  })
  .extend('page', async ({ browser, site }, { onCleanup }) => {
    const context = await openContext(browser, 'fr-FR')
    const { page, complaints } = await guardedPage(context, site.address)
    onCleanup(async () => {
      await context.close()
      if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join('\n')}`)
    })
    return page
  })
  .extend(
    'axe',
    async ({ page }) =>
      (rules?: AxeRules) =>
        violationsOn(page, rules),
  )
