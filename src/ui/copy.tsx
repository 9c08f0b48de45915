import { Icon } from './icon.tsx'
import type { Page } from './page.ts'
import { text } from './text.ts'

/** A text to copy (a link, a key), with its button once JavaScript is there. */
export function CopyText({ page, value, label }: { page: Page; value: string; label: string }) {
  const t = text(page.language)
  return (
    <copy-button data-done={t('copied')}>
      <input class="input" type="text" readonly value={value} aria-label={label} />
      <button type="button" class="btn btn-plain" hidden>
        <Icon name="copy" />
        <span aria-live="polite">{t('copy')}</span>
      </button>
    </copy-button>
  )
}
