import { isSignedIn } from '../kernel/actor.ts'
import { LinkButton } from './button.tsx'
import { failureText } from './failure-text.ts'
import { Frame, Heading } from './frame.tsx'
import type { Page } from './page.ts'
import { BigSearch } from './search-field.tsx'

export type FailureStatus = 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503
type FailureProps = {
  page: Page
  status: FailureStatus
  /** What a rule says, in the reader's language: it replaces the general sentence. */
  reason?: string | undefined
  requestId?: string | undefined
}

/** An error page: what happened, what was kept, what to do. */
export function Failure({ page, status, reason, requestId }: FailureProps) {
  const t = failureText(page.language)
  const kept = t(`kept${status}`)
  const isLost = status === 404 || status === 410
  return (
    <Frame page={page} title={t(`title${status}`)} noindex>
      <div class="failure">
        <Heading kind={t('status', { status })} title={t(`title${status}`)} />
        <div class="prose">
          <p role={reason ? 'alert' : undefined}>{reason || t(`what${status}`)}</p>
          {kept && <p>{kept}</p>}
          <p>{t(`todo${status}`)}</p>
        </div>
        {isLost && <BigSearch page={page} />}
        <p class="actions">
          <LinkButton page={page} href="/" look="primary" icon="house">
            {t('home')}
          </LinkButton>
          {!isSignedIn(page.actor) && (status === 403 || status === 404) && (
            <LinkButton page={page} href="/sign-in">
              {t('signIn')}
            </LinkButton>
          )}
        </p>
        {requestId && (
          <p class="help">
            {t('reference')} <code>{requestId}</code>
          </p>
        )}
      </div>
    </Frame>
  )
}
