/** Fields of which the merged organisation keeps one of two values. A registration is its country and number together. */
export const mergeFields = [
  'displayName',
  'legalName',
  'kind',
  'siren',
  'registrationNumber',
  'sectors',
  'summary',
  'description',
  'foundedYear',
  'website',
  'email',
  'phone',
  'logoHash',
] as const
export type MergeField = (typeof mergeFields)[number]
type Values = Readonly<Record<string, unknown>>

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && 'fr' in value && value.fr === '')
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

export type Difference = {
  readonly field: MergeField
  readonly kept: unknown
  readonly other: unknown
  /** What is proposed: the kept one's, unless only the other says something. */
  readonly proposed: 'kept' | 'other'
}
/** What two records say differently. Of what both say alike, and of what only neither says, there is nothing to choose. */
export function mergeChoices(kept: Values, other: Values): Difference[] {
  return mergeFields.flatMap((field) => {
    const [one, two] = [kept[field], other[field]]
    if (same(one, two) || (isNothing(one) && isNothing(two)) || (field === 'logoHash' && isNothing(two))) return []
    return [{ field, kept: one, other: two, proposed: isNothing(one) ? 'other' : 'kept' } as const]
  })
}

/** The columns that come from the organisation that goes. */
export function takenFrom(other: Values, take: readonly string[]): Values {
  const fields = mergeFields.filter((field) => take.includes(field))
  return Object.fromEntries(
    fields
      .flatMap((field) => (field === 'registrationNumber' ? ['registrationCountry', field] : [field]))
      .map((field) => [field, other[field]]),
  )
}

type Place = {
  readonly siret: string | null
  readonly address: string
  readonly postcode: string
  readonly city: string
}
const placeKey = ({ address, postcode, city }: Place) => [address, postcode, city].join('|').toLowerCase()
/** Whether two establishments are one: the same SIRET, or the same address without two different numbers. */
export const isSamePlace = (one: Place, other: Place) =>
  one.siret !== null && other.siret !== null ? one.siret === other.siret : placeKey(one) === placeKey(other)
