import type { Child } from 'hono/jsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'

type SuggestingProps = {
  page: Page
  /** GET source?q=… answers [{ "id", "label", "detail"? }], best first. */
  source: string | undefined
  /** The ids are addresses: choosing one goes there. */
  goes?: boolean | undefined
  /** The input, and what belongs to it. */
  children?: Child
}
/** Suggestions under an input while one types; without JavaScript nothing but the input. */
export function Suggesting({ page, source, goes, children }: SuggestingProps) {
  const t = text(page.language)
  return (
    <combo-box
      data-source={source && addressOf(page, source)}
      data-goes={goes ? '' : undefined}
      data-one={t('suggested', { count: 1 })}
      data-many={t('suggested', { count: 2 }).replace('2', '{count}')}
      data-none={t('suggestedNone')}
      data-label={t('suggestions')}
    >
      {children}
    </combo-box>
  )
}
