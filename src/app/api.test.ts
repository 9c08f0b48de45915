import { describe, expect } from 'vitest'
import { example } from '../features/organisations/examples.ts'
import { system } from '../kernel/actor.ts'
import { apiLimits } from '../web/api.ts'
import { test } from './testing.ts'

type Answer = { status: number; text: string; headers: Headers }
const problemIn = ({ status, text, headers }: Answer) => {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const said = JSON.parse(text) as { type: string; title: string; status: number; errors?: Record<string, string> }
  expect(said.status).toBe(status)
  expect(said.title).not.toBe('')
  return said
}
const page = '/api/v1/pages/about'

describe('the API', () => {
  test.for([
    ['/api/v1', 404],
    ['/api/v1/', 404],
    ['/api/v1/nowhere', 404],
    ['/api/v1/pages/nobody-wrote-it', 404],
    ['/api/v1/pages/%E0%A4%A', 422],
    ['/api/v1/pages/a%00b', 404],
    ['/api/v1/search?q=%00', 404],
  ] as const)('answers %s with a problem, %i', async ([path, status], { site }) => {
    const answer = await (await site.as('visitor')).get(path)
    expect(answer.status).toBe(status)
    problemIn(answer)
  })

  test('speaks the language that is asked for', async ({ site }) => {
    const visitor = await site.as('visitor')
    const answer = await visitor.get('/api/v1/nowhere', { 'accept-language': 'en-GB,en;q=0.9' })
    expect(problemIn(answer).title).toMatch(/^There is nothing/)
    expect(problemIn(await visitor.get('/api/v1/nowhere', { 'accept-language': 'de' })).title).toMatch(/^Cette adresse/)
  })

  test.for([
    ['{', 'application/json', 422],
    ['[]', 'application/json', 422],
    ['"x"', 'application/json', 422],
    ['null', 'application/json', 422],
    ['{"__proto__":{"a":1}}', 'application/json', 422],
    ['{}', 'Application/JSON ; charset=utf-8', 422],
    ['{}', 'text/plain', 415],
    ['{}', 'application/json-patch+json', 415],
    ['slug=about', 'application/x-www-form-urlencoded', 415],
  ] as const)('takes no %s sent as %s: %i', async ([body, type, status], { site }) => {
    const visitor = await site.as('visitor')
    const answer = await visitor.send(page, { method: 'PUT', body, headers: { 'content-type': type } })
    expect(answer.status).toBe(status)
    const { errors = {} } = problemIn(answer)
    for (const sentence of Object.values(errors)) expect(sentence).toMatch(/\.$/)
  })

  test('reads a repeated parameter as a list, and refuses it where one value is asked for', async ({ site }) => {
    const visitor = await site.as('visitor')
    for (const kind of ['school', 'cluster', 'company'] as const) await example(site.context(system), kind)
    const { text } = await visitor.get('/api/v1/organisations?kind=school&kind=cluster')
    expect(JSON.parse(text).total).toBe(2)
    const refused = await visitor.get('/api/v1/organisations?limit=1&limit=2')
    expect(refused.status).toBe(422)
    expect(Object.keys(problemIn(refused).errors ?? {})).toEqual(['limit'])
  })

  test('refuses 26 MB with a problem', async ({ site }) => {
    const body = 'a'.repeat(26 * 1024 * 1024)
    const headers = { 'content-type': 'application/json' }
    expect(problemIn(await (await site.as('visitor')).send(page, { method: 'PUT', body, headers })).status).toBe(413)
  })

  test('asks for a token in its own way, and knows no other', async ({ site }) => {
    const visitor = await site.as('visitor')
    for (const authorization of ['Bearer nonsense', 'Basic eDp4', 'Bearer ', 'Bearer a b']) {
      const answer = await visitor.get('/api/v1/search?q=x', { authorization })
      expect([authorization, problemIn(answer).status]).toEqual([authorization, 401])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test('does not listen to cookies: a signed-in browser is a visitor', async ({ site }) => {
    const staff = await site.as('staff')
    const body = JSON.stringify({ title: { fr: 'x' }, summary: { fr: 'x' }, body: { fr: 'x' } })
    const headers = { 'content-type': 'application/json' }
    expect((await staff.send(page, { method: 'PUT', body, headers })).status).toBe(403)
  })

  test('says which methods an address has', async ({ site }) => {
    const visitor = await site.as('visitor')
    const wrong = await visitor.send(page, { method: 'DELETE' })
    expect(problemIn(wrong).status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET, PUT, HEAD, OPTIONS')
    const asked = await visitor.send(page, { method: 'OPTIONS' })
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, PUT, HEAD, OPTIONS'])
    const head = await visitor.send('/api/v1/search?q=x', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBeTruthy()
  })

  test('sends nothing again to who has the same answer already', async ({ site }) => {
    const visitor = await site.as('visitor')
    const first = await visitor.get('/api/v1/search?q=x')
    const etag = first.headers.get('etag') ?? ''
    const again = await visitor.get('/api/v1/search?q=x', { 'if-none-match': etag })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers.get('ratelimit')).toBeTruthy()
    expect(again.headers.get('x-request-id')).toBeTruthy()
    expect((await visitor.get('/api/v1/search?q=x', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('counts requests by address, those with wrong tokens too, and says when to come back', async ({ site }) => {
    const visitor = await site.as('visitor')
    const first = await visitor.get('/api/v1/search')
    expect(first.headers.get('ratelimit-policy')).toBe(`"default";q=${apiLimits.address};w=60`)
    expect(first.headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${apiLimits.address - 1};t=\\d+$`))
    const tries = Array.from({ length: apiLimits.address - 1 }, (_, n) => ({ authorization: `Bearer ${n}` }))
    for (const headers of tries) expect((await visitor.get('/api/v1/search', headers)).status).toBe(401)
    const refused = await visitor.get('/api/v1/search', { authorization: 'Bearer one-more' })
    expect(problemIn(refused).status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('ratelimit')).toMatch(/r=0/)
  })
})
