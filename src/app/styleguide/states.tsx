import { addDays, dayOf } from '../../kernel/days.ts'
import { formatDay, formatNumber } from '../../kernel/format.ts'
import { inLanguage } from '../../kernel/localised.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ResultRow } from '../../ui/card.tsx'
import { SectorChips } from '../../ui/chips.tsx'
import { Empty } from '../../ui/empty.tsx'
import { History, type HistoryEntry } from '../../ui/history.tsx'
import type { ListProps } from '../../ui/list.tsx'
import { type ListState, listWindow } from '../../ui/list-state.ts'
import { MapView } from '../../ui/map.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Page } from '../../ui/page.ts'
import { Pager } from '../../ui/pager.tsx'
import { Progress } from '../../ui/progress.tsx'
import { BigSearch } from '../../ui/search-field.tsx'
import { Stepper, stepsTo } from '../../ui/stepper.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Trail } from '../../ui/trail.tsx'
import { colourOf, headCountOf, type Organisation, sectorsOf } from './content.ts'
import type { Given } from './pieces.tsx'
import { text } from './text.ts'

export function Notices({ page }: Given) {
  const t = text(page.language)
  return (
    <div class="stack">
      <Notice title={t('known')}>
        <p>{t('knownWhy')}</p>
      </Notice>
      <Notice tone="good" title={t('done')}>
        <p>{t('doneWhy')}</p>
      </Notice>
      <Notice tone="waiting" title={t('missing')}>
        <p>{t('missingWhy')}</p>
      </Notice>
      <Notice tone="bad" title={t('wrong')}>
        <p>{t('wrongWhy')}</p>
      </Notice>
      <Empty
        title={t('none')}
        action={
          <LinkButton page={page} href="/styleguide/form" look="primary" icon="plus">
            {t('write')}
          </LinkButton>
        }
      >
        {t('noneHow')}
      </Empty>
    </div>
  )
}

const states = ['received', 'read', 'labelled', 'financed'] as const
export const exampleSteps = (page: Page) =>
  stepsTo(
    states,
    'labelled',
    (state) => text(page.language)(state),
    (state) => formatDay(addDays(dayOf(page.now), 30 * (states.indexOf(state) - 2)), page.language),
  )

export function States({ page, content }: Given) {
  const t = text(page.language)
  return (
    <div class="stack">
      <Trail page={page} crumbs={[{ href: '/styleguide', label: t('title') }]} />
      <Stepper page={page} steps={exampleSteps(page)} />
      <Tabs
        page={page}
        label={t('dossier')}
        tabs={[
          { href: '/styleguide', label: t('summaryTab'), current: true },
          { href: '/styleguide/work', label: t('partnersTab'), count: 4 },
          { href: '/styleguide/record', label: t('budgetTab') },
        ]}
      />
      <Progress page={page} label={t('import')} done={content.organisations.length} total={60} />
      <Pager page={page} total={412} current={2} size={30} href={(number) => `/styleguide?page=${number}`} />
    </div>
  )
}

export function Tables({ page, content }: Given) {
  const t = text(page.language)
  const rows = content.organisations.slice(0, 5)
  const total = rows.reduce((sum, row) => sum + headCountOf(row), 0)
  return (
    <Table
      page={page}
      caption={t('tableOf')}
      titled
      rows={rows}
      sorting={{ current: 'name', href: (sort) => `/styleguide?sort=${sort}` }}
      columns={[
        { label: t('organisation'), cell: ({ name }) => name.display, head: true, sort: 'name' },
        { label: t('city'), cell: ({ establishments: [place] }) => place?.city },
        {
          label: t('staff'),
          cell: (row) => formatNumber(headCountOf(row), page.language),
          numeric: true,
          sort: 'size',
        },
      ]}
      foot={[t('total'), '', formatNumber(total, page.language)]}
    />
  )
}

/** The directory's list, over the demo's files: search and filters work. */
export function exampleList(
  page: Page,
  all: readonly Organisation[],
  state: ListState,
  size: number,
): ListProps<Organisation> {
  const t = text(page.language)
  const wanted = state.filters.getAll('sector')
  const found = all.filter(
    ({ name, sectors }) =>
      name.display.toLowerCase().includes(state.q.toLowerCase()) &&
      (wanted.length === 0 || wanted.some((sector) => sectors.includes(sector))),
  )
  const { limit, offset } = listWindow(state, size)
  return {
    page,
    path: '/styleguide/list',
    state,
    total: found.length,
    size: limit,
    rows: found.slice(offset, offset + limit),
    counted: t('counted', { count: found.length }),
    searchLabel: t('searchLabel'),
    filters: [
      {
        name: 'sector',
        label: t('sector'),
        kind: 'many',
        prominent: true,
        options: sectorsOf(page.language).map(({ key, label }) => ({
          value: key,
          label,
          count: all.filter(({ sectors }) => sectors.includes(key)).length,
        })),
      },
    ],
    sorts: [
      { key: 'name', label: t('byName') },
      { key: 'size', label: t('bySize') },
    ],
    view: {
      kind: 'rows',
      render: (row) => (
        <ResultRow
          page={page}
          href="/styleguide/work"
          title={row.name.display}
          chips={<SectorChips page={page} sectors={sectorsOf(page.language, row.sectors)} />}
          lead={inLanguage(row.summary, page.language)}
          facts={[row.establishments[0]?.city]}
        />
      ),
    },
  }
}

export const exampleHistory = ({ page, content }: Given): HistoryEntry[] => {
  const t = text(page.language)
  const [writer, other] = content.people
  const [organisation] = content.organisations
  const [place] = organisation?.establishments ?? []
  return [
    {
      at: page.now,
      who: writer?.name ?? '',
      sentence: t('moved'),
      changes: [{ label: t('address'), before: null, after: `${place?.address}, ${place?.city}` }],
    },
    { at: new Date(page.now.getTime() - 86_400_000), who: other?.name ?? '', sentence: t('wrote') },
  ]
}

export const Past = (given: Given) => <History page={given.page} entries={exampleHistory(given)} open />

export function Places({ page, content }: Given) {
  const points = content.organisations.flatMap((organisation) =>
    organisation.establishments.flatMap(({ lat, lon, city }) =>
      lat !== undefined && lon !== undefined
        ? [
            {
              latitude: lat,
              longitude: lon,
              title: organisation.name.display,
              detail: city,
              href: '/styleguide/work',
              colour: colourOf(organisation),
            },
          ]
        : [],
    ),
  )
  return (
    <div class="stack">
      <MapView page={page} label={text(page.language)('mapOf')} points={points} />
      <BigSearch page={page} />
    </div>
  )
}
