import { expect, test } from 'vitest'
import { isForeignWrite } from './origin.ts'

const origin = 'https://passerelle.example'
const post = (headers: Record<string, string>) => new Request(`${origin}/x`, { method: 'POST', headers })

test.for([
  [{ origin, 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, false],
  [{ origin, cookie: 'a=b' }, false],
  [{ origin: 'https://evil.example', cookie: 'a=b' }, true],
  [{ origin: 'null', cookie: 'a=b' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin, cookie: 'a=b' }, true],
  [{ 'sec-fetch-site': 'same-site', cookie: 'a=b' }, true],
  [{ cookie: 'a=b' }, true],
  [{}, false],
  [{ authorization: 'Bearer x' }, false],
  [{ authorization: 'Bearer x', cookie: 'a=b', origin: 'https://evil.example' }, true],
] as const)('a form sent with %j is foreign: %s', ([headers, foreign]) => {
  expect(isForeignWrite(post(headers), origin)).toBe(foreign)
})
test('reading is never foreign', () => {
  expect(isForeignWrite(new Request(origin, { headers: { origin: 'https://evil.example' } }), origin)).toBe(false)
})
