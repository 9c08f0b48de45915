import type { Reader } from '../../../db/reader.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { parse } from '../../../kernel/parse.ts'
import { freeSlug, plain } from '../../../kernel/slug.ts'
import { sectorList } from '../../organisations/queries/directory.ts'
import { type Known, knownCourses } from '../queries/imports.ts'
import { findIn, type Named, type Names, occupationsNamed, organisationsNamed, skillsNamed } from '../queries/names.ts'
import { courseSlug, missingIn } from '../rules/course.ts'
import {
  type Content,
  columnName,
  compare,
  contentFields,
  type Differences,
  isField,
  isReason,
  type Mapping,
  outcomeOf,
  type Reason,
  sectorNames,
  type Values,
  valuesOf,
} from '../rules/import.ts'
import { linedCourse } from '../schema/input.ts'
import { type CourseState, type LineOutcome, lineOutcomes } from '../schema/words.ts'

type Line = { readonly line: number; readonly cells: readonly string[] }
/** What a line will do. `before` is all of what it changes: undoing puts exactly that back. */
export type Plan = {
  readonly slug: string
  readonly title: string
  readonly externalId: string | null
  readonly state: CourseState
  /** The fields that are written, and what the file said of each: the next import compares with that. */
  readonly next: Content
  readonly imported: Readonly<Record<string, unknown>>
  readonly before: Content
  readonly importedBefore: Readonly<Record<string, unknown>>
  readonly externalBefore: string | null
  readonly changedAt: string | null
}
export type Planned = Line & {
  readonly outcome: LineOutcome
  readonly courseId: string | null
  readonly plan: Plan | null
  readonly changes: Differences | null
  readonly kept: Differences | null
  readonly reason: Reason | null
  readonly basis: Date | null
}
const because = (key: string, values: Readonly<Record<string, string>> = {}): Reason => ({ key, values })

/** The names of a line as records, or the first that is unknown. */
function linked(values: Values, book: Readonly<Record<'schools' | 'occupations' | 'skills', Names>>): Content | Reason {
  const found: Content = {}
  for (const [field, key] of [
    ['schools', 'school'],
    ['occupations', 'occupation'],
    ['skills', 'skill'],
  ] as const) {
    const names = values[field]
    if (!Array.isArray(names)) continue
    const unknown = names.find((name) => !findIn(book[field], name))
    if (unknown) return because(key, { value: unknown })
    const all = names.map((name) => findIn(book[field], name) as Named).map(({ id, name }) => ({ id, name }))
    found[field] = [...new Map(all.map((one) => [one.id, one])).values()]
  }
  return found
}

/** The line's plain fields, checked as a form's would be. */
function checked(values: Values, language: Language): Content | Reason {
  const { 'title.fr': fr, 'title.en': en, 'summary.fr': summary, 'summary.en': summaryEn, ...rest } = values
  try {
    const parsed = parse(linedCourse, { ...rest, title: { fr, en }, summary: { fr: summary, en: summaryEn } }, language)
    const all: Content = {
      ...parsed,
      'title.fr': parsed.title.fr,
      'title.en': parsed.title.en ?? null,
      'summary.fr': parsed.summary.fr,
      'summary.en': parsed.summary.en ?? null,
    }
    return Object.fromEntries(contentFields.filter((field) => field in values).map((field) => [field, all[field]]))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const [[path, message] = ['', '']] = Object.entries(error.errors)
    const field = isField(path) ? path : path.split('.')[0]
    const name = field && isField(field) ? columnName(field, language) : (field ?? '')
    return because('wrong', { field: name, message })
  }
}

const titleKey = (title: unknown, diploma: unknown, schools: readonly Named[]) =>
  [plain(String(title)), plain(String(diploma ?? '')), ...schools.map(({ id }) => id).toSorted()].join('|')
type Match = { readonly known: Known | null } | Reason
/** Finds the course of a line: by its address, by the number that the file gives it, by title, diploma and schools. */
function matcher(all: readonly Known[]) {
  const bySlug = new Map(all.map((one) => [one.row.slug, one]))
  const byNumber = new Map(all.flatMap((one) => (one.row.externalId ? [[one.row.externalId, one] as const] : [])))
  const byTitle = Map.groupBy(all, ({ row, schools }) => titleKey(row.title.fr, row.diploma, schools))
  return (values: Values, content: Content): Match => {
    if (values.slug) {
      const known = bySlug.get(String(values.slug))
      return known ? { known } : because('slugUnknown', { value: String(values.slug) })
    }
    const numbered = values.externalId ? byNumber.get(String(values.externalId)) : undefined
    if (numbered) return { known: numbered }
    const schools = (content.schools ?? []) as readonly Named[]
    const titled = byTitle.get(titleKey(content['title.fr'], content.diploma, schools)) ?? []
    // One that another line of a file owns already is not this one.
    const free = titled.filter(({ row }) => !values.externalId || row.externalId === null)
    if (free.length > 1) return because('ambiguous')
    return { known: free[0] ?? null }
  }
}

const named = (lines: readonly (Values | Reason)[], field: 'schools' | 'occupations' | 'skills') => [
  ...new Set(
    lines.flatMap((values) => {
      const value = isReason(values) ? [] : values[field]
      return Array.isArray(value) ? (value as readonly string[]) : []
    }),
  ),
]
/** What a line says of itself may stand in the file once. */
const signs = (values: Values, content: Content, known: Known | null) => [
  ...(known ? [`id ${known.row.id}`] : []),
  values.externalId
    ? `number ${values.externalId}`
    : `title ${titleKey(content['title.fr'], content.diploma, (content.schools ?? []) as readonly Named[])}`,
]
const isComplete = (content: Content) =>
  missingIn(
    {
      title: { fr: String(content['title.fr'] ?? '') },
      summary: { fr: String(content['summary.fr'] ?? '') },
      diploma: String(content.diploma ?? ''),
      level: (content.level ?? null) as never,
    },
    ((content.schools ?? []) as readonly unknown[]).length,
  ).length === 0

type Wish = {
  readonly mapping: Mapping
  readonly overwrite: boolean
  readonly publish: boolean
  readonly language: Language
}
/** What each line would do to the courses as they are now. Reads much and writes nothing. */
export async function planLines(read: Reader, lines: readonly Line[], wish: Wish): Promise<Planned[]> {
  const sectors = sectorNames(await sectorList(read))
  const said = lines.map(({ cells }) => valuesOf(cells, wish.mapping, sectors))
  const [all, schools, occupations, skills] = await Promise.all([
    knownCourses(read, 'all'),
    organisationsNamed(read, named(said, 'schools'), 'school'),
    occupationsNamed(read, named(said, 'occupations')),
    skillsNamed(read, named(said, 'skills')),
  ])
  const match = matcher([...all.values()])
  const slugs = new Set([...all.values()].map(({ row }) => row.slug))
  const first = new Map<string, number>()

  return lines.map((line, place) => {
    const refuse = (reason: Reason): Planned => ({
      ...line,
      outcome: 'refused',
      courseId: null,
      plan: null,
      changes: null,
      kept: null,
      reason,
      basis: null,
    })
    const values = said[place] as Values | Reason
    if (isReason(values)) return refuse(values)
    const plainFields = checked(values, wish.language)
    if (isReason(plainFields)) return refuse(plainFields)
    const links = linked(values, { schools, occupations, skills })
    if (isReason(links)) return refuse(links)
    const content = { ...plainFields, ...links }
    const found = match(values, content)
    if (isReason(found)) return refuse(found)
    const { known } = found
    const own = signs(values, content, known)
    const earlier = own.map((sign) => first.get(sign)).find((one) => one !== undefined)
    if (earlier !== undefined) return refuse(because('sameAsLine', { line: String(earlier) }))
    for (const sign of own) first.set(sign, line.line)
    return planned(line, content, known, values, wish, slugs)
  })
}

function planned(
  line: Line,
  content: Content,
  known: Known | null,
  values: Values,
  wish: Wish,
  slugs: Set<string>,
): Planned {
  const compared = compare(known?.content ?? {}, content, known?.row.imported ?? {}, wish.overwrite)
  const outcome = outcomeOf(known === null, compared)
  const title = String(content['title.fr'])
  const slug = known?.row.slug ?? freeSlug(courseSlug(title), slugs)
  slugs.add(slug)
  const next = Object.fromEntries(Object.entries(compared.changes).map(([field, [, after]]) => [field, after]))
  const before = Object.fromEntries(Object.entries(compared.changes).map(([field, [was]]) => [field, was]))
  const taken = Object.fromEntries(Object.entries(content).filter(([field]) => !(field in compared.kept)))
  const plan: Plan = {
    slug,
    title: known?.row.title.fr ?? title,
    externalId: values.externalId ? String(values.externalId) : (known?.row.externalId ?? null),
    state: known?.row.state ?? (wish.publish && isComplete(content) ? 'published' : 'draft'),
    next,
    imported: { ...known?.row.imported, ...taken },
    before,
    importedBefore: known?.row.imported ?? {},
    externalBefore: known?.row.externalId ?? null,
    changedAt: known?.row.changedAt.toISOString() ?? null,
  }
  const isSaid = (differences: Differences) => (Object.keys(differences).length > 0 ? differences : null)
  return {
    ...line,
    outcome,
    courseId: known?.row.id ?? null,
    plan,
    changes: isSaid(compared.changes),
    kept: isSaid(compared.kept),
    reason: null,
    basis: known?.row.changedAt ?? null,
  }
}

export const countsOf = (planned: readonly Planned[]) =>
  Object.fromEntries(
    lineOutcomes.map((outcome) => [
      outcome,
      planned.filter((one) => (outcome === 'corrected' ? one.kept !== null : one.outcome === outcome)).length,
    ]),
  ) as Record<LineOutcome, number>
