import { type Language, languages } from '../../../kernel/language.ts'
import {
  because,
  comparable,
  type Differences,
  type Mapping,
  type Reason,
  saidCells,
  strayCells,
} from '../../../kernel/table-import.ts'
import { text as kit } from '../../../ui/table-import/text.ts'
import { type SectorNames, sectorsIn } from '../../organisations/rules/sector-names.ts'
import { kindInWords } from '../../organisations/rules/words.ts'
import { type Described, kinds } from '../../organisations/schema/input.ts'
import { text } from '../text/import.ts'

/** Why a line is refused, in the reader's language. */
export function reasonInWords({ key, values }: Reason, language: Language): string {
  if (key === 'cells') return (kit(language) as (key: string, values: object) => string)(key, values)
  return (text(language) as (key: string, values: object) => string)(`reason-${key}`, values)
}
const kindNames: ReadonlyMap<string, string> = new Map(
  kinds.flatMap((kind) => [
    [kind, kind] as const,
    ...languages.map((language) => [comparable(kindInWords(kind, language)), kind] as const),
  ]),
)
export type Values = Readonly<Record<string, string | readonly string[]>>
/** What a line says, by field; empty cells say nothing. A kind or sector that is not known is a reason to refuse it. */
export function valuesOf(cells: readonly string[], mapping: Mapping, sectors: SectorNames): Values | Reason {
  const stray = strayCells(cells, mapping)
  if (stray) return stray
  const values: Record<string, string | readonly string[]> = {}
  for (const [field, cell] of saidCells(cells, mapping)) {
    const value = valueIn(field, cell, sectors)
    if (typeof value === 'object' && 'key' in value) return value
    values[field] = value
  }
  return values.displayName || values.legalName ? values : because('noName')
}
function valueIn(field: string, cell: string, sectors: SectorNames): string | readonly string[] | Reason {
  if (field === 'kind') return kindNames.get(comparable(cell)) ?? because('kindUnknown', { value: cell })
  if (field !== 'sectors') return cell
  const found = sectorsIn(cell, sectors)
  return 'unknown' in found ? because('sectorUnknown', { value: found.unknown }) : found
}

const placeFields = ['siret', 'address', 'postcode', 'city', 'country', 'latitude', 'longitude'] as const
type Draft = Record<string, unknown>
type Establishment = Described['establishments'][number]

/** The establishment that a line speaks of: the one with its SIRET, else the headquarters, else a new one. */
function placesWith(values: Values, there: readonly Establishment[]): Draft[] {
  const said = Object.fromEntries(placeFields.filter((field) => values[field]).map((field) => [field, values[field]]))
  if (Object.keys(said).length === 0) return [...there]
  const digits = String(values.siret ?? '').replace(/\D/g, '')
  const bySiret = digits ? there.findIndex((one) => one.siret === digits) : -1
  const place =
    bySiret >= 0
      ? bySiret
      : Math.max(
          0,
          there.findIndex((one) => one.isHeadquarters),
        )
  if (there.length === 0) return [{ ...said, isHeadquarters: true }]
  return there.map((one, index) => (index === place ? { ...one, ...said } : one))
}
function countsWith(values: Values, there: Described['headCounts']): unknown[] {
  const byYear = new Map<number, unknown>(there.map((one) => [one.year, one.people]))
  for (const [field, people] of Object.entries(values))
    if (field.startsWith('headCount:')) byYear.set(Number(field.slice('headCount:'.length)), people)
  return [...byYear].map(([year, people]) => ({ year, people })).sort((one, other) => one.year - other.year)
}
function textWith(values: Values, field: 'summary' | 'description', there: Described['summary'] | undefined) {
  return { fr: values[`${field}.fr`] ?? there?.fr ?? '', en: values[`${field}.en`] ?? there?.en }
}
const plainFields = [
  'kind',
  'siren',
  'registrationCountry',
  'registrationNumber',
  'sectors',
  'foundedYear',
  'website',
  'email',
  'phone',
] as const

/** The organisation as it would be after the line: what the line says over what is there. Still to be parsed. */
export function overlaid(values: Values, there: Described | null): Draft {
  const name = values.displayName ?? values.legalName
  return {
    ...(there ?? { kind: 'company', visibility: {}, emailDomains: [] }),
    ...Object.fromEntries(plainFields.filter((field) => values[field]).map((field) => [field, values[field]])),
    legalName: values.legalName ?? there?.legalName ?? name,
    displayName: values.displayName ?? there?.displayName ?? name,
    summary: textWith(values, 'summary', there?.summary),
    description: textWith(values, 'description', there?.description),
    establishments: placesWith(values, there?.establishments ?? []),
    headCounts: countsWith(values, there?.headCounts ?? []),
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
const isText = (value: unknown): value is { fr: string; en?: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Field by field what a line changes, in the words of the file's fields. */
export function differencesOf(before: Described | null, after: Described): Differences {
  const found: Record<string, [unknown, unknown]> = {}
  const note = (field: string, one: unknown, other: unknown) => {
    if (!same(one, other)) found[field] = [one ?? null, other ?? null]
  }
  for (const field of ['displayName', 'legalName', ...plainFields] as const) note(field, before?.[field], after[field])
  for (const field of ['summary', 'description'] as const)
    for (const language of languages) {
      const [one, other] = [before?.[field], after[field]]
      note(`${field}.${language}`, isText(one) ? one[language] || null : null, other[language] || null)
    }
  for (const [place, next] of after.establishments.entries())
    for (const field of placeFields) {
      const previous = before?.establishments[place]
      if (previous || next[field]) note(field, previous?.[field] || null, next[field] || null)
    }
  const counts = new Map(before?.headCounts.map((one) => [one.year, one.people]))
  for (const { year, people } of after.headCounts) note(`headCount:${year}`, counts.get(year), people)
  return found
}
