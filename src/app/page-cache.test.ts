import { expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

const headers = [['content-type', 'text/html']] as const

test('a kept page is answered with a nonce of its own', () => {
  const pages = pageCache()
  pages.put('/', pages.generation(), '<style nonce="one">', 'one', headers, 0)
  expect(pages.get('/', 'two', 1)).toEqual({ body: '<style nonce="two">', headers })
})
test('a page is made again after a minute, and after any change', () => {
  const pages = pageCache()
  pages.put('/', pages.generation(), 'x', 'one', headers, 0)
  expect(pages.get('/', 'n', 60_001)).toBeNull()
  expect(pages.get('/', 'n', 1)).not.toBeNull()
  pages.clear()
  expect(pages.get('/', 'n', 1)).toBeNull()
})
test('a page that was being made while something changed is not kept', () => {
  const pages = pageCache()
  const made = pages.generation()
  pages.clear()
  pages.put('/', made, 'old', 'one', headers, 0)
  expect(pages.get('/', 'n', 1)).toBeNull()
})
test('it holds a bounded number of pages of a bounded size', () => {
  const pages = pageCache()
  for (let n = 0; n < 600; n++) pages.put(`/${n}`, pages.generation(), 'x', 'one', headers, 0)
  expect(pages.get('/0', 'n', 1)).toBeNull()
  expect(pages.get('/599', 'n', 1)).not.toBeNull()
  pages.put('/huge', pages.generation(), 'x'.repeat(500_000), 'one', headers, 0)
  expect(pages.get('/huge', 'n', 1)).toBeNull()
})
test('the oldest pages make room when all together are too long', () => {
  const pages = pageCache()
  const long = 'x'.repeat(300_000)
  for (let n = 0; n < 110; n++) pages.put(`/${n}`, pages.generation(), long, 'one', headers, 0)
  expect(pages.get('/0', 'n', 1)).toBeNull()
  expect(pages.get('/109', 'n', 1)).not.toBeNull()
  for (let n = 0; n < 200; n++) pages.put('/same', pages.generation(), long, 'one', headers, 0)
  expect(pages.get('/109', 'n', 1)).not.toBeNull()
})
