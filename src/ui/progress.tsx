import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'

type ProgressProps = {
  page: Page
  /** What is being done: « Import des organisations ». */
  label: string
  done: number
  total: number
  /**
   * While the work runs: GET answers { "done", "total", "finished" } as JSON. Read every two seconds; when it is
   * finished the page is loaded again. Without JavaScript the reader reloads.
   */
  source?: string | undefined
}
/** Long work, with its count. */
export function Progress({ page, label, done, total, source }: ProgressProps) {
  const words = text(page.language)('done', { done, total })
  const template = text(page.language)('done', { done: '{done}', total: '{total}' })
  const bar = (
    <div class="progress-field">
      <p>
        {label} <span data-words>{words}</span>
      </p>
      <progress class="progress" value={done} max={Math.max(total, 1)} aria-label={label} />
    </div>
  )
  return source ? (
    <poll-progress data-src={addressOf(page, source)} data-template={template}>
      {bar}
    </poll-progress>
  ) : (
    bar
  )
}
