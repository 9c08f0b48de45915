import { formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Figure } from '../../../ui/facts.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Figures } from '../queries/figures.ts'
import { text } from '../text/pages.ts'
import { staffText } from '../text/staff.ts'
import { FollowUpTabs, listPaths, type TabCounts } from './lists.tsx'
import { kindLabel } from './words.ts'

type Counted = Figures['whole']
const year = 'period=year'
const nothing = '–'
const listOf = (...query: string[]) => `${listPaths.all}?${query.filter(Boolean).join('&')}`

/** One figure after the comma: half a day says something, a minute does not. */
const days = (value: number | null, language: Language) =>
  value === null ? nothing : formatNumber(Math.round(value * 10) / 10, language)
const percent = ({ byDigest, settled }: Counted, language: Language) =>
  settled === 0 ? nothing : `${formatNumber(Math.round((100 * byDigest) / settled), language)}\u00a0%`

export function FiguresPage({ page, figures, counts }: { page: Page; figures: Figures; counts: TabCounts }) {
  const t = staffText(page.language)
  const isEmpty = figures.byKind.length === 0
  return (
    <Frame page={page} title={t('figures')} noindex>
      <Heading title={t('figures')} intro={<p>{t('figuresIntro')}</p>} />
      <FollowUpTabs page={page} current="figures" counts={counts} />
      {isEmpty ? (
        <Empty title={t('noFigures')} icon="chart-column">
          {t('noFiguresHow')}
        </Empty>
      ) : (
        <div class="stack">
          <Whole page={page} whole={figures.whole} />
          <Table
            page={page}
            caption={t('byKind')}
            titled
            rows={figures.byKind}
            columns={[
              { label: t('kind'), head: true, cell: ({ kind }) => kindLabel(kind, page.language) },
              ...columns<Figures['byKind'][number]>(page, ({ kind }) => `kind=${encodeURIComponent(kind)}`),
            ]}
          />
          {figures.byOrganisation.length > 0 && (
            <Table
              page={page}
              caption={t('byOrganisation')}
              titled
              rows={figures.byOrganisation}
              columns={[
                {
                  label: t('organisation'),
                  head: true,
                  cell: ({ name }) => name ?? text(page.language)('anOrganisation'),
                },
                ...columns<Figures['byOrganisation'][number]>(page, ({ id }) => `debtor=${id}`),
              ]}
            />
          )}
        </div>
      )}
    </Frame>
  )
}

function Whole({ page, whole }: { page: Page; whole: Counted }) {
  const t = staffText(page.language)
  const number = (value: number) => formatNumber(value, page.language)
  return (
    <div class="figures-row">
      <Figure
        page={page}
        value={number(whole.open)}
        unit={t('open', { count: whole.open })}
        href={listOf('state=open')}
      />
      <Figure page={page} value={number(whole.overdue)} unit={t('overdue')} href={listOf('state=overdue')} />
      <Figure
        page={page}
        value={number(whole.settled)}
        unit={t('settled', { count: whole.settled })}
        href={listOf('state=settled', year)}
      />
      <Figure
        page={page}
        value={number(whole.elsewhere)}
        unit={t('elsewhere', { count: whole.elsewhere })}
        href={listOf('state=elsewhere', year)}
      />
      <Figure
        page={page}
        value={days(whole.medianDays, page.language)}
        unit={t('median')}
        href={listOf('state=settled', year)}
      />
      <Figure
        page={page}
        value={percent(whole, page.language)}
        unit={t('share')}
        href={listOf('state=settled', 'digest=yes', year)}
      />
    </div>
  )
}

/** Each number of a line opens onto its list. */
function columns<Row extends Counted>(page: Page, narrowed: (row: Row) => string): Column<Row>[] {
  const t = staffText(page.language)
  const link = (row: Row, value: string, ...query: string[]) =>
    value === nothing ? value : <a href={page.href(listOf(...query, narrowed(row)))}>{value}</a>
  const number = (value: number) => formatNumber(value, page.language)
  return [
    { label: t('openColumn'), numeric: true, cell: (row) => link(row, number(row.open), 'state=open') },
    { label: t('overdueColumn'), numeric: true, cell: (row) => link(row, number(row.overdue), 'state=overdue') },
    { label: t('settledColumn'), numeric: true, cell: (row) => link(row, number(row.settled), 'state=settled', year) },
    {
      label: t('medianColumn'),
      numeric: true,
      cell: (row) => link(row, days(row.medianDays, page.language), 'state=settled', year),
    },
    {
      label: t('shareColumn'),
      numeric: true,
      cell: (row) => link(row, percent(row, page.language), 'state=settled', 'digest=yes', year),
    },
  ]
}
