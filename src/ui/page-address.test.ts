import { expect, test } from 'vitest'
import { addressOf, alternates, lastingPath, pathIn } from './page-address.ts'
import { examplePage } from './testing-page.ts'

test('search engines remember a page without tracking, page number and order', () => {
  expect(lastingPath('/organisations?utm_source=x&sector=games&page=3&sort=-name&fbclid=1')).toBe(
    '/organisations?sector=games',
  )
  expect(lastingPath('/organisations?page=2')).toBe('/organisations')
  expect(lastingPath('/')).toBe('/')
})

test('every page has its address in both languages', () => {
  const page = examplePage({ language: 'en', path: '/offers?page=2' })
  expect(alternates(page)).toEqual([
    { language: 'fr', href: 'https://passerelle.example/offers' },
    { language: 'en', href: 'https://passerelle.example/en/offers' },
  ])
  expect(pathIn('en', '/')).toBe('/en')
  expect(pathIn('en', '/?q=a')).toBe('/en?q=a')
})

test('the kit puts the language in, once, and only into our own paths', () => {
  const page = examplePage({ language: 'en' })
  expect(addressOf(page, '/offers')).toBe('/en/offers')
  expect(addressOf(page, '/en/offers')).toBe('/en/offers')
  expect(addressOf(page, '/entries')).toBe('/en/entries')
  expect(addressOf(page, 'mailto:a@example.org')).toBe('mailto:a@example.org')
  expect(addressOf(page, '#part')).toBe('#part')
})
