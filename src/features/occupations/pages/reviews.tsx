import type { Day } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import type { OccupationRow } from '../queries/list.ts'
import { isReviewDue, reviewDue } from '../rules/publishing.ts'
import { titleOf } from '../rules/titles.ts'
import { text } from '../text/pages.ts'
import { workText } from '../text/work.ts'
import { Title } from './pieces.tsx'

type Row = OccupationRow & { readonly reviewedOn: Day | null; readonly owner: string | null }
type ReviewsProps = { page: Page; rows: readonly Row[]; today: Day }

/** The sheets that nobody has read again for a year. */
export function ReviewsPage({ page, rows, today }: ReviewsProps) {
  const t = workText(page.language)
  const due = rows.filter((row) => isReviewDue(row.reviewedOn, today))
  const later = rows.filter((row) => !isReviewDue(row.reviewedOn, today))
  const [next] = later
  return (
    <PlainPage
      page={page}
      title={t('reviewsTitle')}
      intro={<p>{t('reviewsIntro')}</p>}
      current="occupations"
      noindex
      trail={[{ href: '/occupations', label: text(page.language)('occupations') }]}
    >
      {due.length === 0 ? (
        <Empty title={t('reviewsNone')} icon="circle-check">
          {next &&
            t('reviewsNoneHow', {
              title: titleOf(next, page.language),
              day: formatDay(reviewDue(next.reviewedOn) ?? today, page.language),
            })}
        </Empty>
      ) : (
        <ReviewTable page={page} rows={due} title={t('dueCount', { count: due.length })} deeds today={today} />
      )}
      {later.length > 0 && <ReviewTable page={page} rows={later.slice(0, 10)} title={t('next')} today={today} />}
    </PlainPage>
  )
}

type TableProps = ReviewsProps & { title: string; deeds?: boolean }
function ReviewTable({ page, rows, title, today, deeds }: TableProps) {
  const t = workText(page.language)
  const words = text(page.language)
  const when = ({ reviewedOn }: Row) => {
    const day = reviewDue(reviewedOn)
    if (day === null) return t('dueNever')
    return t(day <= today ? 'dueSince' : 'dueOn', { day: formatDay(day, page.language) })
  }
  return (
    <section class="stack mb-10">
      <h2>{title}</h2>
      <Table
        page={page}
        caption={title}
        rows={rows}
        columns={[
          {
            label: words('sheetKind'),
            head: true,
            cell: (row) => (
              <a href={page.href(`/occupations/${row.slug}`)}>
                <Title page={page} sheet={row} />
              </a>
            ),
          },
          { label: words('keptBy'), cell: ({ owner }) => owner ?? '–' },
          { label: words('reviewed'), cell: when },
          ...(deeds
            ? [
                {
                  label: t('reviewColumn'),
                  cell: (row: Row) => (
                    <Press page={page} small icon="check" action={`/occupations/${row.slug}/review`}>
                      {words('review')}
                    </Press>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
