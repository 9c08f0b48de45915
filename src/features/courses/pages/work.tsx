import { dayOf } from '../../../kernel/days.ts'
import { formatRelativeDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Pager } from '../../../ui/pager.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import * as policy from '../policy.ts'
import type { Sponsorship } from '../queries/sponsorships.ts'
import { type Queue, queues, type WorkRow } from '../queries/work.ts'
import { missingIn } from '../rules/course.ts'
import { text as words } from '../text/pages.ts'
import { text as refusals } from '../text/refusals.ts'
import { text } from '../text/work.ts'
import { SponsorLine } from './course-parts.tsx'
import { CourseItem, type Sectors, StateChip, schoolNames, Worded } from './pieces.tsx'

const trailOf = (page: Page) => [{ href: '/courses', label: words(page.language)('courses') }]

type MineProps = {
  page: Page
  rows: readonly WorkRow[]
  sponsorships: readonly Sponsorship[]
  sectors: Sectors
  /** Whether the reader represents a school at all. */
  hasSchool: boolean
}
/** What a draft lacks before it can be submitted. */
function Missing({ page, row }: { page: Page; row: WorkRow }) {
  const t = refusals(page.language)
  const missing = row.state === 'draft' ? missingIn(row, row.schools.length) : []
  return missing.length === 0 ? null : (
    <p class="help">
      {text(page.language)('toComplete', { fields: missing.map((field) => t(`missing-${field}`)).join(', ') })}
    </p>
  )
}
/** /courses/mine */
export function MinePage({ page, rows, sponsorships, sectors, hasSchool }: MineProps) {
  const t = text(page.language)
  const add = (
    <LinkButton page={page} href="/courses/new" look="primary" icon="plus">
      {words(page.language)('add')}
    </LinkButton>
  )
  return (
    <PlainPage
      page={page}
      title={t('mine')}
      intro={t('mineIntro')}
      current="courses"
      noindex
      trail={trailOf(page)}
      actions={hasSchool && rows.length > 0 && add}
    >
      <div class="stack">
        {rows.length === 0 &&
          (hasSchool ? (
            <Empty title={t('mineNone')} icon="graduation-cap" action={add}>
              {t('mineNoneHow')}
            </Empty>
          ) : (
            sponsorships.length === 0 && (
              <Empty
                title={t('mineNoSchool')}
                icon="graduation-cap"
                action={
                  <LinkButton page={page} href="/organisations?kind=school">
                    {t('toDirectory')}
                  </LinkButton>
                }
              >
                {t('mineNoSchoolHow')}
              </Empty>
            )
          ))}
        {rows.length > 0 && (
          <section>
            <h2>{t('ownCourses')}</h2>
            <div class="results is-rows">
              {rows.map((row) => (
                <CourseItem
                  page={page}
                  row={row}
                  sectors={sectors}
                  lead={<Missing page={page} row={row} />}
                  end={<StateChip page={page} state={row.state} />}
                />
              ))}
            </div>
          </section>
        )}
        {sponsorships.length > 0 && (
          <section>
            <h2>{t('ownSponsorships')}</h2>
            <SponsorshipTable page={page} rows={sponsorships} />
          </section>
        )}
      </div>
    </PlainPage>
  )
}

/** The course is where one answers; each line leads there. */
const SponsorshipTable = ({ page, rows }: { page: Page; rows: readonly Sponsorship[] }) => {
  const t = text(page.language)
  return (
    <Table
      page={page}
      caption={t('ownSponsorships')}
      rows={rows}
      columns={[
        {
          label: t('column'),
          head: true,
          cell: (one) => (
            <a href={page.href(`/courses/${one.courseSlug}#sponsors`)}>
              <Worded page={page} text={one.courseTitle} />
            </a>
          ),
        },
        { label: t('sponsorTitle'), cell: (one) => <SponsorLine page={page} one={one} /> },
        { label: t('next'), cell: (one) => one.state === 'proposed' && t('sponsorshipWaits') },
      ]}
    />
  )
}

export const workPageSize = 30
export const tabs = [...queues, 'sponsorships'] as const
export type Tab = (typeof tabs)[number]
type TeamProps = {
  page: Page
  tab: Tab
  q: string
  rows: readonly WorkRow[]
  sponsorships: readonly Sponsorship[]
  total: number
  counts: Readonly<Record<Tab, number>>
  current: number
}
const dateOf = (row: WorkRow, queue: Queue) =>
  queue === 'submitted' ? row.submittedAt : queue === 'changed' ? row.unseenSince : row.changedAt

function QueueTable({ page, rows, queue }: { page: Page; rows: readonly WorkRow[]; queue: Queue }) {
  const t = text(page.language)
  const today = dayOf(page.now)
  return (
    <Table
      page={page}
      caption={t(`tab-${queue}`)}
      rows={rows}
      columns={[
        {
          label: t('column'),
          head: true,
          cell: (row) => (
            <a href={page.href(`/courses/${row.slug}${queue === 'changed' ? '#history' : ''}`)}>
              {inLanguage(row.title, page.language)}
            </a>
          ),
        },
        { label: words(page.language)('diploma'), cell: (row) => row.diploma },
        { label: t('school'), cell: (row) => schoolNames(row.schools, page.language) },
        {
          label: t('since'),
          cell: (row) => {
            const at = dateOf(row, queue)
            return at && formatRelativeDay(dayOf(at), today, page.language)
          },
        },
      ]}
    />
  )
}

/** /courses/team */
export function TeamPage({ page, tab, q, rows, sponsorships, total, counts, current }: TeamProps) {
  const t = text(page.language)
  const path = (one: Tab) => `/courses/team?queue=${one}`
  const isEmpty = rows.length + sponsorships.length === 0
  return (
    <PlainPage
      page={page}
      title={t('team')}
      intro={t('teamIntro')}
      current="courses"
      noindex
      trail={trailOf(page)}
      actions={
        policy.staffOnly(page.actor) && (
          <>
            <LinkButton page={page} href="/courses/suggestions" icon="lightbulb">
              {t('suggestions')}
            </LinkButton>
            <LinkButton page={page} href="/courses/imports" icon="upload">
              {t('imports')}
            </LinkButton>
          </>
        )
      }
    >
      <div class="stack">
        <Tabs
          page={page}
          label={t('tabs')}
          tabs={tabs.map((one) => ({
            href: path(one),
            label: t(`tab-${one}`),
            count: counts[one],
            current: one === tab,
          }))}
        />
        {tab !== 'sponsorships' && (counts[tab] > workPageSize || q !== '') && (
          <search>
            <form method="get" action={page.href('/courses/team')} class="actions">
              <input type="hidden" name="queue" value={tab} />
              <label class="sr-only" for="team-q">
                {t('searchTeam')}
              </label>
              <input id="team-q" class="input" type="search" name="q" value={q} placeholder={t('searchTeam')} />
              <button class="btn" type="submit">
                {t('search')}
              </button>
            </form>
          </search>
        )}
        {isEmpty && (
          <Empty title={t(`none-${tab}`)} icon="circle-check">
            {t('noneHow')}
          </Empty>
        )}
        {tab !== 'sponsorships' && rows.length > 0 && <QueueTable page={page} rows={rows} queue={tab} />}
        {tab === 'sponsorships' && sponsorships.length > 0 && <SponsorshipTable page={page} rows={sponsorships} />}
        <Pager
          page={page}
          total={total}
          current={current}
          size={workPageSize}
          href={(number) => `${path(tab)}${q ? `&q=${encodeURIComponent(q)}` : ''}&page=${number}`}
        />
      </div>
    </PlainPage>
  )
}
