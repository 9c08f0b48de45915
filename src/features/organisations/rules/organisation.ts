import { machine } from '../../../kernel/machine.ts'
import { plain, slugOf } from '../../../kernel/slug.ts'
import type { Visibility } from '../schema/input.ts'
import type { OrganisationState } from '../tables.ts'

export const states = machine<OrganisationState>({
  proposed: ['published', 'refused'],
  published: ['archived', 'merged'],
  archived: ['published', 'merged'],
  merged: [],
  refused: [],
})

/** Words of the addresses below /organisations: no organisation may be called so there. */
const reserved = new Set(
  'new map propose proposals mine sectors imports merge points region export logo card history requests people'.split(
    ' ',
  ),
)
/** Whether an address below /organisations is a page of the product, perhaps a later feature's, and no organisation's. */
export const isReserved = (slug: string) => reserved.has(slug)
export function organisationSlug(name: string): string {
  const slug = slugOf(name)
  return isReserved(slug) ? `${slug}-1` : slug
}

/** '69100' -> '69', '97400' -> '974', '20167' -> '2A'. Null for what is no French postcode. */
export function departmentOf(postcode: string, country = 'FR'): string | null {
  const code = postcode.replace(/\s/g, '')
  if (country !== 'FR' || !/^\d{5}$/.test(code) || code.startsWith('00') || code.startsWith('96')) return null
  if (/^9[78]/.test(code)) return code.slice(0, 3)
  // Corsica kept the old number 20 in its postcodes: 200 and 201 are in the south.
  if (code.startsWith('20')) return /^20[01]/.test(code) ? '2A' : '2B'
  return code.slice(0, 2)
}

type Place = {
  readonly city: string
  readonly postcode: string
  readonly country: string
  readonly isHeadquarters: boolean
}
/** What lists and search know of the establishments. The first is the headquarters when none says it is. */
export function placesOf(establishments: readonly Place[]) {
  const headquarters = establishments.find((one) => one.isHeadquarters) ?? establishments[0]
  const departments = establishments.map((one) => departmentOf(one.postcode, one.country))
  return {
    city: headquarters?.city ?? '',
    places: [...new Set(establishments.map((one) => one.city))].join(' '),
    departments: [...new Set(departments.filter((one) => one !== null))].sort(),
  }
}

/** How many published organisations have exactly this kind, these sectors and these departments. */
export type Profile = {
  readonly kind: string
  readonly sectors: readonly string[]
  readonly departments: readonly string[]
  readonly count: number
}
/** 'company|cinema,animation|69' as the database keeps it, for counting without reading rows. */
export function profileIn(written: string, count: number): Profile {
  const [kind = '', sectors = '', departments = ''] = written.split('|')
  const list = (joined: string) => (joined === '' ? [] : joined.split(','))
  return { kind, sectors: list(sectors), departments: list(departments), count }
}
export type Chosen = {
  readonly kind: readonly string[]
  readonly sector: readonly string[]
  readonly place: readonly string[]
}
type Facet = keyof Chosen
const valuesOf: Record<Facet, (profile: Profile) => readonly string[]> = {
  kind: (profile) => [profile.kind],
  sector: (profile) => profile.sectors,
  place: (profile) => profile.departments,
}
const names = Object.keys(valuesOf) as Facet[]

/**
 * The total, and for each value of each filter how many records choosing it would show. Values of one filter add up,
 * filters narrow each other: a filter's counts take all the others into account, not itself.
 */
export function facetsOf(profiles: readonly Profile[], chosen: Chosen) {
  const meets = (profile: Profile, name: Facet) =>
    chosen[name].length === 0 || valuesOf[name](profile).some((value) => chosen[name].includes(value))
  const counts: Record<Facet, Map<string, number>> = { kind: new Map(), sector: new Map(), place: new Map() }
  let total = 0
  for (const profile of profiles) {
    const failed = names.filter((name) => !meets(profile, name))
    if (failed.length === 0) total += profile.count
    for (const name of names) {
      if (failed.some((other) => other !== name)) continue
      for (const value of valuesOf[name](profile))
        counts[name].set(value, (counts[name].get(value) ?? 0) + profile.count)
    }
  }
  return { total, counts }
}

export type Reader = 'public' | 'members' | 'staff'
/** Whether a reader of this kind sees a field that its organisation shows to `visibility`. */
export const isShown = (visibility: Visibility | undefined, reader: Reader): boolean =>
  reader === 'staff' || visibility === undefined || visibility === 'public' || visibility === reader

/** Providers at which anybody has an address: they prove nothing about whom one works for. */
const publicProviders = new Set(
  'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr icloud.com me.com mac.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr aol.com gmx.com gmx.fr proton.me protonmail.com mailo.com posteo.net'.split(
    ' ',
  ),
)
export const isPublicProvider = (domain: string) => publicProviders.has(domain)
export const domainOfEmail = (email: string) => plain(email.slice(email.lastIndexOf('@') + 1))
/** 'https://www.studio.fr/contact' -> 'studio.fr'. */
export const domainOfSite = (website: string | null) => {
  const host = website && URL.canParse(website) ? new URL(website).hostname : null
  return host ? host.replace(/^www\./, '') : null
}
/** Legal forms say nothing about who it is: « Studio Bleu SARL » is « studio bleu ». */
const legalForms = /\b(sarl|sas|sasu|sa|scop|eurl|sci|snc|scic|gmbh|ltd|limited|inc|llc|srl|spa|bv|ag)\b/g
export const comparableName = (name: string) =>
  plain(name)
    .replace(/[’']/g, ' ')
    .replace(/\./g, '')
    .replace(legalForms, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Share of the three-letter pieces that two names have in common, as pg_trgm counts them: 0..1. */
export function similarity(one: string, other: string): number {
  const pieces = (name: string) =>
    new Set(
      name.split(' ').flatMap((word) => {
        const padded = `  ${word} `
        return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3))
      }),
    )
  const [a, b] = [pieces(one), pieces(other)]
  const shared = [...a].filter((piece) => b.has(piece)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

type Registered = { siren: string | null; registrationCountry: string | null; registrationNumber: string | null }
/** Two records with the same official number are the same organisation, whatever anybody says. */
export const sameNumber = (one: Registered, other: Registered) =>
  (one.siren !== null && one.siren === other.siren) ||
  (one.registrationNumber !== null &&
    one.registrationNumber === other.registrationNumber &&
    one.registrationCountry === other.registrationCountry)

export type Mistake = {
  readonly field: string
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}
type Described = {
  readonly sectors: readonly string[]
  readonly siren: string | null
  readonly foundedYear: number | null
  readonly emailDomains: readonly string[]
  readonly establishments: readonly { readonly siret: string | null }[]
  readonly headCounts: readonly { readonly year: number }[]
}
const mistake = (field: string, key: string, values = {}): Mistake => ({ field, key, values })
/** What a shape alone cannot know: the list of sectors, this year, and which numbers belong together. */
export function mistakesIn(described: Described, knownSectors: ReadonlySet<string>, thisYear: number): Mistake[] {
  const { sectors, siren, foundedYear, emailDomains, establishments, headCounts } = described
  const isAhead = (year: number | null) => year !== null && year > thisYear
  return [
    ...sectors.filter((key) => !knownSectors.has(key)).map(() => mistake('sectors', 'sectorUnknown')),
    ...(isAhead(foundedYear) ? [mistake('foundedYear', 'yearAhead')] : []),
    ...emailDomains.filter(isPublicProvider).map((domain) => mistake('emailDomains', 'publicProvider', { domain })),
    ...establishments.flatMap(({ siret }, row) =>
      siren && siret && !siret.startsWith(siren) ? [mistake(`establishments.${row}.siret`, 'siretOther')] : [],
    ),
    ...yearMistakes(headCounts, thisYear),
  ]
}
export function yearMistakes(headCounts: Described['headCounts'], thisYear: number): Mistake[] {
  const years = headCounts.map((one) => one.year)
  return years.flatMap((year, row) => {
    const field = `headCounts.${row}.year`
    if (year > thisYear) return [mistake(field, 'yearAhead')]
    return years.indexOf(year) < row ? [mistake(field, 'yearTwice', { year: String(year) })] : []
  })
}

/** A point east of Greenwich as geographers write it: longitude first. */
export type Point = readonly [longitude: number, latitude: number]
