import { formatNumber } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import type { Filter, FilterOption } from '../../../ui/list/types.ts'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { titleOf } from '../../occupations/rules/titles.ts'
import * as policy from '../policy.ts'
import type { CourseList, CourseRow, Facets } from '../queries/list.ts'
import { courseSorts } from '../schema/input.ts'
import { levels, rhythms } from '../schema/words.ts'
import { text } from '../text/pages.ts'
import { CourseItem, type Sectors } from './pieces.tsx'

type Props = { page: Page; state: ListState; found: CourseList; sectors: Sectors }

const sortLabels = {
  relevance: 'byRelevance',
  title: 'byTitle',
  level: 'byLevel',
  '-level': 'byLevelDown',
  recent: 'byRecent',
} as const

function occupationOptions(page: Page, counts: Facets['occupation'], chosen: readonly string[]): FilterOption[] {
  const options = counts.map((one) => ({ value: one.key, label: titleOf(one, page.language), count: one.n }))
  const missing = chosen.filter((slug) => !options.some(({ value }) => value === slug))
  return [...options, ...missing.map((slug) => ({ value: slug, label: slug, count: 0 }))]
}
function filtersOf({ page, state, found, sectors }: Props): Filter[] {
  const t = text(page.language)
  const { counts } = found
  const chosen = (name: string) => state.filters.getAll(name)
  const towns = [...new Set([...counts.place.keys(), ...chosen('place')])].sort((one, other) =>
    one.localeCompare(other, 'fr'),
  )
  return [
    {
      name: 'level',
      label: t('level'),
      kind: 'many',
      prominent: true,
      options: [...levels.map(String), 'none'].flatMap((level) => {
        const count = counts.level.get(level) ?? 0
        const label = t(`level-${level as '3'}`)
        return count > 0 || chosen('level').includes(level) ? [{ value: level, label, count }] : []
      }),
    },
    {
      name: 'occupation',
      label: t('occupation'),
      kind: 'choice',
      prominent: true,
      options: occupationOptions(page, counts.occupation, chosen('occupation')),
    },
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
      name: 'place',
      label: t('place'),
      kind: 'many',
      options: towns.map((town) => ({ value: town, label: town, count: counts.place.get(town) ?? 0 })),
    },
    {
      name: 'rhythm',
      label: t('rhythm'),
      kind: 'many',
      options: rhythms.map((one) => ({ value: one, label: t(`rhythm-${one}`), count: counts.rhythm.get(one) ?? 0 })),
    },
  ]
}

const Nothing = ({ page, state }: Pick<Props, 'page' | 'state'>) => {
  const t = text(page.language)
  const isAsked = state.q !== '' || state.filters.size > 0
  return (
    <Empty title={t(isAsked ? 'none' : 'noneYet')} icon="graduation-cap">
      {t(isAsked ? 'noneHow' : 'noneYetHow')}
    </Empty>
  )
}

/** /courses */
export function CoursesPage(props: Props) {
  const { page, state, found, sectors } = props
  const t = text(page.language)
  const first = found.rows[0]
  const render = (row: CourseRow) => <CourseItem page={page} row={row} sectors={sectors} />
  return (
    <ListPage
      page={page}
      title={t('courses')}
      intro={t('intro')}
      description={t('description')}
      current="courses"
      noindex={state.q !== '' || state.filters.size > 0}
      actions={
        policy.begin(page.actor) && (
          <LinkButton page={page} href="/courses/new" icon="plus" look="primary">
            {t('add')}
          </LinkButton>
        )
      }
      path="/courses"
      state={state}
      total={found.total}
      rows={found.rows}
      counted={t('counted', { count: found.total, number: formatNumber(found.total, page.language) })}
      searchLabel={t('searchLabel')}
      filters={filtersOf(props)}
      sorts={courseSorts.map((key) => ({ key, label: t(sortLabels[key]) }))}
      exports={{ csv: '/courses/export.csv', xlsx: '/courses/export.xlsx' }}
      view={{
        kind: 'rows',
        render: (row) =>
          row === first && found.corrected !== null ? (
            <>
              <Notice>
                <p>{t('corrected', { words: found.corrected })}</p>
              </Notice>
              {render(row)}
            </>
          ) : (
            render(row)
          ),
      }}
      empty={<Nothing page={page} state={state} />}
    />
  )
}
