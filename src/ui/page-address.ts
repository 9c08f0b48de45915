import { type Language, languages } from '../kernel/language.ts'
import type { Page } from './page.ts'

/** Every `href` given to the kit is a path of the product without language: this puts the language in. Other sites, #parts and mailto: stay. */
export const addressOf = (page: Page, href: string): string =>
  href.startsWith('/') && !/^\/en(\/|$|\?)/.test(href) ? page.href(href) : href

const noise = /^(utm_.*|mtm_.*|pk_.*|fbclid|gclid|msclkid|page|sort|per)$/

/** The address that search engines should remember: without tracking, page number and order. */
export function lastingPath(path: string): string {
  const [pathname = '/', search = ''] = path.split('?', 2)
  const query = new URLSearchParams(search)
  for (const name of [...query.keys()]) if (noise.test(name)) query.delete(name)
  query.sort()
  return query.size ? `${pathname}?${query}` : pathname
}

/** The same page in a given language; French has no prefix. */
export function pathIn(language: Language, path: string): string {
  if (language === 'fr') return path
  return path === '/' || path.startsWith('/?') ? `/${language}${path.slice(1)}` : `/${language}${path}`
}

/** Absolute addresses of the page in every language. */
export const alternates = (page: Page): { language: Language; href: string }[] =>
  languages.map((language) => ({ language, href: page.origin + pathIn(language, lastingPath(page.path)) }))
