import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Reader } from '../db/reader.ts'
import type { Env } from '../web/routing.tsx'
import { placesPerFile, siteFiles } from './site-files.ts'

type Place = { path: string; changed: Date | null }
const origin = 'https://passerelle.example'
function filesFor(...sources: Place[][]) {
  const app = new Hono<Env>()
  const asSource = (places: Place[]) =>
    async function* () {
      yield* places
    }
  app.route('/', siteFiles({ read: {} as Reader, origin, sources: sources.map(asSource) }))
  return async (path: string) => {
    const answer = await app.request(path)
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
  }
}
const page = (path: string, changed: Date | null = null): Place => ({ path, changed })
const count = (text: string, part: string) => text.split(part).length - 1

describe('the sitemap', () => {
  test('names each page in both languages, each with the other', async () => {
    const get = filesFor([page('/', new Date('2027-03-03T14:32:00Z')), page('/organisations')])
    const { text, type } = await get('/sitemaps/1.xml')
    expect(type).toBe('application/xml; charset=utf-8')
    for (const path of ['', '/organisations'])
      for (const prefix of [path || '/', `/en${path}`]) expect(text).toContain(`<loc>${origin}${prefix}</loc>`)
    expect(count(text, `hreflang="en" href="${origin}/en/organisations"`)).toBe(2)
    expect(count(text, `hreflang="x-default" href="${origin}/organisations"`)).toBe(2)
    expect(count(text, '<lastmod>2027-03-03T14:32:00.000Z</lastmod>')).toBe(2)
  })
  test('has an index of its files, and no file beyond them', async () => {
    const places = Array.from({ length: placesPerFile + 1 }, (_, n) => page(`/organisations/${n}`))
    const get = filesFor(places.slice(0, 5), places.slice(5))
    const index = await get('/sitemap.xml')
    expect(count(index.text, '<sitemap>')).toBe(2)
    expect(count((await get('/sitemaps/1.xml')).text, '<url>')).toBe(placesPerFile * 2)
    expect(count((await get('/sitemaps/2.xml')).text, '<url>')).toBe(2)
    for (const name of ['0', '3', '99999999999999999999']) expect((await get(`/sitemaps/${name}.xml`)).status).toBe(404)
  })
  test('of an empty site has one file', async () => {
    expect(count((await filesFor()('/sitemap.xml')).text, '<sitemap>')).toBe(1)
  })
  test('stays XML whatever stands in an address', async () => {
    const { text } = await filesFor([page('/search?q=a&b="<c>')])('/sitemaps/1.xml')
    expect(text).toContain('/search?q=a&amp;b=&quot;&lt;c></loc>')
  })
})

test('robots are kept from searches, accounts and the API, and told where the sitemap is', async () => {
  const { text } = await filesFor()('/robots.txt')
  for (const path of ['/search', '/en/search', '/account', '/api/v1/']) expect(text).toContain(`Disallow: ${path}\n`)
  expect(text).toContain(`Sitemap: ${origin}/sitemap.xml`)
})
