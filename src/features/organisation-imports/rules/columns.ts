import { languages } from '../../../kernel/language.ts'
import { comparable, type Mapping } from '../../../kernel/table-import.ts'
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
const known: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) => [
    ...(aliases[field] ?? []).map((alias) => [alias, field] as const),
    ...languages.map((language) => [comparable(fieldInWords(field, language)), field] as const),
    [comparable(field), field] as const,
  ]),
)
const headCountHeader = /^(?:effectifs?|head ?counts?|salaries|employees|etp)\D*(\d{4})$/

/** « Code postal » is the postcode; « Effectif 2021 » is the head count of that year. */
export function fieldOf(title: string): string | null {
  const year = headCountHeader.exec(title)?.[1]
  return year ? `headCount:${year}` : (known.get(title) ?? null)
}
export const isField = (field: string) =>
  (importFields as readonly string[]).includes(field) || /^headCount:(19|20)\d\d$/.test(field)
export const namesOrganisations = (mapping: Mapping) => mapping.includes('displayName') || mapping.includes('legalName')
