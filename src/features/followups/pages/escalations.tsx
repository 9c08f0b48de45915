import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { Chip } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { blank } from '../../../ui/form.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Escalation, Escalations } from '../queries/escalations.ts'
import type { FollowUp } from '../queries/lists.ts'
import { text } from '../text/pages.ts'
import { staffText } from '../text/staff.ts'
import { CallForm } from './call-form.tsx'
import { FollowUpTabs, type TabCounts } from './lists.tsx'
import { creditorName, standingWords } from './words.ts'

export const escalationsPath = '/followups/escalations'
type EscalationsProps = { page: Page; escalations: Escalations; counts: TabCounts }

/** Whom to call, at which number, since when; and what came of it. */
export function EscalationsPage({ page, escalations, counts }: EscalationsProps) {
  const t = staffText(page.language)
  const { toCall, called } = escalations
  const exports = ['csv', 'xlsx'] as const
  return (
    <Frame page={page} title={t('escalations')} noindex>
      <Heading title={t('escalations')} intro={<p>{t('escalationsIntro')}</p>} />
      <FollowUpTabs page={page} current="escalations" counts={counts} />
      {toCall.length === 0 ? (
        <Empty title={t('none')} icon="phone">
          {t('noneHow')}
        </Empty>
      ) : (
        <>
          <div class="list-bar">
            <h2 class="list-count">{t('calls', { count: toCall.length })}</h2>
            <p class="list-exports">
              {exports.map((kind) => (
                <a href={page.href(`${escalationsPath}/export.${kind}`)} rel="nofollow" data-turbo="false" download="">
                  <Icon name="download" small />
                  {kind.toUpperCase()}
                </a>
              ))}
            </p>
          </div>
          <ol class="call-list">
            {toCall.map((one) => (
              <li>
                <Call page={page} one={one} escalations={escalations} />
              </li>
            ))}
          </ol>
          <p class="help">{t('printHow')}</p>
        </>
      )}
      {called.length > 0 && (
        <section class="stack mt-10">
          <h2>{t('called')}</h2>
          <ol class="call-list">
            {called.map((one) => (
              <li>
                <Call page={page} one={one} escalations={escalations} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Frame>
  )
}

type CallProps = { page: Page; one: Escalation; escalations: Escalations }
function Call({ page, one, escalations }: CallProps) {
  const t = staffText(page.language)
  const [first] = one.rows
  return (
    <article class="call">
      <header>
        <h3>
          <DebtorName page={page} one={one} />
        </h3>
        {first && <p class="help">{t('since', { day: formatDay(dayOf(first.openedAt), page.language) })}</p>}
      </header>
      <p class="call-number">
        <Icon name="phone" small />
        {one.organisation?.phone ? (
          <a href={`tel:${one.organisation.phone.replace(/[^\d+]/g, '')}`}>{one.organisation.phone}</a>
        ) : (
          <span>{t('noPhone')}</span>
        )}
      </p>
      <Contacts page={page} one={one} />
      <ul class="call-owed">
        {one.rows.map((row) => (
          <li>
            <OwedThere page={page} row={row} names={escalations.names} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function DebtorName({ page, one }: Omit<CallProps, 'escalations'>) {
  const t = staffText(page.language)
  if (one.organisation) return <a href={page.href(one.organisation.href)}>{one.organisation.name}</a>
  return one.isTeam ? t('teamItself') : (one.contacts[0]?.name ?? text(page.language)('someone'))
}

function Contacts({ page, one }: Omit<CallProps, 'escalations'>) {
  const t = staffText(page.language)
  if (one.isTeam) return null
  if (one.contacts.length === 0) return <Chip tone="bad">{t('nobody')}</Chip>
  return (
    <p class="call-contacts">
      {t('ask')}{' '}
      {one.contacts.map(({ name, email }, place) => (
        <>
          {place > 0 && ', '}
          {name} (<a href={`mailto:${email}`}>{email}</a>)
        </>
      ))}
    </p>
  )
}

function OwedThere({ page, row, names }: { page: Page; row: FollowUp; names: Escalations['names'] }) {
  const t = staffText(page.language)
  const title = inLanguage(row.title, page.language)
  const standing = standingWords(row, dayOf(page.now), page.language)
  const day = (value: string) => formatDay(value, page.language)
  return (
    <>
      <p>
        <a href={page.href(`/followups/${row.id}`)}>{title}</a> <Chip tone={standing.tone}>{standing.label}</Chip>
      </p>
      <p class="help">
        {text(page.language)('from', { who: creditorName(page, row, names) })}
        {row.calledAt && row.callAgainOn
          ? ` · ${t('calledOn', { day: day(dayOf(row.calledAt)), again: day(row.callAgainOn) })}`
          : ''}
      </p>
      <details class="other-ways">
        <summary class="btn btn-plain btn-sm">
          <Icon name="phone" small />
          {t('call')}
          <span class="sr-only"> {title}</span>
        </summary>
        <div class="call-form">
          <CallForm page={page} row={row} draft={blank} back={escalationsPath} />
        </div>
      </details>
    </>
  )
}
