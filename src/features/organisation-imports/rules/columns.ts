import { languages } from '../../../kernel/language.ts'
import { plain } from '../../../kernel/slug.ts'
import { fieldInWords } from '../../organisations/rules/words.ts'

/** What a column of a file can be; a head count also says its year: 'headCount:2025'. */
export const importFields = [
  'displayName',
  'legalName',
  'slug',
  'kind',
  'siren',
  'registrationCountry',
  'registrationNumber',
  'sectors',
  'foundedYear',
  'website',
  'email',
  'phone',
  'siret',
  'address',
  'postcode',
  'city',
  'country',
  'latitude',
  'longitude',
  'summary.fr',
  'summary.en',
  'description.fr',
  'description.en',
] as const
export type ImportField = (typeof importFields)[number]
export type Mapping = readonly (string | null)[]

const aliases: Partial<Record<ImportField, readonly string[]>> = {
  displayName: [
    'nom',
    'name',
    'organisation',
    'organization',
    'enseigne',
    'nom commercial',
    'entreprise',
    'company',
    'displayname',
  ],
  legalName: ['legal name', 'denomination', 'denomination sociale', 'nom legal', 'legalname'],
  slug: ['slug', 'identifiant', 'identifier'],
  kind: ['type', 'categorie', 'kind', 'nature'],
  sectors: ['secteur', 'filiere', 'filieres', 'sector'],
  foundedYear: ['fondation', 'creation', 'annee', 'founded', 'foundedyear', 'year founded'],
  website: ['site web', 'site internet', 'web', 'url', 'website', 'www'],
  email: ['email', 'e-mail', 'courriel', 'mail', 'adresse mail', 'adresse e-mail', 'adresse email'],
  phone: ['tel', 'phone', 'telephone'],
  address: ['rue', 'voie', 'street', 'street address'],
  postcode: ['cp', 'zip', 'postal code', 'postcode', 'zip code'],
  city: ['commune', 'localite', 'city', 'town'],
  latitude: ['lat'],
  longitude: ['lon', 'lng', 'long'],
  'summary.fr': ['resume', 'summary', 'activite'],
  'description.fr': ['description', 'presentation'],
}
/** A title or a name as files write it, for comparing: without accents, capitals and apostrophes. */
export const comparable = (header: string) => plain(header).replace(/[_’']/g, ' ').replace(/\s+/g, ' ').trim()
const known: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => [
    ...(aliases[field] ?? []).map((alias) => [alias, field] as const),
    ...languages.map((language) => [comparable(fieldInWords(field, language)), field] as const),
    [comparable(field), field] as const,
  ]),
)
const headCountHeader = /^(?:effectifs?|head ?counts?|salaries|employees|etp)\D*(\d{4})$/

/** What each column is, as far as its title says so; no field twice. */
export function guessMapping(header: readonly string[]): Mapping {
  const taken = new Set<string>()
  return header.map((title) => {
    const name = comparable(title)
    const year = headCountHeader.exec(name)?.[1]
    const field = year ? `headCount:${year}` : (known.get(name) ?? null)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}
export const isField = (field: string) =>
  (importFields as readonly string[]).includes(field) || /^headCount:(19|20)\d\d$/.test(field)

/** What is wrong with a mapping as a whole. */
export function mappingMistake(mapping: Mapping): { key: 'nameMissing' } | { key: 'twice'; field: string } | null {
  const used = mapping.filter((field) => field !== null)
  const twice = used.find((field, place) => used.indexOf(field) < place)
  if (twice) return { key: 'twice', field: twice }
  return used.includes('displayName') || used.includes('legalName') ? null : { key: 'nameMissing' }
}
