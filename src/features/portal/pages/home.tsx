import type { Child } from 'hono/jsx'
import { formatNumber } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DoorCard } from '../../../ui/card.tsx'
import { Frame } from '../../../ui/frame.tsx'
import { Hero } from '../../../ui/hero.tsx'
import type { Page } from '../../../ui/page.ts'
import { BigSearch } from '../../../ui/search-field.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { text } from '../text.ts'

export type HomeFigure = {
  readonly href: string
  readonly label: string
  readonly promise: string
  readonly figure: number
  readonly unit: string
}
type Props = {
  page: Page
  sectors: readonly Sector[]
  doors: readonly HomeFigure[]
  panels: Child[]
  about: string | null
}

/** What this cluster is, one big search field, a door per public feature, who has just arrived. */
export function Home({ page, sectors, doors, panels, about }: Props) {
  const t = text(page.language)
  return (
    <Frame page={page} title={t('homeTitle')} description={page.identity.tagline} jsonLd={siteJsonLd(page)}>
      <Hero title={t('homeTitle')} intro={t('homeLead', { name: page.identity.name })} sectors={sectors}>
        <BigSearch page={page} placeholder={t('searchLabel')} />
      </Hero>
      <section aria-label={t('doors')} class="door-cards">
        {doors.map(({ href, label, promise, figure, unit }) => (
          <DoorCard
            page={page}
            href={href}
            label={label}
            promise={promise}
            figure={formatNumber(figure, page.language)}
            unit={unit}
          />
        ))}
      </section>
      {panels}
      {about && (
        <section class="home-section">
          <h2>{t('aboutTeaser')}</h2>
          <p class="lead">{about}</p>
          <p>
            <LinkButton page={page} href="/pages/about" icon="arrow-right">
              {t('aboutMore')}
            </LinkButton>
          </p>
        </section>
      )}
    </Frame>
  )
}

/** schema.org WebSite with its search. */
const siteJsonLd = (page: Page) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: page.identity.name,
  url: page.origin + page.href('/'),
  inLanguage: page.language,
  potentialAction: {
    '@type': 'SearchAction',
    target: `${page.origin}${page.href('/search')}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
})
