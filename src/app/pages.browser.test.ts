import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { type Language, languages } from '../kernel/language.ts'
import {
  type AxeRules,
  browserTest,
  guardedPage,
  openContext,
  type ServedSite,
  violationsOn,
} from './testing-browser.ts'
import { allGetRoutes, demands, pathsOf, prepareExamples, whenConfigured } from './testing-doors.ts'
import { foreignWords, leaksIn, textsOf } from './testing-words.ts'

declare module 'vitest' {
  interface ProvidedContext {
    screenshots: boolean
  }
}

/** Who looks at a page: the first of these who may. */
const viewers = ['visitor', 'person', 'representative', 'staff', 'administrator'] as const
type Viewer = (typeof viewers)[number]
type Shown = { readonly route: string; readonly path: string; readonly viewer: Viewer }

const widths = [1280, 360] as const
const themes = { paper: 'light', projection: 'dark' } as const
/**
 * axe is nearly all the time that this test takes, so it is asked what a look can change: everything in French on paper;
 * colours in the dark, where nothing else differs; in English, on the narrow page only, all but colours.
 */
function rulesFor(language: Language, theme: string, width: number): AxeRules | null {
  if (language === 'en') return theme === 'paper' && width === 360 ? 'all but colours' : null
  return theme === 'paper' ? 'everything' : 'colours'
}
const picturesIn = 'var/screenshots'

const inLanguage = (language: Language, path: string) =>
  language === 'fr' ? path : path === '/' ? '/en' : `/en${path}`
const isPage = ({ headers }: { headers: Headers }) => headers.get('content-type')?.startsWith('text/html') ?? false

type Browsers = ReadonlyMap<Viewer, Awaited<ReturnType<ServedSite['inside']['as']>>>

/** '/organisations/:slug{[a-z-]+}' -> what such addresses look like, without query. */
const patternOf = (route: string) =>
  new RegExp(`^${route.replace(/:\w+(\{([^{}]*)\})?/g, (_, __, shape) => `(?:${shape ?? '[^/]+'})`)}$`)

/** Addresses that the pages of the demo lead to: with real content, unlike examples. */
function linkedFrom(html: string, known: Map<string, string>, routes: readonly string[]) {
  for (const [, href = ''] of html.matchAll(/href="(\/[^"?#]*)/g)) {
    const route = routes.includes(href) ? undefined : routes.find((one) => patternOf(one).test(href))
    if (route && !known.has(route)) known.set(route, href)
  }
}

/** The pages of all features: each GET route that answers HTML, and who looks at it. */
async function pagesOf(site: ServedSite, browsers: Browsers): Promise<{ shown: Shown[]; faults: string[] }> {
  const rows = await prepareExamples(site.db, site.inside)
  const routes = allGetRoutes(site.inside.app)
  const { paths, missing } = pathsOf(routes, rows)
  const shown: Shown[] = []
  const faults = demands({ routes: missing, actions: [] })
  const linked = new Map<string, string>()
  const shortFirst = [...paths].sort(([one], [other]) => one.split(':').length - other.split(':').length)
  for (const [route, example] of shortFirst) {
    const path = linked.get(route) ?? example
    const tried: number[] = []
    for (const [viewer, browser] of browsers) {
      const answer = await browser.get(path)
      tried.push(answer.status)
      if (answer.status !== 200) continue
      if (isPage(answer)) shown.push({ route, path, viewer })
      linkedFrom(answer.text, linked, routes)
      break
    }
    // Somewhere else to go (3xx) is no page; an example that leads nowhere is a mistake.
    if (!whenConfigured().has(route) && tried.every((status) => status >= 400))
      faults.push(`nobody sees GET ${route} at ${path} (${tried.join(', ')}): correct its example`)
  }
  return { shown, faults }
}

const isTooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return null
    const widest = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .at(-1)
    return `${scrollWidth} px wide, for example ${widest?.tagName.toLowerCase()}.${widest?.className}`
  })

/** What is wrong with a page whatever its look. */
async function faultsOfContent(page: Page, language: Language): Promise<string[]> {
  const { lang, headings, dangling } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
    dangling: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => id && !document.getElementById(id)),
  }))
  const texts = await page.evaluate(textsOf)
  return [
    ...(lang === language ? [] : [`lang is ${lang}`]),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...dangling.map((id) => `a link leads to #${id}, which is not there`),
    ...leaksIn(texts.all).map((leak) => `not a text: ${leak}`),
    ...foreignWords(texts.own, language).map((words) => `not in this language: ${words}`),
  ]
}

const linksOn = (page: Page) =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('a[href^="/"], link[href^="/"], img[src^="/"], script[src^="/"]')].map(
        (element) => (element.getAttribute('href') ?? element.getAttribute('src') ?? '').split('#')[0] ?? '',
      ),
    ),
  ])

const pictureOf = (page: Page, { route }: Shown, ...look: (string | number)[]) => {
  const name = route.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'
  return page.screenshot({ path: join(picturesIn, `${name}.${look.join('.')}.png`), fullPage: true })
}

/** One page in one language: every width and theme of it. */
async function look(page: Page, address: string, shown: Shown, language: Language) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: widths[0], height: 800 })
  await page.goto(address + inLanguage(language, shown.path))
  const faults = await faultsOfContent(page, language)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const tooWide = await isTooWide(page)
    if (tooWide) faults.push(`${width}: ${tooWide}`)
    for (const [theme, colorScheme] of Object.entries(themes)) {
      const rules = rulesFor(language, theme, width)
      if (!rules && !inject('screenshots')) continue
      await page.emulateMedia({ colorScheme })
      const violations = rules ? await violationsOn(page, rules) : []
      faults.push(...violations.map((violation) => `${width} ${theme}: ${violation}`))
      if (inject('screenshots')) await pictureOf(page, shown, language, width, theme)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
  return { title: await page.title(), links: await linksOn(page), faults }
}

browserTest(
  'every page is accessible, whole, in one language and leads somewhere, in every look',
  { timeout: 180_000 },
  async ({ browser, site }) => {
    if (inject('screenshots')) mkdirSync(picturesIn, { recursive: true })
    const browsers: Browsers = new Map(
      await Promise.all(viewers.map(async (viewer) => [viewer, await site.inside.as(viewer)] as const)),
    )
    const { shown, faults } = await pagesOf(site, browsers)
    expect(shown.length).toBeGreaterThan(3)

    const links = new Map<string, { viewer: Viewer; from: string }>()
    const titles = new Map<string, string>()
    const visits = shown.flatMap((one) => languages.map((language) => ({ one, language })))

    /** As many at a time as there are cores; each viewer has a page of their own in each lane. */
    const lane = async () => {
      const opened = new Map<Viewer, Awaited<ReturnType<typeof guardedPage>>>()
      for (let next = visits.shift(); next; next = visits.shift()) {
        const { one, language } = next
        const guarded = opened.get(one.viewer) ?? (await openFor(one.viewer))
        opened.set(one.viewer, guarded)
        const from = inLanguage(language, one.path)
        const found = await look(guarded.page, site.address, one, language)
        const all = [...found.faults, ...guarded.complaints.splice(0).map((said) => `complains: ${said}`)]
        const sameTitle = titles.get(`${language} ${found.title}`)
        if (sameTitle) all.push(`has the title of ${sameTitle}: ${found.title}`)
        titles.set(`${language} ${found.title}`, from)
        faults.push(...all.map((fault) => `${from} (${one.viewer}): ${fault}`))
        for (const link of found.links) if (!links.has(link)) links.set(link, { viewer: one.viewer, from })
      }
      for (const { page } of opened.values()) await page.context().close()
    }
    const openFor = async (viewer: Viewer) => {
      const context = await openContext(browser, 'fr-FR')
      await site.signIn(context, viewer)
      return guardedPage(context, site.address)
    }
    await Promise.all([lane(), lane()])

    for (const [link, { viewer, from }] of links) {
      const answer = await browsers.get(viewer)?.get(link)
      if (!answer || answer.status >= 400) faults.push(`${from} (${viewer}): its link ${link} is ${answer?.status}`)
    }
    expect(faults.sort()).toEqual([])
  },
)
