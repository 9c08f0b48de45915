import bricolage from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import { raw } from 'hono/html'
import card from '../card.png?url&no-inline'
import mark from '../mark.svg?url&no-inline'
import type { Page } from '../page.ts'
import { alternates } from '../page-address.ts'
import { identityStyle } from './colours.ts'

export type HeadProps = {
  page: Page
  title: string
  /** One or two sentences for search engines and shared links. */
  description?: string | undefined
  /** Work pages, results of searches, forms. */
  noindex?: boolean | undefined
  /** schema.org data about what the page shows. */
  jsonLd?: object | undefined
  /** A path of the product: 1200 x 630. */
  image?: string | undefined
}

/** « < » would end the script element: JSON has another way to write it. */
export const jsonIn = (value: object) => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))
const locales = { fr: 'fr_FR', en: 'en_GB' } as const

export function Head({ page, title, description, noindex, jsonLd, image = card }: HeadProps) {
  const { identity, nonce, assets, language } = page
  const isHome = title === identity.name
  const whole = isHome ? `${title} – ${identity.tagline}` : `${title} – ${identity.name}`
  const said = description ?? identity.tagline
  const addresses = alternates(page)
  const own = addresses.find((one) => one.language === language)?.href
  const french = addresses.find((one) => one.language === 'fr')?.href
  const colours = identityStyle(identity)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{whole}</title>
      <meta name="description" content={said} />
      {noindex && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={own} />
      {addresses.map((one) => (
        <link rel="alternate" hreflang={one.language} href={one.href} />
      ))}
      <link rel="alternate" hreflang="x-default" href={french} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={identity.name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={said} />
      <meta property="og:url" content={own} />
      <meta property="og:locale" content={locales[language]} />
      <meta property="og:image" content={new URL(image, page.origin).href} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="csp-nonce" property="csp-nonce" nonce={nonce} content={nonce} />
      <meta name="view-transition" content="same-origin" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={mark} type="image/svg+xml" />
      {[inter, bricolage].map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="" />
      ))}
      {assets.styles.map((href) => (
        <link rel="stylesheet" href={href} data-turbo-track="reload" />
      ))}
      {colours && <style nonce={nonce}>{raw(colours)}</style>}
      {assets.scripts.map((src) => (
        <script type="module" src={src} data-turbo-track="reload" />
      ))}
      {jsonLd && <script type="application/ld+json">{jsonIn(jsonLd)}</script>}
    </head>
  )
}
