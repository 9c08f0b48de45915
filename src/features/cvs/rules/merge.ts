import { isDeepStrictEqual } from 'node:util'
import type { Content } from '../../talents/schema/content.ts'
import type { Holder } from './holder.ts'
import type { AnyRow, RowList } from './lenses.ts'
import { nameKey } from './words.ts'

type Kept = AnyRow & { readonly id: string }
/** What an import does to one list: rows to add, and fields of rows that were there and said less. */
export type ListMerge = {
  readonly add: readonly AnyRow[]
  readonly fill: readonly { readonly id: string; readonly changes: Readonly<Record<string, unknown>> }[]
}
export type Standing = 'new' | 'known' | 'completes'
export const rowLists: readonly RowList[] = ['experiences', 'education', 'achievements', 'skills', 'languages', 'links']

type Dated = { readonly startsOn: string | null; readonly endsOn: string | null }
/** As far as both say it, the same day: '2019' and '2019-03' are. */
const agree = (one: string | null, other: string | null) => {
  if (!one || !other) return true
  const precision = Math.min(one.length, other.length)
  return one.slice(0, precision) === other.slice(0, precision)
}
const sameTime = (one: Dated, other: Dated) =>
  agree(one.startsOn, other.startsOn) && (agree(one.endsOn, other.endsOn) || !one.endsOn || !other.endsOn)
const hasTime = ({ startsOn, endsOn }: Dated) => startsOn !== null || endsOn !== null
const sameName = (one: string, other: string) => nameKey(one) === nameKey(other)
const sameOrUnsaid = (one: string, other: string) => one === '' || other === '' || sameName(one, other)
const addressKey = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/?#]+$/, '')

type Same<Row> = (one: Row, other: Row) => boolean
const same: { readonly [List in RowList]: Same<Content[List][number]> } = {
  // One job told twice: same title and employer at no other time, or same employer from the very same month on.
  experiences: (one, other) =>
    one.kind === other.kind &&
    sameTime(one, other) &&
    ((sameName(one.title, other.title) && sameOrUnsaid(one.organisationName, other.organisationName)) ||
      (one.organisationName !== '' &&
        sameName(one.organisationName, other.organisationName) &&
        one.startsOn !== null &&
        one.startsOn.length > 4 &&
        one.startsOn === other.startsOn)),
  education: (one, other) =>
    sameTime(one, other) &&
    sameOrUnsaid(one.institution, other.institution) &&
    sameOrUnsaid(one.diploma, other.diploma) &&
    (sameName(one.area, other.area) ||
      (hasTime(one) &&
        hasTime(other) &&
        one.institution !== '' &&
        sameName(one.diploma, other.diploma) &&
        one.diploma !== '')),
  achievements: (one, other) =>
    one.kind === other.kind && sameName(one.title, other.title) && agree(one.date, other.date),
  skills: (one, other) =>
    one.skillId || other.skillId ? one.skillId === other.skillId : sameName(one.name, other.name),
  languages: (one, other) => (one.code || other.code ? one.code === other.code : sameName(one.name, other.name)),
  links: (one, other) => addressKey(one.url) === addressKey(other.url),
}

const isUnsaid = (value: unknown) =>
  value === '' ||
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length === 0)

/** What one row says where the other is silent. Nothing that was written is ever replaced. */
function gaps(there: AnyRow, told: AnyRow): Record<string, unknown> {
  const known = there as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(told).filter(
      // « Goes on » is said by silence: an end that is missing there is no gap unless the start is missing too.
      ([field, value]) => !isUnsaid(value) && isUnsaid(known[field]) && !(field === 'endsOn' && known.startsOn),
    ),
  )
}

/** Which row of the profile an incoming one is, if any. */
export const twinOf = <List extends RowList>(holder: Holder, list: List, row: Content[List][number]): Kept | null =>
  (holder[list] as readonly Kept[]).find((one) => (same[list] as Same<AnyRow>)(one, row)) ?? null

export function standingOf<List extends RowList>(holder: Holder, list: List, row: Content[List][number]): Standing {
  const twin = twinOf(holder, list, row)
  if (!twin) return 'new'
  const { extra: _, ...said } = gaps(twin, row)
  return Object.keys(said).length > 0 ? 'completes' : 'known'
}

/** Adds what is new, completes what was known by less, doubles nothing: neither of the profile nor within the file. */
export function mergeList<List extends RowList>(holder: Holder, list: List, rows: Content[List]): ListMerge {
  const isSame = same[list] as Same<AnyRow>
  const add: AnyRow[] = []
  const fill = new Map<string, Record<string, unknown>>()
  for (const row of rows as readonly AnyRow[]) {
    const twin = twinOf(holder, list, row as never)
    if (twin) {
      const before = fill.get(twin.id) ?? {}
      const changes = { ...gaps({ ...twin, ...before } as AnyRow, row), ...before }
      if (Object.keys(changes).length > 0) fill.set(twin.id, changes)
      continue
    }
    const at = add.findIndex((one) => isSame(one, row))
    const double = add[at]
    if (!double) add.push(row)
    // The same file may tell two things that look alike on purpose: only a row without anything of its own goes.
    else if (
      isDeepStrictEqual({ ...double, ...gaps(double, row) }, { ...row, ...gaps(row, double) }) ||
      list === 'skills' ||
      list === 'languages'
    )
      add[at] = { ...double, ...gaps(double, row) } as AnyRow
    else add.push(row)
  }
  return { add, fill: [...fill].map(([id, changes]) => ({ id, changes })) }
}
