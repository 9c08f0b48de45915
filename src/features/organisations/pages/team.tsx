import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { SectorChips } from '../../../ui/chips.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { TextArea } from '../../../ui/form/field.tsx'
import type { Draft } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import type { Duplicate } from '../queries/duplicates.ts'
import type { inState } from '../queries/organisation.ts'
import { pick } from '../rules/sector-labels.ts'
import { text as words } from '../text/directory.ts'
import { text as form } from '../text/form.ts'
import { text } from '../text/team.ts'
import { Mark } from './mark.tsx'

type Waiting = Awaited<ReturnType<typeof inState>>[number]
type Proposed = Waiting & { readonly likely: readonly Duplicate[] }
type Sectors = ReadonlyMap<string, Sector>

function Likely({ page, likely }: { page: Page; likely: readonly Duplicate[] }) {
  if (likely.length === 0) return null
  const t = form(page.language)
  return (
    <Notice tone="waiting" title={t('duplicates')}>
      <ul>
        {likely.map((one) => (
          <li>
            <a href={page.href(`/organisations/${one.slug}`)}>{one.displayName}</a>{' '}
            {[one.city, t(`like-${one.likeness}`)].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Row({ page, one, sectors }: { page: Page; one: Waiting; sectors: Sectors }) {
  const t = text(page.language)
  const day = formatDay(dayOf(one.createdAt), page.language)
  const said = one.proposerName ? t('proposedBy', { name: one.proposerName, day }) : t('proposedOn', { day })
  return (
    <ResultRow
      page={page}
      href={`/organisations/${one.slug}`}
      title={one.displayName}
      picture={<Mark organisation={one} />}
      lead={inLanguage(one.summary, page.language)}
      facts={[words(page.language)(`kind-${one.kind}`), one.city, one.state === 'proposed' && said]}
      chips={<SectorChips page={page} sectors={pick(sectors, one.sectors)} />}
    />
  )
}

function Proposal({ page, one, sectors }: { page: Page; one: Proposed; sectors: Sectors }) {
  const t = text(page.language)
  const path = `/organisations/${one.slug}`
  return (
    <li>
      <Row page={page} one={one} sectors={sectors} />
      <Likely page={page} likely={one.likely} />
      <div class="actions">
        <Press page={page} action={`${path}/publish`} look="primary" icon="check">
          {t('publish')}
        </Press>
        <LinkButton page={page} href={`${path}/refuse`} icon="x">
          {t('refuse')}
        </LinkButton>
      </div>
    </li>
  )
}

type TeamProps = { page: Page; proposed: readonly Proposed[]; archived: readonly Waiting[]; sectors: Sectors }
/** /organisations/proposals: what waits for the team, and what it has put aside. */
export function TeamPage({ page, proposed, archived, sectors }: TeamProps) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('team')}
      intro={t('teamIntro')}
      current="organisations"
      noindex
      trail={[{ href: '/organisations', label: words(page.language)('directory') }]}
      actions={
        <>
          <LinkButton page={page} href="/organisations/sectors" look="quiet" icon="tag">
            {t('sectors')}
          </LinkButton>
          <LinkButton page={page} href="/organisations/imports" icon="upload">
            {t('imports')}
          </LinkButton>
        </>
      }
    >
      <div class="stack">
        <h2>{t('proposals')}</h2>
        {proposed.length === 0 ? (
          <Empty title={t('noProposals')}>{t('noProposalsHow')}</Empty>
        ) : (
          <ul class="results is-rows">
            {proposed.map((one) => (
              <Proposal page={page} one={one} sectors={sectors} />
            ))}
          </ul>
        )}
        <h2>{t('archived')}</h2>
        {archived.length === 0 ? (
          <Empty title={t('noArchived')} icon="archive">
            {t('noArchivedHow')}
          </Empty>
        ) : (
          <ul class="results is-rows">
            {archived.map((one) => (
              <li>
                <Row page={page} one={one} sectors={sectors} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </PlainPage>
  )
}

type DeedProps = { page: Page; draft: Draft; organisation: { readonly slug: string; readonly displayName: string } }
/** /organisations/:slug/refuse */
export function RefusePage({ page, draft, organisation }: DeedProps) {
  const t = text(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('refuseTitle', { name: organisation.displayName })}
      consequence={t('refuseHow')}
      action={`/organisations/${organisation.slug}/refuse`}
      button={t('refuse')}
      cancel={{ href: '/organisations/proposals' }}
      draft={draft}
    >
      <TextArea
        page={page}
        draft={draft}
        name="reason"
        label={t('reason')}
        help={t('refuseReasonHelp')}
        maxlength={500}
      />
    </ConfirmPage>
  )
}

/** /organisations/:slug/archive */
export function ArchivePage({ page, draft, organisation }: DeedProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}`
  return (
    <ConfirmPage
      page={page}
      title={t('archiveTitle', { name: organisation.displayName })}
      consequence={t('archiveHow')}
      action={`${path}/archive`}
      button={t('archive')}
      cancel={{ href: path }}
      draft={draft}
    >
      <TextArea
        page={page}
        draft={draft}
        name="reason"
        label={t('reason')}
        help={t('archiveReasonHelp')}
        maxlength={500}
      />
    </ConfirmPage>
  )
}
