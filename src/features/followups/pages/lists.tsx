import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import { List } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import type { Page } from '../../../ui/page.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { preferencesPath } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { type Facets, type FollowUp, type ListName, listStates } from '../queries/lists.ts'
import type { Names } from '../queries/names.ts'
import { text } from '../text/pages.ts'
import { staffText } from '../text/staff.ts'
import { Line } from './line.tsx'
import { kindLabel } from './words.ts'

export const listPaths: Readonly<Record<ListName, string>> = {
  waiting: '/followups',
  awaited: '/followups/awaited',
  all: '/followups/all',
}
export type TabCounts = { readonly waiting: number; readonly awaited: number }
type View = ListName | 'escalations' | 'figures'

/** The pages of follow-ups, with what each holds. */
export function FollowUpTabs({ page, current, counts }: { page: Page; current: View; counts: TabCounts }) {
  const t = text(page.language)
  const staff = staffText(page.language)
  const own = [
    { href: listPaths.waiting, label: t('waiting'), count: counts.waiting, current: current === 'waiting' },
    { href: listPaths.awaited, label: t('awaited'), count: counts.awaited, current: current === 'awaited' },
  ]
  const teams = [
    { href: '/followups/escalations', label: staff('escalations'), current: current === 'escalations' },
    { href: listPaths.all, label: staff('all'), current: current === 'all' },
    { href: '/followups/figures', label: staff('figures'), current: current === 'figures' },
  ]
  return <Tabs page={page} label={t('tabs')} tabs={policy.readAll(page.actor) ? [...own, ...teams] : own} />
}

type ListProps = {
  page: Page
  list: ListName
  state: ListState
  total: number
  rows: readonly FollowUp[]
  names: Names
  facets: Facets
  organisations: ReadonlyMap<string, string>
  counts: TabCounts
}

function filtersOf({ page, facets, organisations, list }: ListProps) {
  const t = text(page.language)
  const states = {
    name: 'state',
    label: t('state'),
    kind: 'choice' as const,
    prominent: true,
    options: listStates.map((state) => ({
      value: state,
      label: t(`state-${state}`),
      count: facets.states.get(state) ?? 0,
    })),
  }
  const kinds = {
    name: 'kind',
    label: t('kind'),
    kind: 'choice' as const,
    prominent: true,
    options: facets.kinds.map(({ kind, n }) => ({ value: kind, label: kindLabel(kind, page.language), count: n })),
  }
  const offered = facets.organisations.map(({ id, n }) => ({
    value: id ?? '',
    label: organisations.get(id ?? '') ?? t('anOrganisation'),
    count: n,
  }))
  const ofOrganisations = {
    name: 'organisation',
    label: t('organisation'),
    kind: 'choice' as const,
    prominent: true,
    options: offered,
  }
  const staff = staffText(page.language)
  const figures = [
    { name: 'debtor', label: staff('debtor'), kind: 'choice' as const, options: offered },
    {
      name: 'digest',
      label: staff('digest'),
      kind: 'choice' as const,
      options: [{ value: 'yes', label: staff('digestYes') }],
    },
    {
      name: 'period',
      label: staff('period'),
      kind: 'choice' as const,
      options: [{ value: 'year', label: staff('periodYear') }],
    },
  ]
  return [
    states,
    // A choice of one is none.
    ...(kinds.options.length > 1 ? [kinds] : []),
    ...(offered.length > 1 || list === 'all' ? [ofOrganisations] : []),
    ...(list === 'all' ? figures : []),
  ]
}

const intros = { waiting: 'intro', awaited: 'awaitedIntro' } as const
export function ListPage(props: ListProps) {
  const { page, list, state, total, rows, names, counts } = props
  const t = text(page.language)
  const path = listPaths[list]
  const title = list === 'all' ? staffText(page.language)('all') : t(list)
  const intro = list === 'all' ? staffText(page.language)('allIntro') : t(intros[list])
  return (
    <Frame page={page} title={title} noindex>
      <Heading
        title={title}
        intro={<p>{intro}</p>}
        actions={
          <LinkButton page={page} href={preferencesPath} icon="bell" look="quiet">
            {t('reminders')}
          </LinkButton>
        }
      />
      <FollowUpTabs page={page} current={list} counts={counts} />
      <List
        page={page}
        path={path}
        state={state}
        total={total}
        rows={rows}
        counted={t('counted', { count: total })}
        searchLabel={t('search')}
        filters={filtersOf(props)}
        sorts={[
          { key: 'due', label: t('byDue') },
          { key: '-opened', label: t('byOpened') },
        ]}
        exports={{ csv: `${path}/export.csv`, xlsx: `${path}/export.xlsx` }}
        view={{ kind: 'rows', render: (row) => <Line page={page} list={list} row={row} names={names} /> }}
        empty={<Nothing page={page} list={list} />}
      />
    </Frame>
  )
}

function Nothing({ page, list }: { page: Page; list: ListName }) {
  const t = text(page.language)
  return list === 'awaited' ? (
    <Empty title={t('emptyAwaited')} icon="hourglass">
      {t('emptyAwaitedHow')}
    </Empty>
  ) : (
    <Empty title={t('empty')} icon="circle-check">
      {t('emptyHow')}
    </Empty>
  )
}
