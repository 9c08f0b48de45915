import { formatNumber } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Card, ResultRow } from '../../../ui/card.tsx'
import { Chip, SectorChips } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import { type Filter, List } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import type { Page, View } from '../../../ui/page.ts'
import { Picture } from '../../../ui/picture.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { write } from '../policy.ts'
import type { OccupationList, OccupationRow } from '../queries/list.ts'
import { titleOf, wordingOf } from '../rules/titles.ts'
import { families, occupationStates, type Worded } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'
import { Collections, Corrected, type Counts, StateChip, sectorsOf, Title, Wording } from './pieces.tsx'

type Shared = {
  page: Page
  state: ListState
  result: OccupationList
  counts: Counts
  /** What later features add to the team's deeds. */
  deeds: readonly View[]
}
type IndexProps = Shared & {
  sectors: readonly Sector[]
  skill: { slug: string; label: string } | null
}

/** The cluster's own sheets, as cards. */
export function OccupationIndex(props: IndexProps) {
  const { page, state, result, sectors, counts } = props
  const t = text(page.language)
  const isStart = state.q === '' && state.filters.size === 0 && state.page === 1
  return (
    <Frame page={page} title={t('occupations')} current="occupations" description={t('intro')}>
      <Heading
        title={t('occupations')}
        intro={<p>{t('intro')}</p>}
        actions={<Deeds page={page} more={props.deeds} />}
      />
      <Collections page={page} current="own" counts={counts} />
      {isStart && <Ways {...props} />}
      <List
        page={page}
        path="/occupations"
        state={state}
        total={result.total}
        rows={result.rows}
        counted={t('counted', { count: result.total })}
        searchLabel={t('searchLabel')}
        filters={filtersOf(props)}
        exports={{ csv: '/occupations.csv', xlsx: '/occupations.xlsx' }}
        view={{
          kind: 'whole',
          render: (rows) => (
            <>
              <Corrected page={page} q={state.q} corrected={result.corrected} />
              <ul class="results is-cards">
                {rows.map((row) => (
                  <li>
                    <SheetCard page={page} row={row} sectors={sectors} />
                  </li>
                ))}
              </ul>
            </>
          ),
        }}
        empty={<Empty title={t('none')}>{t('noneHow')}</Empty>}
      />
    </Frame>
  )
}

const Deeds = ({ page, more }: { page: Page; more: readonly View[] }) => {
  const t = text(page.language)
  return write(page.actor) ? (
    <>
      {[...more]}
      <LinkButton page={page} look="quiet" icon="calendar-check" href="/occupations/reviews">
        {t('manageReviews')}
      </LinkButton>
      <LinkButton page={page} look="plain" icon="plus" href="/occupations/new">
        {t('newSheet')}
      </LinkButton>
    </>
  ) : null
}

/** The two ways in: by sector and by family, with how many sheets each leads to. */
const Ways = ({ page, sectors, result }: IndexProps) => {
  const t = text(page.language)
  const bySector = sectors.map(({ key, label, colour }) => ({
    name: 'sector',
    key,
    label,
    colour,
    n: result.facets.sectors.get(key),
  }))
  const byFamily = families.map((key) => ({
    name: 'family',
    key,
    label: t(`family-${key}`),
    n: result.facets.families.get(key),
  }))
  return (
    <div class="columns mt-2 mb-8">
      {[
        { title: t('bySector'), ways: bySector },
        { title: t('byFamily'), ways: byFamily },
      ].map(({ title, ways }) => (
        <nav aria-label={title} class="grid content-start gap-3">
          <h2 class="text-base">{title}</h2>
          <ul class="chips">
            {ways
              .filter(({ n }) => n)
              .map((way) => (
                <li>
                  <a
                    class={'colour' in way ? `chip tint-${way.colour}` : 'chip'}
                    href={page.href(`/occupations?${way.name}=${way.key}`)}
                  >
                    {'colour' in way && <i class="dot" />}
                    {way.label} <small>{formatNumber(way.n ?? 0, page.language)}</small>
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}

function filtersOf({ page, result, sectors, skill }: IndexProps): Filter[] {
  const t = text(page.language)
  const filters: Filter[] = [
    {
      name: 'sector',
      label: t('sector'),
      kind: 'many',
      prominent: true,
      options: sectors.map(({ key, label }) => ({ value: key, label, count: result.facets.sectors.get(key) ?? 0 })),
    },
    {
      name: 'family',
      label: t('family'),
      kind: 'many',
      prominent: true,
      options: families.map((key) => ({
        value: key,
        label: t(`family-${key}`),
        count: result.facets.families.get(key) ?? 0,
      })),
    },
  ]
  const chosen: Filter[] = skill
    ? [{ name: 'skill', label: t('skillFilter'), kind: 'choice', options: [{ value: skill.slug, label: skill.label }] }]
    : []
  const states: Filter[] = write(page.actor)
    ? [
        {
          name: 'state',
          label: t('stateFilter'),
          kind: 'choice',
          options: occupationStates.map((state) => ({ value: state, label: t(`state-${state}`) })),
        },
      ]
    : []
  return [...filters, ...chosen, ...states]
}

type SheetCardProps = { page: Page; row: OccupationRow; sectors: readonly Sector[] }
/** A sheet as a card, with the picture that its id draws in the colour of its main sector. */
export function SheetCard({ page, row, sectors }: SheetCardProps) {
  const t = text(page.language)
  const own = sectorsOf(row.sectors, sectors)
  return (
    <Card
      page={page}
      href={`/occupations/${row.slug}`}
      title={<Title page={page} sheet={row} />}
      picture={<Picture id={row.id} colour={own[0]?.colour ?? 'slate'} />}
      chips={<SectorChips page={page} sectors={own} />}
      lead={<Wording page={page} wording={row.summary} />}
      facts={[row.family && t(`family-${row.family}`), <StateChip page={page} state={row.state} />]}
    />
  )
}

type ReferenceProps = Shared & { groups: readonly { origin: string; code: string; label: Worded }[] }
/** ROME and ESCO, dense. */
export function ReferenceIndex({ page, state, result, counts, groups, deeds }: ReferenceProps) {
  const t = text(page.language)
  const filters: Filter[] = [
    {
      name: 'origin',
      label: t('origin'),
      kind: 'choice',
      prominent: true,
      options: (['rome', 'esco'] as const).map((key) => ({
        value: key,
        label: t(`origin-${key}`),
        count: result.facets.origins.get(key) ?? 0,
      })),
    },
    {
      name: 'group',
      label: t('group'),
      kind: 'choice',
      prominent: true,
      options: groups.map(({ code, label }) => ({
        value: code,
        label: `${code} – ${wordingOf(label, page.language)}`,
        count: result.facets.groups.get(code) ?? 0,
      })),
    },
  ]
  return (
    <Frame page={page} title={t('referenceTab')} current="occupations" description={t('introReference')}>
      <Heading
        title={t('referenceTab')}
        intro={<p>{t('introReference')}</p>}
        actions={<Deeds page={page} more={deeds} />}
      />
      <Collections page={page} current="reference" counts={counts} />
      <List
        page={page}
        path="/occupations/reference"
        state={state}
        total={result.total}
        rows={result.rows}
        counted={t('counted', { count: result.total })}
        searchLabel={t('searchLabel')}
        filters={filters}
        exports={{ csv: '/occupations/reference.csv', xlsx: '/occupations/reference.xlsx' }}
        view={{
          kind: 'whole',
          render: (rows) => (
            <>
              <Corrected page={page} q={state.q} corrected={result.corrected} />
              <ul class="results is-rows">
                {rows.map((row) => (
                  <li>
                    <ReferenceRow page={page} row={row} />
                  </li>
                ))}
              </ul>
            </>
          ),
        }}
        empty={<Empty title={t('noneReference')}>{t('noneReferenceHow')}</Empty>}
      />
    </Frame>
  )
}

/** A sheet of a repertory as a row; also for own sheets where space is short. */
export const ReferenceRow = ({ page, row, end }: { page: Page; row: OccupationRow; end?: string }) => {
  const t = text(page.language)
  return (
    <ResultRow
      page={page}
      href={`/occupations/${row.slug}`}
      title={<Title page={page} sheet={row} />}
      facts={[
        row.origin === 'rome' && row.code,
        row.origin === 'esco' && row.isco && `${t('isco')} ${row.isco}`,
        row.origin === 'own' && row.family && t(`family-${row.family}`),
        end,
      ]}
      end={row.origin === 'own' ? undefined : <Chip>{t(`origin-${row.origin}`)}</Chip>}
    />
  )
}
export const titlesOf = (page: Page, rows: readonly OccupationRow[]) => rows.map((row) => titleOf(row, page.language))
