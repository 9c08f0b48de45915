import type { Child } from 'hono/jsx'
import { isSignedIn } from '../../../kernel/actor.ts'
import { formatNumber } from '../../../kernel/format.ts'
import { inLanguage, languageOf } from '../../../kernel/localised.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { SectorChips } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import type { Filter, ListView } from '../../../ui/list/types.ts'
import { ListPage } from '../../../ui/list.tsx'
import { type ListState, listQuery } from '../../../ui/list-state.ts'
import { MapView } from '../../../ui/map.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import * as policy from '../policy.ts'
import { type Directory, type DirectoryRow, mostPoints } from '../queries/directory.ts'
import { pick } from '../rules/sector-labels.ts'
import { kinds } from '../schema/input.ts'
import { departmentName } from '../text/departments.ts'
import { text } from '../text/directory.ts'
import { Mark } from './mark.tsx'

type DirectoryProps = {
  page: Page
  state: ListState
  found: Directory
  sectors: ReadonlyMap<string, Sector>
}
type Counts = Directory['counts']
const compareNumbers = (one: string, other: string) => (one < other ? -1 : 1)

function filtersOf(page: Page, counts: Counts, state: ListState, sectors: ReadonlyMap<string, Sector>): Filter[] {
  const t = text(page.language)
  const chosen = (name: string) => state.filters.getAll(name)
  const places = [...new Set([...counts.place.keys(), ...chosen('place')])].sort(compareNumbers)
  return [
    {
      name: 'sector',
      label: t('sector'),
      kind: 'many',
      prominent: true,
      options: [...sectors.values()].map(({ key, label }) => ({
        value: key,
        label,
        count: counts.sector.get(key) ?? 0,
      })),
    },
    {
      name: 'kind',
      label: t('kind'),
      kind: 'many',
      prominent: true,
      options: kinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`), count: counts.kind.get(kind) ?? 0 })),
    },
    {
      name: 'place',
      label: t('place'),
      kind: 'many',
      prominent: true,
      options: places.map((code) => ({
        value: code,
        label: `${departmentName(code)} (${code})`,
        count: counts.place.get(code) ?? 0,
      })),
    },
  ]
}

const DirectoryActions = ({ page }: { page: Page }) => {
  const t = text(page.language)
  if (policy.create(page.actor))
    return (
      <LinkButton page={page} href="/organisations/new" icon="plus" look="primary">
        {t('add')}
      </LinkButton>
    )
  return isSignedIn(page.actor) ? (
    <LinkButton page={page} href="/organisations/propose" icon="plus">
      {t('propose')}
    </LinkButton>
  ) : null
}

const Corrected = ({ page, words }: { page: Page; words: string | null }) =>
  words === null ? null : (
    <Notice>
      <p>{text(page.language)('corrected', { words })}</p>
    </Notice>
  )

type ShellProps = DirectoryProps & { path: string; size?: number; view: ListView<DirectoryRow> }
function DirectoryList({ page, state, found, sectors, path, view, size }: ShellProps) {
  const t = text(page.language)
  const isMap = path === '/organisations/map'
  return (
    <ListPage
      page={page}
      title={isMap ? `${t('directory')} – ${t('map').toLowerCase()}` : t('directory')}
      intro={t('directoryIntro')}
      description={t('directoryDescription')}
      current="organisations"
      noindex={state.q !== '' || state.filters.size > 0}
      actions={<DirectoryActions page={page} />}
      path={path}
      state={state}
      total={found.total}
      rows={found.rows}
      counted={t('counted', { count: found.total, number: formatNumber(found.total, page.language) })}
      searchLabel={t('searchLabel')}
      filters={filtersOf(page, found.counts, state, sectors)}
      sorts={[
        { key: 'relevance', label: t('byRelevance') },
        { key: 'name', label: t('byName') },
        { key: 'recent', label: t('byRecent') },
      ]}
      exports={{ csv: '/organisations/export.csv', xlsx: '/organisations/export.xlsx' }}
      views={[
        { path: '/organisations', label: t('list'), icon: 'list', current: !isMap },
        { path: '/organisations/map', label: t('map'), icon: 'map', current: isMap },
      ]}
      view={view}
      {...(size !== undefined && { size })}
      empty={
        <Empty title={t('empty')} icon="building">
          {t('emptyHow')}
        </Empty>
      }
    />
  )
}

type RowProps = { page: Page; row: DirectoryRow; sectors: ReadonlyMap<string, Sector>; end?: Child }
export function OrganisationRow({ page, row, sectors, end }: RowProps) {
  const t = text(page.language)
  const lang = languageOf(row.summary, page.language)
  const summary = inLanguage(row.summary, page.language)
  return (
    <ResultRow
      page={page}
      href={`/organisations/${row.slug}`}
      title={row.displayName}
      picture={<Mark organisation={row} />}
      lead={lang === page.language ? summary : <span lang={lang}>{summary}</span>}
      facts={[t(`kind-${row.kind}`), row.city]}
      chips={<SectorChips page={page} sectors={pick(sectors, row.sectors)} />}
      end={end}
    />
  )
}

/** /organisations */
export const DirectoryPage = (props: DirectoryProps) => {
  const { page, sectors, found } = props
  const render = (row: DirectoryRow) => <OrganisationRow page={page} row={row} sectors={sectors} />
  const first = found.rows[0]
  return (
    <DirectoryList
      {...props}
      path="/organisations"
      view={{
        kind: 'rows',
        render: (row) =>
          row === first ? (
            <>
              <Corrected page={page} words={found.corrected} />
              {render(row)}
            </>
          ) : (
            render(row)
          ),
      }}
    />
  )
}

type MapProps = DirectoryProps & { tiles: string | undefined }
/** /organisations/map: the same search, on a map; the list holds the same organisations. */
export function DirectoryMapPage({ tiles, ...props }: MapProps) {
  const { page, state, found } = props
  const t = text(page.language)
  const query = listQuery(state)
  return (
    <DirectoryList
      {...props}
      path="/organisations/map"
      size={Math.max(found.total, 1)}
      view={{
        kind: 'whole',
        render: () => (
          <>
            <Corrected page={page} words={found.corrected} />
            <MapView
              page={page}
              label={t('mapLabel')}
              source={`/organisations/points.geojson${query && `?${query}`}`}
              outline="/organisations/region.geojson"
              tiles={tiles}
            />
            {found.total > mostPoints && (
              <p class="help">{t('mapCut', { most: formatNumber(mostPoints, page.language) })}</p>
            )}
          </>
        ),
      }}
    />
  )
}
