import { formatNumber } from '../../kernel/format.ts'
import type { Language } from '../../kernel/language.ts'
import { Icon } from '../icon.tsx'
import type { ListState } from '../list-state.ts'
import type { Page } from '../page.ts'
import { addressOf } from '../page-address.ts'
import { text } from '../text.ts'
import type { Filter, FilterOption, ListProps } from './types.ts'

const most = 3
/** Search and the three most used filters in one row, the rest in a drawer; a GET form with a button. */
export function ListFilters<Row>({ page, path, state, filters = [], sorts = [], searchLabel }: ListProps<Row>) {
  const t = text(page.language)
  const prominent = filters.filter((filter) => filter.prominent).slice(0, most)
  const others = filters.filter((filter) => !prominent.includes(filter))
  const isUsed = others.some(({ name }) => state.filters.has(name))
  const shared = { page, state }
  return (
    <search>
      <form
        class="filters"
        method="get"
        action={addressOf(page, path)}
        data-turbo-frame="results"
        data-turbo-action="replace"
      >
        <div class="filters-row">
          <div class="filter filter-q">
            <label for="q">{searchLabel}</label>
            <input id="q" class="input" type="search" name="q" value={state.q} autocomplete="off" data-key-search />
          </div>
          {prominent.map((filter) => (
            <FilterField {...shared} filter={filter} />
          ))}
          {sorts.length > 1 && (
            <FilterField {...shared} filter={sortFilter(t('sort'), sorts)} chosen={[state.sort]} required />
          )}
          <button class="btn btn-primary" type="submit">
            <Icon name="search" />
            {t('search')}
          </button>
        </div>
        {others.length > 0 && (
          <details class="filters-more" open={isUsed}>
            <summary>
              <Icon name="sliders-horizontal" />
              {t('moreFilters')}
            </summary>
            <div class="filters-drawer">
              {others.map((filter) => (
                <FilterField {...shared} filter={filter} spread />
              ))}
            </div>
          </details>
        )}
      </form>
    </search>
  )
}

const sortFilter = (label: string, sorts: readonly { key: string; label: string }[]): Filter => ({
  name: 'sort',
  label,
  kind: 'choice',
  options: sorts.map(({ key, label }) => ({ value: key, label })),
})

type FieldProps = {
  page: Page
  state: ListState
  filter: Filter
  chosen?: readonly string[]
  required?: boolean
  /** In the drawer there is room for all the boxes. */
  spread?: boolean
}
function FilterField({
  page,
  state,
  filter,
  chosen = state.filters.getAll(filter.name),
  required,
  spread,
}: FieldProps) {
  if (filter.kind === 'many' && spread) return <Boxes page={page} filter={filter} chosen={chosen} />
  if (filter.kind === 'many') return <BoxMenu page={page} filter={filter} chosen={chosen} />
  const id = `filter-${filter.name}`
  return (
    <div class="filter">
      <label for={id}>{filter.label}</label>
      <select id={id} class="select" name={filter.name}>
        {!required && <option value="">{text(page.language)('all')}</option>}
        {filter.options.map((option) => (
          <option
            value={option.value}
            selected={chosen.includes(option.value)}
            data-facet={`${filter.name}=${option.value}`}
          >
            {counted(option, page.language)}
          </option>
        ))}
      </select>
    </div>
  )
}

const counted = ({ label, count }: FilterOption, language: Language) =>
  count === undefined ? label : `${label} (${formatNumber(count, language)})`

type BoxProps = { page: Page; filter: Filter; chosen: readonly string[] }
/** Several answers in the first row: boxes that unfold under the filter's name. */
function BoxMenu({ page, filter, chosen }: BoxProps) {
  const names = filter.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
  return (
    <div class="filter">
      <span class="filter-label" aria-hidden="true">
        {filter.label}
      </span>
      <drop-menu>
        <details class="box-menu">
          <summary class="select" aria-label={`${filter.label} : ${names.join(', ') || text(page.language)('all')}`}>
            <span>{names.join(', ') || text(page.language)('all')}</span>
          </summary>
          <Boxes page={page} filter={filter} chosen={chosen} />
        </details>
      </drop-menu>
    </div>
  )
}

const Boxes = ({ page, filter, chosen }: BoxProps) => (
  <fieldset class="boxes">
    <legend>{filter.label}</legend>
    {filter.options.map((option) => (
      <label class="choice">
        <input
          type="checkbox"
          class="checkbox"
          name={filter.name}
          value={option.value}
          checked={chosen.includes(option.value)}
        />
        <span>
          {option.label}
          {option.count !== undefined && (
            <small data-facet={`${filter.name}=${option.value}`}>{formatNumber(option.count, page.language)}</small>
          )}
        </span>
      </label>
    ))}
  </fieldset>
)
