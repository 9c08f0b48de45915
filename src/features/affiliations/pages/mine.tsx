import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { myProposals } from '../../organisations/queries/organisation.ts'
import { logoPath } from '../../organisations/rules/logo.ts'
import type { MyAffiliation } from '../queries/people.ts'
import type { myRequests } from '../queries/requests.ts'
import { isCurrent } from '../rules/affiliation.ts'
import { text } from '../text/people.ts'
import { periodOf } from './parts.tsx'

type Props = {
  page: Page
  affiliations: readonly MyAffiliation[]
  requests: Awaited<ReturnType<typeof myRequests>>
  proposals: Awaited<ReturnType<typeof myProposals>>
}

function Affiliation({ page, one, isPresent }: { page: Page; one: MyAffiliation; isPresent: boolean }) {
  const t = text(page.language)
  return (
    <ResultRow
      page={page}
      href={`/organisations/${one.slug}`}
      title={one.displayName}
      picture={<Avatar name={one.displayName} id={one.organisationId} picture={logoPath(one)} />}
      facts={[t(`role-${one.role}`), one.title, periodOf(one, page.language), one.city]}
      end={
        isPresent && (
          <div class="actions">
            {one.role === 'representative' && (
              <LinkButton page={page} href={`/organisations/${one.slug}/people`} icon="users" small>
                {t('colleagues')}
              </LinkButton>
            )}
            <LinkButton page={page} href={`/organisations/people/${one.id}/end`} look="quiet" icon="log-out" small>
              {t('leave')}
              <span class="sr-only"> {one.displayName}</span>
            </LinkButton>
          </div>
        )
      }
    />
  )
}

function Affiliations({
  page,
  all,
  title,
  isPresent,
}: {
  page: Page
  all: readonly MyAffiliation[]
  title: string
  isPresent: boolean
}) {
  return all.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul class="results is-rows">
        {all.map((one) => (
          <li>
            <Affiliation page={page} one={one} isPresent={isPresent} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Requests({ page, requests }: Pick<Props, 'page' | 'requests'>) {
  const t = text(page.language)
  return requests.length === 0 ? null : (
    <section>
      <h2>{t('waiting')}</h2>
      <ul class="results is-rows">
        {requests.map((one) => (
          <li>
            <ResultRow
              page={page}
              href={`/organisations/${one.slug}`}
              title={one.displayName}
              facts={[t(`role-${one.role}`), t('asked', { day: formatDay(dayOf(one.createdAt), page.language) })]}
              end={
                <Press page={page} action={`/organisations/requests/${one.id}/withdraw`} look="quiet" icon="x" small>
                  {t('withdraw')}
                </Press>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Proposals({ page, proposals }: Pick<Props, 'page' | 'proposals'>) {
  const t = text(page.language)
  return proposals.length === 0 ? null : (
    <section>
      <h2>{t('proposals')}</h2>
      <ul class="results is-rows">
        {proposals.map((one) => (
          <li>
            <ResultRow
              page={page}
              href={`/organisations/${one.slug}`}
              title={one.displayName}
              facts={[t('proposedOn', { day: formatDay(dayOf(one.createdAt), page.language) })]}
              end={
                <Chip tone={one.state === 'refused' ? 'bad' : 'waiting'}>
                  {t(one.state === 'refused' ? 'state-refused' : 'state-proposed')}
                </Chip>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** /organisations/mine */
export function MinePage({ page, affiliations, requests, proposals }: Props) {
  const t = text(page.language)
  const today = dayOf(page.now)
  const present = affiliations.filter((one) => isCurrent(one, today))
  const isNothing = affiliations.length + requests.length + proposals.length === 0
  return (
    <PlainPage
      page={page}
      title={t('mine')}
      intro={t('mineIntro')}
      current="organisations"
      noindex
      actions={
        <LinkButton page={page} href="/organisations/propose" icon="plus">
          {t('propose')}
        </LinkButton>
      }
    >
      <div class="stack">
        {isNothing && (
          <Empty
            title={t('mineNone')}
            icon="building"
            action={
              <LinkButton page={page} href="/organisations" look="primary">
                {t('toDirectory')}
              </LinkButton>
            }
          >
            {t('mineNoneHow')}
          </Empty>
        )}
        <Affiliations page={page} all={present} title={t('today')} isPresent />
        <Requests page={page} requests={requests} />
        <Proposals page={page} proposals={proposals} />
        <Affiliations
          page={page}
          all={affiliations.filter((one) => !present.includes(one))}
          title={t('before')}
          isPresent={false}
        />
      </div>
    </PlainPage>
  )
}
