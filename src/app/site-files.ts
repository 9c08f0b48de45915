import { Hono } from 'hono'
import type { Reader } from '../db/reader.ts'
import type { SitemapSource } from '../web/feature.ts'
import type { Env, Web } from '../web/routing.tsx'

type Means = { readonly read: Reader; readonly origin: string; readonly sources: readonly SitemapSource[] }
type Place = { readonly path: string; readonly changed: Date | null }

/** The protocol allows 50,000 addresses a file; each place has two, one for each language. */
export const placesPerFile = 10_000

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const document = (root: string, body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${body}</${root}>\n`

/** A place in both languages: each address names the other one. */
function entries(origin: string, { path, changed }: Place): string {
  const french = escaped(origin + path)
  const english = escaped(`${origin}/en${path === '/' ? '' : path}`)
  const links = [
    ['fr', french],
    ['en', english],
    ['x-default', french],
  ]
    .map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
    .join('')
  const last = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return [french, english].map((href) => `<url><loc>${href}</loc>${last}${links}</url>\n`).join('')
}

async function* placesOf({ read, sources }: Means): AsyncGenerator<Place> {
  for (const source of sources) yield* source(read)
}

/** What search engines ask for: robots.txt, and a sitemap of every page that a visitor may see. */
export function siteFiles(means: Means) {
  const { origin } = means
  const xml = (c: Web, text: string) =>
    c.body(text, 200, { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' })
  return new Hono<Env>()
    .get('/robots.txt', (c) =>
      c.text(
        `User-agent: *\nDisallow: /search\nDisallow: /en/search\nDisallow: /account\nDisallow: /api/v1/\n\nSitemap: ${origin}/sitemap.xml\n`,
      ),
    )
    .get('/sitemap.xml', async (c) => {
      let count = 0
      for await (const _ of placesOf(means)) count++
      const files = Array.from({ length: Math.max(1, Math.ceil(count / placesPerFile)) }, (_, n) => n + 1)
      return xml(
        c,
        document(
          'sitemapindex',
          files.map((n) => `<sitemap><loc>${origin}/sitemaps/${n}.xml</loc></sitemap>\n`).join(''),
        ),
      )
    })
    .get('/sitemaps/:file{[0-9]+\\.xml}', async (c) => {
      const number = Number.parseInt(c.req.param('file'), 10)
      let body = ''
      let at = 0
      for await (const place of placesOf(means)) {
        if (at >= (number - 1) * placesPerFile && at < number * placesPerFile) body += entries(origin, place)
        at++
      }
      return body ? xml(c, document('urlset', body)) : c.notFound()
    })
}
