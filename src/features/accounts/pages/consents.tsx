import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { Press } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import type { ConsentState } from '../rules/consents.ts'
import { accountText } from '../text/account.ts'
import { AccountPage, Part } from './account.tsx'

type Kept = {
  readonly kind: string
  readonly version: string
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
}
export function Consents({
  page,
  states,
  history,
}: {
  page: Page
  states: readonly ConsentState[]
  history: readonly Kept[]
}) {
  const { language } = page
  const t = accountText(language)
  const title = (kind: string) => {
    const state = states.find(({ text }) => text.kind === kind)
    return state ? inLanguage(state.text.title, language) : kind
  }
  const day = (at: Date) => formatDay(dayOf(at), language)
  return (
    <AccountPage page={page} section="consents" intro={t('consentsIntro')}>
      {states.map((state) => (
        <ConsentPart page={page} state={state} />
      ))}
      {history.length > 0 && (
        <Part id="consent-history" title={t('consentHistory')}>
          <ul class="stack gap-2">
            {history.map(({ kind, version, givenAt, withdrawnAt }) => (
              <li>
                <b>{title(kind)}</b> – {t('consentVersion', { day: formatDay(version, language) })} –{' '}
                {t('consentGiven', { day: day(givenAt) })}
                {withdrawnAt && `, ${t('consentWithdrawn', { day: day(withdrawnAt) })}`}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </AccountPage>
  )
}

function ConsentPart({ page, state: { text, given, isOutdated } }: { page: Page; state: ConsentState }) {
  const { language } = page
  const t = accountText(language)
  const isStanding = given !== null && !isOutdated
  const version = t('consentVersion', { day: formatDay(text.since, language) })
  return (
    <Part id={`consent-${text.kind}`} title={inLanguage(text.title, language)} help={version}>
      <Prose text={inLanguage(text.body, language)} />
      <div class="actions">
        <Chip tone={isStanding ? 'good' : isOutdated ? 'waiting' : 'neutral'} icon={isStanding ? 'check' : undefined}>
          {given ? t('consentGiven', { day: formatDay(dayOf(given.givenAt), language) }) : t('consentNot')}
        </Chip>
        {!isStanding && (
          <Press page={page} action={`/account/consents/${text.kind}/give`} small look="primary">
            {t('consentGive')}
          </Press>
        )}
        {given && !text.required && (
          <Press page={page} action={`/account/consents/${text.kind}/withdraw`} small>
            {t('consentWithdraw')}
          </Press>
        )}
      </div>
      {isOutdated && <p class="help">{t('consentOutdated')}</p>}
      {given && text.required && <p class="help">{t('consentRequired')}</p>}
    </Part>
  )
}
