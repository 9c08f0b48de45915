import { describe, expect } from 'vitest'
import { test } from './testing.ts'

const tooLarge = 26 * 1024 * 1024
const form = 'application/x-www-form-urlencoded'

describe('an address that nobody would write', () => {
  test.for([
    ['/nowhere', 404, 'fr'],
    ['/en/nowhere', 404, 'en'],
    ['/english', 404, 'fr'],
    ['//evil.example/', 404, 'fr'],
    ['/%E0%A4%A', 404, 'fr'],
    ['/en/pages/%E0%A4%A', 404, 'en'],
    ['/pages/a%00b', 404, 'fr'],
    ['/search?q=a%00b', 404, 'fr'],
    ['/search?q=%E0%A4%A', 200, 'fr'],
    [`/en/search?q=${'a'.repeat(20_000)}`, 200, 'en'],
    ['/search?__proto__=1&constructor=2&q[]=3', 200, 'fr'],
    ['/assets/nowhere.js', 404, 'fr'],
    ['/assets/..%2f..%2fpackage.json', 404, 'fr'],
    ['/assets/%2e%2e/.vite/manifest.json', 404, 'fr'],
    ['/sitemaps/9.xml', 404, 'fr'],
  ] as const)('%s is answered by a page: %i, %s', async ([path, status, language], { site }) => {
    const answer = await (await site.as('visitor')).get(path)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`<html lang="${language}"`)
    expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.for([
    ['/en/', '/en'],
    ['/pages/about/', '/pages/about'],
    ['/search/?q=x', '/search?q=x'],
  ] as const)('%s has a slash too much: it is %s', async ([path, right], { site }) => {
    const { status, location } = await (await site.as('visitor')).get(path)
    expect([status, location]).toEqual([301, right])
  })

  test('is never taken for one of another site', async ({ site }) => {
    const visitor = await site.as('visitor')
    for (const path of ['//evil.example/', '//evil.example//', '/\\evil.example/', '/%5Cevil.example/'])
      expect((await visitor.get(path)).location ?? '/').toMatch(/^\/(?![/\\])/)
    for (const back of ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\r\nx: y', 'https://evil.example'])
      expect((await visitor.post('/preferences/theme', { theme: 'paper', back })).location).toBe('/')
    expect((await visitor.post('/preferences/theme', { back: '/en/search?q=x' })).location).toBe('/en/search?q=x')
  })

  test('written with an encoded language is a French page that links to French ones', async ({ site }) => {
    const { text } = await (await site.as('visitor')).get('/e%6E/search')
    expect(text).toContain('<link rel="canonical" href="http://localhost/e%6E/search"')
  })
})

describe('a form that no page of ours sent', () => {
  test.for([
    ['/pages/new', 'fr', 'https://evil.example'],
    ['/en/pages/new', 'en', 'null'],
  ] as const)('to %s is refused by a page in %s', async ([path, language, origin], { site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post(path, { slug: 'x' }, { origin })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain(`<html lang="${language}"`)
    expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`)
  })

  test('and cannot be read is 422, not a defect', async ({ site }) => {
    const staff = await site.as('staff')
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'Multipart/Form-Data; boundary=']) {
      const answer = await staff.send('/en/pages/new', {
        method: 'POST',
        body: 'nonsense',
        headers: { 'content-type': type },
      })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('The form arrived damaged')
    }
  })

  test('with a NUL in a text keeps the rest of the text', async ({ site }) => {
    const staff = await site.as('staff')
    const fields = { slug: 'contact', 'title.fr': 'Nous\0 écrire', 'summary.fr': 'x', 'body.fr': 'x' }
    expect((await staff.post('/pages/new', fields)).status).toBe(303)
    expect((await staff.get('/pages/contact')).text).toContain('<h1>Nous écrire</h1>')
  })

  test('with the names of JavaScript comes back as a form', async ({ site }) => {
    const staff = await site.as('staff')
    const names = [
      '__proto__',
      '__proto__.a',
      'constructor.prototype.a',
      'toString',
      'slug.toString',
      'title.__proto__',
    ]
    const answer = await staff.post('/pages/new', Object.fromEntries(names.map((name) => [`${name}`, 'x'])))
    expect(answer.status).toBe(422)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })

  test('with more fields than any form has is refused at once', async ({ site }) => {
    const theme = Array.from({ length: 100_000 }, () => 'x')
    expect((await (await site.as('visitor')).post('/preferences/theme', { theme })).status).toBe(422)
  })

  test.for([
    ['/pages/new', 'fr', { 'content-length': String(tooLarge) }],
    ['/en/pages/new', 'en', {}],
  ] as const)('to %s with more than 25 MB is refused by a page in %s', async ([path, language, more], { site }) => {
    const staff = await site.as('staff')
    const body = 'a'.repeat(tooLarge)
    const answer = await staff.send(path, { method: 'POST', body, headers: { 'content-type': form, ...more } })
    expect(answer.status).toBe(413)
    expect(answer.text).toContain(`<html lang="${language}"`)
    expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`)
  })
})

describe('other methods', () => {
  test('HEAD is GET without a body', async ({ site }) => {
    const visitor = await site.as('visitor')
    const answer = await visitor.send('/', { method: 'HEAD' })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect((await visitor.send('/nowhere', { method: 'HEAD' })).status).toBe(404)
  })
  test.for(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s on a page is answered by a page', async (method, { site }) => {
    const answer = await (await site.as('visitor')).send('/', { method })
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('<html lang="fr"')
  })
})

test('files for search engines are typed and nothing else', async ({ site }) => {
  const visitor = await site.as('visitor')
  for (const path of ['/sitemap.xml', '/sitemaps/1.xml', '/robots.txt']) {
    const { status, headers } = await visitor.get(path)
    expect([path, status, headers.get('x-content-type-options')]).toEqual([path, 200, 'nosniff'])
    expect(headers.get('x-request-id')).toBeTruthy()
  }
})
