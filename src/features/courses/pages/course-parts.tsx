import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatList, formatNumber } from '../../../kernel/format.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import { Section } from '../../../ui/record.tsx'
import { Table } from '../../../ui/table.tsx'
import * as policy from '../policy.ts'
import type { CourseRecord } from '../queries/course.ts'
import type { Sponsorship } from '../queries/sponsorships.ts'
import { isCurrent } from '../rules/course.ts'
import { text } from '../text/pages.ts'
import { text as work } from '../text/work.ts'
import { Worded } from './pieces.tsx'

type Shown = { page: Page; course: CourseRecord }

export const Productions = ({ page, course }: Shown) => {
  const t = text(page.language)
  return (
    <Section id="productions" title={t('productions')}>
      <p class="help mb-3 print:hidden">{t('productionsIntro')}</p>
      <ul class="grid list-none gap-2 p-0">
        {course.productions.map(({ title, year, url }) => (
          <li>
            <a href={url} rel="noopener external">
              {title}
            </a>{' '}
            <span class="help">{year}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Under this many answers a percentage says little: the page says so. */
const fewAnswers = 20
/** A rate never stands without how many answered, and who says so. */
export const Insertions = ({ page, course }: Shown) => {
  const t = text(page.language)
  return (
    <Section id="insertion" title={t('insertion')}>
      <Table
        page={page}
        caption={t('insertionCaption')}
        rows={course.insertions}
        columns={[
          { label: t('insertionYear'), head: true, cell: ({ year }) => year },
          { label: t('insertionRate'), numeric: true, cell: ({ rate }) => t('percent', { rate }) },
          {
            label: t('insertionSample'),
            numeric: true,
            cell: ({ sample }) => formatNumber(sample, page.language),
          },
          { label: t('insertionSource'), cell: ({ source }) => <Worded page={page} text={source} /> },
        ]}
      />
      {course.insertions.some(({ sample }) => sample < fewAnswers) && <p class="help">{t('smallSample')}</p>}
    </Section>
  )
}

function periodIn({ page, one }: { page: Page; one: Pick<Sponsorship, 'startsOn' | 'endsOn'> }): string {
  const t = text(page.language)
  const from = formatDay(one.startsOn, page.language)
  return one.endsOn === null
    ? t('since', { day: from })
    : t('period', { from, to: formatDay(one.endsOn, page.language) })
}

/** « Studio Plume d’Ombre : jurys et stages, depuis le 1er septembre 2024 » */
export const SponsorLine = ({ page, one }: { page: Page; one: Sponsorship }) => {
  const t = text(page.language)
  const promises = formatList(
    one.commitments.map((each) => t(`commitment-${each}`)),
    page.language,
  )
  return (
    <>
      <p>
        <a class="font-semibold" href={page.href(`/organisations/${one.organisationSlug}`)}>
          {one.organisationName}
        </a>{' '}
        <span class="help">
          {promises}, {periodIn({ page, one })}
        </span>
      </p>
      {one.note.fr && (
        <p class="help">
          <Worded page={page} text={one.note} />
        </p>
      )}
    </>
  )
}

function SponsorDeeds({ page, course, one }: Shown & { one: Sponsorship }) {
  const w = work(page.language)
  const subject = { schoolIds: course.schoolIds, organisationId: one.organisationId, proposedBy: one.proposedBy }
  const path = `/courses/sponsorships/${one.id}`
  if (one.state === 'proposed')
    return policy.answerSponsorship(page.actor, subject) ? (
      <div class="actions">
        <Press page={page} action={`${path}/confirm`} look="primary" icon="check" small>
          {w('confirmSponsorship')}
          <span class="sr-only"> {one.organisationName}</span>
        </Press>
        <Press page={page} action={`${path}/decline`} look="quiet" icon="x" small>
          {w('declineSponsorship')}
          <span class="sr-only"> {one.organisationName}</span>
        </Press>
      </div>
    ) : (
      <Chip tone="waiting">{w('sponsorshipWaits')}</Chip>
    )
  return one.state === 'confirmed' && policy.endSponsorship(page.actor, subject) ? (
    <LinkButton page={page} href={`${path}/end`} look="quiet" icon="x" small>
      {w('endSponsorship')}
      <span class="sr-only"> {one.organisationName}</span>
    </LinkButton>
  ) : null
}

type SponsorsProps = Shown & { sponsors: readonly Sponsorship[] }
export function Sponsors({ page, course, sponsors }: SponsorsProps) {
  const t = text(page.language)
  const today = dayOf(page.now)
  return (
    <Section id="sponsors" title={t('sponsors')}>
      <p class="help mb-3 print:hidden">{t('sponsorsIntro')}</p>
      <ul class="grid list-none gap-4 p-0">
        {sponsors.map((one) => (
          <li>
            <SponsorLine page={page} one={one} />
            {one.state !== 'proposed' && !isCurrent(one, today) && one.startsOn <= today && <Chip>{t('past')}</Chip>}
            <SponsorDeeds page={page} course={course} one={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const Labels = ({ page, course }: Shown) => {
  const t = text(page.language)
  return (
    <Section id="labels" title={t('labels')}>
      <ul class="grid list-none gap-2 p-0">
        {course.labels.map(({ name, startsOn, endsOn }) => (
          <li>
            <Worded page={page} text={name} /> <span class="help">{periodIn({ page, one: { startsOn, endsOn } })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
