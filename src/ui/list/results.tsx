import { Empty } from '../empty.tsx'
import { Icon } from '../icon.tsx'
import { listHref, listQuery, pageSize } from '../list-state.ts'
import { addressOf } from '../page-address.ts'
import { Pager } from '../pager.tsx'
import { Table } from '../table.tsx'
import { text } from '../text.ts'
import type { ListProps } from './types.ts'

/** What changes with every search: active filters, count, results, pages. */
export function ListResults<Row>(props: ListProps<Row>) {
  const { page, path, state, total, rows, empty, size = pageSize } = props
  return (
    <>
      <ActiveFilters {...props} />
      <ListBar {...props} />
      {rows.length === 0 ? <Nothing {...props} empty={empty} /> : <Results {...props} />}
      <Pager
        page={page}
        total={total}
        current={state.page}
        size={size}
        href={(number) => listHref(path, state, { page: number })}
      />
    </>
  )
}

function ListBar<Row>({ page, state, counted, exports, views = [] }: ListProps<Row>) {
  const t = text(page.language)
  const query = listQuery(state, { page: 1 })
  const kept = (path: string) => addressOf(page, query ? `${path}?${query}` : path)
  const files = Object.entries(exports ?? {}).filter(([, path]) => path)
  return (
    <div class="list-bar">
      <h2 class="list-count" data-count>
        {counted}
      </h2>
      {views.length > 0 && (
        <nav class="list-views" aria-label={t('views')}>
          <ul>
            {views.map(({ path, label, icon, current }) => (
              <li>
                <a href={kept(path)} aria-current={current ? 'true' : undefined}>
                  <Icon name={icon} small />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {files.length > 0 && (
        <p class="list-exports">
          {t('export')}{' '}
          {files.map(([kind, path]) => (
            <a href={kept(path)} rel="nofollow" data-turbo="false" download="">
              <Icon name="download" small />
              {kind.toUpperCase()}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}

function ActiveFilters<Row>({ page, path, state, filters = [] }: ListProps<Row>) {
  const t = text(page.language)
  const active = [...state.filters].map(([name, value]) => {
    const filter = filters.find((one) => one.name === name)
    const label = filter?.options.find((option) => option.value === value)?.label ?? value
    return { group: filter?.label, label, href: listHref(path, state, { drop: [name, value] }) }
  })
  const asked = state.q ? [{ group: t('question'), label: state.q, href: listHref(path, state, { q: '' }) }] : []
  const all = [...asked, ...active]
  if (all.length === 0) return null
  return (
    <ul class="chips active-filters" aria-label={t('activeFilters')}>
      {all.map(({ group, label, href }) => (
        <li>
          <a class="chip" href={addressOf(page, href)}>
            <span class="sr-only">{t('removeFilter')} </span>
            {group && <small>{group}</small>} {label}
            <Icon name="x" small />
          </a>
        </li>
      ))}
      {all.length > 1 && (
        <li>
          <a class="quiet-link" href={addressOf(page, listHref(path, state, { clear: true }))}>
            {t('clearFilters')}
          </a>
        </li>
      )}
    </ul>
  )
}

function Nothing<Row>({ page, path, state, empty }: ListProps<Row>) {
  const t = text(page.language)
  const isNarrowed = state.q !== '' || state.filters.size > 0
  if (empty && !isNarrowed) return <>{empty}</>
  return (
    <Empty
      title={t('nothingFound')}
      icon="search"
      action={
        isNarrowed && (
          <a class="btn btn-plain" href={addressOf(page, listHref(path, state, { clear: true }))}>
            {t('clearFilters')}
          </a>
        )
      }
    >
      {t('nothingFoundHow')}
    </Empty>
  )
}

function Results<Row>({ page, path, state, rows, view }: ListProps<Row>) {
  if (view.kind === 'whole') return <>{view.render(rows)}</>
  if (view.kind === 'table') {
    const sorting = { current: state.sort, href: (sort: string) => listHref(path, state, { sort }) }
    return <Table page={page} caption={view.caption} columns={view.columns} rows={rows} sorting={sorting} />
  }
  return (
    <ul class={`results is-${view.kind}`}>
      {rows.map((row) => (
        <li>{view.render(row)}</li>
      ))}
    </ul>
  )
}
