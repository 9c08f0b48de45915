import { type Language, languages } from '../../../kernel/language.ts'
import { plain } from '../../../kernel/slug.ts'
import { capitalised, printed } from '../../occupations/rules/titles.ts'
import { levels, type Rhythm, rhythms } from '../schema/words.ts'
import { text } from '../text/import.ts'
import { text as words } from '../text/pages.ts'

/** What a column of a file can be. */
export const importFields = [
  'title.fr',
  'title.en',
  'externalId',
  'slug',
  'schools',
  'diploma',
  'level',
  'rncp',
  'months',
  'rhythms',
  'cost',
  'town',
  'sectors',
  'website',
  'summary.fr',
  'summary.en',
  'occupations',
  'skills',
] as const
export type ImportField = (typeof importFields)[number]
/** The fields that describe a course; the others find it. */
export type ContentField = Exclude<ImportField, 'slug' | 'externalId'>
export const contentFields = importFields.filter((field): field is ContentField => !/^(slug|externalId)$/.test(field))
export type Mapping = readonly (string | null)[]
export const isField = (field: string): field is ImportField => (importFields as readonly string[]).includes(field)

const aliases: Record<ImportField, readonly string[]> = {
  'title.fr': ['libelle', 'titre', 'title', 'intitule', 'formation', 'nom', 'name', 'libelle formation principal'],
  'title.en': ['english title', 'titre anglais'],
  externalId: ['id', 'identifiant onisep', 'numero onisep', 'external id', 'externalid'],
  slug: ['slug', 'identifiant', 'identifier'],
  schools: ['ecole', 'ecoles', 'school', 'schools', 'etablissement', 'etablissements'],
  diploma: ['type', 'type de diplome', 'diplome', 'diploma', 'libelle type formation'],
  level: ['niveau', 'level', 'niveau de sortie', 'libelle niveau de certification'],
  rncp: ['rncp', 'code rncp', 'numero rncp'],
  months: ['duree', 'duration', 'length', 'mois', 'months'],
  rhythms: ['rythme', 'rhythm', 'pace', 'modalite'],
  cost: ['cout', 'cout annuel', 'prix', 'cost', 'price'],
  town: ['ville', 'town', 'city', 'commune', 'lieu'],
  sectors: ['filiere', 'filieres', 'secteur', 'secteurs', 'sector', 'sectors'],
  website: ['site', 'site web', 'url', 'website', 'lien', 'url et id onisep'],
  'summary.fr': ['resume', 'summary', 'description'],
  'summary.en': ['english summary', 'resume anglais'],
  occupations: ['metier', 'metiers', 'metiers vises', 'occupation', 'occupations'],
  skills: ['competence', 'competences', 'skill', 'skills'],
}
const comparable = (header: string) => plain(header).replace(/[_’']/g, ' ').replace(/\s+/g, ' ').trim()
/** The names under which an export writes a column; the file's own number has none there. */
export const columnName = (field: ImportField, language: Language): string =>
  field === 'externalId'
    ? text(language)('externalId')
    : (words(language) as (key: string) => string)(`column-${field}`)
const known: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => [
    ...aliases[field].map((alias) => [alias, field] as const),
    ...languages.map((language) => [comparable(columnName(field, language)), field] as const),
  ]),
)

/** What each column is, as far as its title says so; no field twice. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<string>()
  return header.map((title) => {
    const field = known.get(comparable(title)) ?? null
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}
/** What is wrong with a mapping as a whole. */
export function mappingMistake(
  mapping: Mapping,
): { readonly key: 'titleMissing' } | { readonly key: 'twice'; readonly field: ImportField } | null {
  const used = mapping.filter((field) => field !== null)
  const twice = used.find((field, place) => used.indexOf(field) < place)
  if (twice) return { key: 'twice', field: twice as ImportField }
  return used.includes('title.fr') ? null : { key: 'titleMissing' }
}

export type Reason = { readonly key: string; readonly values: Readonly<Record<string, string>> }
export const reasonInWords = (reason: Reason, language: Language): string =>
  (text(language) as (key: string, values: object) => string)(`reason-${reason.key}`, reason.values)
const because = (key: string, value: string): Reason => ({ key, values: { value } })
export const isReason = (found: object): found is Reason => 'key' in found && 'values' in found

/** « niveau 7 », « Niveau 6 (bac + 3 ou 4) », « bac + 5 », « 5 ». Null where the file says that there is none. */
export function levelIn(cell: string): number | null | undefined {
  const said = comparable(cell)
  if (/^(non inscrit|sans niveau|aucun|no recognised)/.test(said)) return null
  const written = /(?:niveau|level|^)\s*([1-8])(?!\d)/.exec(said)?.[1]
  if (written) return levels.find((level) => level === Number(written))
  const years = /bac\s*\+\s*(\d)/.exec(said)?.[1]
  const byYears: Record<string, number> = { '2': 5, '3': 6, '4': 6, '5': 7, '8': 8 }
  return years ? byYears[years] : undefined
}
/** « 2 ans », « 18 mois », « 1 an et 6 mois », « 3 years », « 24 »: months. */
export function monthsIn(cell: string): number | undefined {
  const said = comparable(cell)
  if (/^\d+$/.test(said)) return Number(said)
  const years = Number(/(\d+)\s*(?:ans?|years?)\b/.exec(said)?.[1] ?? 0)
  const months = Number(/(\d+)\s*(?:mois|months?)\b/.exec(said)?.[1] ?? 0)
  return years * 12 + months || undefined
}
const rhythmWords: Record<Rhythm, RegExp> = {
  initial: /initial|full|temps plein|scolaire|etudiant/,
  apprenticeship: /apprenti|alternance|professionnalisation/,
}
export function rhythmsIn(cell: string): Rhythm[] | undefined {
  const said = comparable(cell)
  const found = rhythms.filter((rhythm) => rhythmWords[rhythm].test(said))
  return found.length > 0 ? found : undefined
}
/** « CAP (CAP) » says the same thing twice; « titre professionnel (TP) » does not. */
const diplomaIn = (cell: string) => capitalised(printed(cell.replace(/^(.+) \(\1\)$/, '$1')))
const several = (cell: string) =>
  cell
    .split(/[|;]/)
    .map((one) => one.trim())
    .filter(Boolean)
/** « Jeu vidéo » and « jeux vidéo » are one sector. */
const singular = (name: string) =>
  comparable(name)
    .split(/[ -]/)
    .map((word) => word.replace(/[sx]$/, ''))
    .join(' ')
export const sectorNames = (
  sectors: readonly {
    readonly key: string
    readonly label: { readonly fr: string; readonly en?: string | undefined }
  }[],
): ReadonlyMap<string, string> =>
  new Map(
    sectors.flatMap(({ key, label }) =>
      [key, label.fr, label.en ?? ''].filter(Boolean).map((name) => [singular(name), key] as const),
    ),
  )

export type Values = Partial<Record<ImportField, string | number | null | readonly string[]>>
/** One cell as a value, or why it is none. */
function read(field: ImportField, cell: string, sectors: ReadonlyMap<string, string>): Values[ImportField] | Reason {
  switch (field) {
    case 'level': {
      const level = levelIn(cell)
      return level === undefined ? because('level', cell) : level
    }
    case 'months':
      return monthsIn(cell) ?? because('months', cell)
    case 'rhythms':
      return rhythmsIn(cell) ?? because('rhythm', cell)
    case 'rncp':
      return /^(RNCP)?\s*\d{1,6}$/i.test(cell) ? cell.replace(/\D/g, '') : because('rncp', cell)
    case 'sectors': {
      const names = several(cell.replace(/,/g, '|'))
      const unknown = names.find((name) => !sectors.has(singular(name)))
      return unknown
        ? because('sector', unknown)
        : [...new Set(names.map((name) => sectors.get(singular(name)) as string))]
    }
    case 'schools':
    case 'occupations':
    case 'skills':
      return several(cell)
    case 'title.fr':
    case 'title.en':
      return capitalised(printed(cell))
    case 'diploma':
      return diplomaIn(cell)
    default:
      return cell
  }
}

/** What a line says, by field; empty cells say nothing, so they erase nothing. */
export function valuesOf(
  cells: readonly string[],
  mapping: Mapping,
  sectors: ReadonlyMap<string, string>,
): Values | Reason {
  if (cells.slice(mapping.length).some(Boolean))
    return { key: 'cells', values: { count: String(cells.length), expected: String(mapping.length) } }
  const values: Values = {}
  for (const [place, field] of mapping.entries()) {
    const cell = cells[place] ?? ''
    if (field === null || !isField(field) || cell === '') continue
    const value = read(field, cell, sectors)
    if (typeof value === 'object' && value !== null && isReason(value)) return value
    if (value !== undefined) values[field] = value
  }
  return values['title.fr'] ? values : { key: 'noTitle', values: {} }
}

export type Content = Partial<Record<ContentField, unknown>>
/** Links are the same when they lead to the same records, whatever those are called today. */
const comparableValue = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' && one !== null && 'id' in one ? one.id : one))
    : (value ?? null)
const same = (one: unknown, other: unknown) =>
  JSON.stringify(comparableValue(one)) === JSON.stringify(comparableValue(other))
export type Differences = Record<string, [before: unknown, after: unknown]>
/**
 * What a line changes, and what it leaves. A field that an import wrote and that has another value now was corrected by
 * hand: the file does not take it back unless somebody says so. A field that no import has written is the file's to change.
 */
export function compare(
  there: Content,
  said: Content,
  imported: Readonly<Record<string, unknown>>,
  overwrite: boolean,
): { changes: Differences; kept: Differences } {
  const changes: Differences = {}
  const kept: Differences = {}
  for (const field of contentFields) {
    if (!(field in said) || same(there[field], said[field])) continue
    const isCorrected = field in imported && !same(there[field], imported[field])
    const into = isCorrected && !overwrite ? kept : changes
    into[field] = [there[field] ?? null, said[field] ?? null]
  }
  return { changes, kept }
}
export const outcomeOf = (isNew: boolean, { changes, kept }: ReturnType<typeof compare>) => {
  if (isNew) return 'created' as const
  if (Object.keys(changes).length > 0) return 'updated' as const
  return Object.keys(kept).length > 0 ? ('corrected' as const) : ('unchanged' as const)
}
