import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'

export type Tab = {
  readonly href: string
  readonly label: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}
/** Sections of a record on pages of their own: links, so that each has its address. */
export const Tabs = ({ page, label, tabs }: { page: Page; label: string; tabs: readonly Tab[] }) => (
  <nav class="tab-links" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={addressOf(page, tab.href)} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
