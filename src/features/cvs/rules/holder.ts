import type { Worded } from '../../occupations/tables/vocabulary.ts'
import { type Content, contentInput } from '../../talents/schema/content.ts'
import type { profile } from '../../talents/tables.ts'
import type { Person } from './exchange.ts'
import { emptyContent } from './exchange.ts'
import type { RowList } from './lenses.ts'

type Kept<Row> = Row & { readonly id: string }
/** Somebody's profile as its tables have it: every row with its id. `row` is null where there is no profile yet. */
export type Holder = {
  readonly person: Person
  readonly row: typeof profile.$inferSelect | null
  readonly occupations: readonly {
    readonly occupationId: string
    readonly relation: 'held' | 'sought'
    readonly masculine: string
    readonly feminine: string
    readonly english: string
  }[]
  readonly skills: readonly (Kept<Content['skills'][number]> & { readonly label: Worded })[]
} & { readonly [List in Exclude<RowList, 'skills'>]: readonly Kept<Content[List][number]>[] }

const shapes = contentInput.shape
/** The same without ids: what exchange formats are made of. */
export function contentOf(holder: Holder): Content {
  const { row } = holder
  if (!row) return emptyContent
  const rows = <List extends RowList>(list: List) =>
    holder[list].map((one) => shapes[list].element.parse(one)) as Content[List]
  const of = (relation: string) =>
    holder.occupations.filter((one) => one.relation === relation).map(({ occupationId }) => occupationId)
  return {
    heading: shapes.heading.parse(row),
    occupations: { held: of('held'), sought: of('sought') },
    skills: rows('skills'),
    experiences: rows('experiences'),
    education: rows('education'),
    achievements: rows('achievements'),
    languages: rows('languages'),
    links: rows('links'),
    mobility: shapes.mobility.parse(row.mobility),
    wishes: { availableOn: row.availableOn, workKinds: row.workKinds },
  }
}
