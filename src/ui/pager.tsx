import { formatNumber } from '../kernel/format.ts'
import { Icon, type IconName } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { pagerWindow } from './pager-window.ts'
import { text } from './text.ts'

type PagerProps = {
  page: Page
  total: number
  /** The page asked for, from 1. */
  current: number
  size: number
  href: (page: number) => string
}
/** « 31–60 sur 412 » and the ways to the other pages. */
export function Pager({ page, total, current, size, href }: PagerProps) {
  if (total <= size) return null
  const t = text(page.language)
  const shown = pagerWindow(total, current, size)
  const number = (value: number) => formatNumber(value, page.language)
  const step = (icon: IconName, label: string, target: number | null) => (
    <PagerStep icon={icon} label={label} href={target === null ? null : addressOf(page, href(target))} />
  )
  return (
    <nav class="pager" aria-label={t('pages')}>
      <ul>
        {step('chevrons-left', t('first'), shown.previous && 1)}
        {step('chevron-left', t('previous'), shown.previous)}
        <li class="pager-range" aria-current="page">
          <span class="sr-only">{t('pageNumber', { page: shown.page, pages: shown.pages })}. </span>
          {t('range', { from: number(shown.from), to: number(shown.to), total: number(total) })}
        </li>
        {step('chevron-right', t('next'), shown.next)}
        {step('chevrons-right', t('last'), shown.next && shown.pages)}
      </ul>
    </nav>
  )
}

const PagerStep = ({ icon, label, href }: { icon: IconName; label: string; href: string | null }) => (
  <li>
    {href === null ? (
      <span class="btn btn-plain is-off" aria-hidden="true">
        <Icon name={icon} />
      </span>
    ) : (
      <a class="btn btn-plain" href={href} title={label}>
        <Icon name={icon} />
        <span class="sr-only">{label}</span>
      </a>
    )}
  </li>
)
