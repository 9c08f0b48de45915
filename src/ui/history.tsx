import { formatMoment } from '../kernel/format.ts'
import { Icon } from './icon.tsx'
import type { Page } from './page.ts'
import { text } from './text.ts'

export type Change = { readonly label: string; readonly before: string | null; readonly after: string | null }
export type HistoryEntry = {
  readonly at: Date
  /** A name, or the product's for what happens by itself. */
  readonly who: string
  /** « a publié l’offre » */
  readonly sentence: string
  readonly changes?: readonly Change[] | undefined
}

type HistoryProps = { page: Page; entries: readonly HistoryEntry[]; open?: boolean | undefined }
/** Who did what and when, the latest first; folded at the foot of a record. */
export function History({ page, entries, open = false }: HistoryProps) {
  if (entries.length === 0) return null
  const t = text(page.language)
  return (
    <section class="history" id="history">
      <h2>{t('history')}</h2>
      <details open={open}>
        <summary>
          <Icon name="clock" />
          {t('historyShow', { count: entries.length })}
        </summary>
        <ol>
          {entries.map((entry) => (
            <Entry page={page} entry={entry} />
          ))}
        </ol>
      </details>
    </section>
  )
}

const Entry = ({ page, entry: { at, who, sentence, changes = [] } }: { page: Page; entry: HistoryEntry }) => (
  <li>
    <time datetime={at.toISOString()}>{formatMoment(at, page.language)}</time>
    <p>
      <b>{who}</b> {sentence}
    </p>
    {changes.length > 0 && <Changes page={page} changes={changes} />}
  </li>
)

function Changes({ page, changes }: { page: Page; changes: readonly Change[] }) {
  const t = text(page.language)
  const said = (value: string | null) => value || <i>{t('nothing')}</i>
  return (
    <ul class="changes" aria-label={t('changes')}>
      {changes.map(({ label, before, after }) => (
        <li class="change">
          <span>{label}</span>
          <del>
            <span class="sr-only">{t('before')} </span>
            {said(before)}
          </del>
          <ins>
            <span class="sr-only">{t('after')} </span>
            {said(after)}
          </ins>
        </li>
      ))}
    </ul>
  )
}
