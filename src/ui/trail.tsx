import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'

export type Crumb = { readonly href: string; readonly label: string }
/** Where the page stands: the pages above it, not the page itself. */
export const Trail = ({ page, crumbs }: { page: Page; crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="trail" aria-label={text(page.language)('trail')}>
      <ol>
        {crumbs.map(({ href, label }) => (
          <li>
            <a href={addressOf(page, href)}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
