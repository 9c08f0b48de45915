import { isStaff, visitor } from '../../kernel/actor.ts'
import { inLanguage } from '../../kernel/localised.ts'
import { blank, type Draft } from '../../ui/form.tsx'
import { apiLimits, type Endpoint, reads, writes } from '../../web/api.ts'
import { type Feature, inDoorOrder, type SearchSource } from '../../web/feature.ts'
import { found, need, routes, show, submit, type Web } from '../../web/routing.tsx'
import { homeSlot } from '../../web/slots.ts'
import { sectorList } from '../organisations/queries/directory.ts'
import { writeText } from './actions.ts'
import { ApiPage } from './pages/api.tsx'
import { Home } from './pages/home.tsx'
import { SearchPage } from './pages/search.tsx'
import { SiteTextForm, SiteTextList, SiteTextPage } from './pages/site-text.tsx'
import * as policy from './policy.ts'
import { currentText, currentTexts, searchEverything, siteTextList, textVersion, textVersions } from './queries.ts'
import { question, searchAnswer, siteTextShape, slugOnly } from './schema.ts'
import { text } from './text.ts'

const hitsPerKind = 5

type SiteText = Awaited<ReturnType<typeof writeText>>
const iso = (shown: SiteText) => ({ ...shown, writtenAt: shown.writtenAt.toISOString() })

/** The doors of this feature in the JSON API. */
const apiOf = (sources: readonly SearchSource[]): readonly Endpoint[] => [
  reads({
    path: '/search',
    summary: 'Search everything public: a few hits of each kind',
    scope: 'portal:read',
    query: question,
    response: searchAnswer,
    run: async ({ read, actor, query, language, origin }) => {
      const results = await searchEverything(read, actor, sources, query.q, language, hitsPerKind)
      return {
        items: results.map(({ key, label, total, hits }) => ({
          kind: key,
          label,
          total,
          hits: hits.map(({ href, title, detail }) => ({ title, detail, url: origin + href })),
        })),
      }
    },
  }),
  reads({
    path: '/pages/:slug',
    summary: 'A fixed page of the site: legal notice, privacy, accessibility…',
    scope: 'portal:read',
    params: slugOnly,
    response: siteTextShape,
    run: async ({ read, actor, params }) => {
      const shown = await currentText(read, actor, params.slug)
      return shown && iso(shown)
    },
  }),
  writes({
    method: 'put',
    path: '/pages/:slug',
    summary: 'Publish a new version of a fixed page',
    scope: 'portal:write',
    action: writeText,
    params: slugOnly,
    response: siteTextShape,
    answer: (shown: SiteText) => iso(shown),
  }),
]

/** Home, search over everything, the fixed pages. It is the last feature: it knows what all others offer. */
export function portalFeature(others: readonly Feature[]): Feature {
  const sources = inDoorOrder(others.flatMap((feature) => feature.search ?? []))
  const doors = inDoorOrder(others.flatMap((feature) => feature.home ?? []))

  const home = async (c: Web) => {
    const { page, read } = c.var
    const { language, actor } = page
    const figures = doors.map(async ({ href, label, promise, figure, unit }) => {
      const count = await figure(read)
      return { href, label: label(language), promise: promise(language), figure: count, unit: unit(language, count) }
    })
    const about = await currentText(read, actor, 'about')
    return show(
      c,
      <Home
        page={page}
        sectors={(await sectorList(read)).map(({ key, label, colour }) => ({
          key,
          label: inLanguage(label, language),
          colour,
        }))}
        doors={await Promise.all(figures)}
        panels={await c.var.hang(homeSlot, {})}
        about={about && inLanguage(about.summary, language)}
      />,
    )
  }

  const search = async (c: Web) => {
    const { page, read } = c.var
    const { q } = question.parse(c.req.query())
    const results = await searchEverything(read, page.actor, sources, q, page.language, hitsPerKind)
    return show(c, <SearchPage page={page} q={q} found={results} />)
  }

  /** What the list under a search field shows while one types: a handful of each kind, as JSON. */
  const suggest = async (c: Web) => {
    const { page, read } = c.var
    const { q } = question.parse(c.req.query())
    const results = await searchEverything(read, page.actor, sources, q, page.language, 3)
    const best = results.flatMap(({ label, hits }) => hits.map((hit) => ({ ...hit, kind: label })))
    return c.json(
      best.map(({ href, title, kind, detail }) => ({
        id: page.href(href),
        label: title,
        detail: detail ? `${kind} – ${detail}` : kind,
      })),
    )
  }

  const form = async (c: Web, slug: string | null, draft?: Draft) => {
    const { page, read } = c.var
    const current = slug ? await currentText(read, page.actor, slug) : null
    const versions = slug ? await textVersions(read, page.actor, slug) : []
    return (
      <SiteTextForm
        page={page}
        draft={draft ?? (current ? { values: current, errors: {} } : blank)}
        slug={slug}
        title={current ? inLanguage(current.title, page.language) : (slug ?? '')}
        versions={versions}
      />
    )
  }
  const slugOf = (c: Web) => found(slugOnly.safeParse({ slug: c.req.param('slug') }).data).slug
  const saved = (c: Web) => () => text(c.var.page.language)('saved')

  const api = apiOf(sources)
  const endpoints = [...others.flatMap((feature) => feature.api ?? []), ...api]

  const pages = routes()
    .get('/api', (c) => show(c, <ApiPage page={c.var.page} endpoints={endpoints} limits={apiLimits} />))
    .get('/', home)
    .get('/search', search)
    .get('/search/suggest', suggest)
    .get('/pages', async (c) => {
      need(c, policy.editText, {})
      return show(c, <SiteTextList page={c.var.page} texts={await siteTextList(c.var.read, c.var.page.actor)} />)
    })
    .get('/pages/new', async (c) => {
      need(c, policy.editText, {})
      return show(c, await form(c, null))
    })
    .post('/pages/new', (c) =>
      submit(c, {
        write: writeText,
        done: ({ slug }) => `/pages/${slug}`,
        notice: saved(c),
        again: (draft) => form(c, null, draft),
      }),
    )
    .get('/pages/:slug', async (c) => {
      const { read, page } = c.var
      return show(c, <SiteTextPage page={page} shown={found(await currentText(read, page.actor, slugOf(c)))} />)
    })
    .get('/pages/:slug/edit', async (c) => {
      need(c, policy.editText, {})
      return show(c, await form(c, slugOf(c)))
    })
    .post('/pages/:slug/edit', (c) => {
      const slug = slugOf(c)
      return submit(c, {
        extra: { slug },
        write: writeText,
        done: () => `/pages/${slug}`,
        notice: saved(c),
        again: (draft) => form(c, slug, draft),
      })
    })
    .get('/pages/:slug/versions/:id', async (c) => {
      need(c, policy.editText, {})
      const version = found(await textVersion(c.var.read, c.var.page.actor, slugOf(c), c.req.param('id')))
      return show(c, <SiteTextPage page={c.var.page} shown={version} isVersion />)
    })

  return {
    key: 'portal',
    routes: pages,
    menu: [
      { key: 'pages', href: '/pages', label: (language) => text(language)('texts'), allow: isStaff },
      {
        key: 'styleguide',
        href: '/styleguide',
        label: (language) => text(language)('styleguide'),
        allow: policy.seeStyleguide,
      },
    ],
    api,
    sitemap: [
      async function* () {
        yield { path: '/', changed: null }
      },
      async function* (read) {
        for (const { slug, writtenAt } of await currentTexts(read, visitor))
          yield { path: `/pages/${slug}`, changed: writtenAt }
      },
    ],
  }
}
