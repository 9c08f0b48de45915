import { Mark } from '../mark.tsx'
import type { Page } from '../page.ts'
import { text } from '../text.ts'

/** Who runs the site, what it promises and where its data are open. */
export function Footer({ page }: { page: Page }) {
  const t = text(page.language)
  const links = [
    { href: '/pages/legal-notice', label: t('legal') },
    { href: '/pages/privacy', label: t('privacy') },
    { href: '/pages/accessibility', label: t('accessibility') },
    { href: '/api', label: t('api') },
  ]
  return (
    <footer class="site-footer">
      <div class="site-footer-row">
        <p class="site-footer-name">
          <Mark />
          <b>{page.identity.name}</b>
          <span>{page.identity.tagline}</span>
        </p>
        <nav aria-label={t('footer')}>
          <ul>
            {links.map(({ href, label }) => (
              <li>
                <a href={page.href(href)}>{label}</a>
              </li>
            ))}
            <li>
              <button type="button" data-shortcuts hidden>
                {t('shortcuts')}
              </button>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
