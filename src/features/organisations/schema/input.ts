import { z } from 'zod'
import { saying } from '../../../kernel/parse-text.ts'
import { sirenOf, siretOf } from '../../../kernel/siren.ts'
import { plain } from '../../../kernel/slug.ts'
import { slot } from '../../../web/slots.ts'
import { fromBase64 } from '../../../web/table-import/shapes.ts'
import { text } from '../text/refusals.ts'

/** An organisation's page: what it offers, its projects, its labels, each as a section of the article. */
export const organisationSlot = slot<{ readonly id: string; readonly slug: string }>('organisation')
/** The right column of the same page. */
export const organisationAsideSlot = slot<{ readonly id: string; readonly slug: string }>('organisation.aside')
type Placed = { readonly id: string; readonly slug: string; readonly state: string }
/** What this reader may do next with an organisation that is not theirs to edit: join it, write to it. */
export const organisationNextSlot = slot<Placed>('organisation.next')
/** Buttons among the deeds of the page: each panel shows its own only to those who may. */
export const organisationDeedsSlot = slot<Placed>('organisation.deeds')
/** Before a merge: one line of a list for what else of the organisation that goes comes along. */
export const organisationMergeSlot = slot<{ readonly id: string }>('organisation.merge')

export const kinds = ['company', 'school', 'laboratory', 'public-body', 'funder', 'cluster', 'site-operator'] as const
export type Kind = (typeof kinds)[number]
/** Who sees a field: everybody, people with an affiliation, or the cluster's team. */
export const visibilities = ['public', 'members', 'staff'] as const
export type Visibility = (typeof visibilities)[number]
/** The fields whose visibility an organisation chooses. */
export const shieldedFields = ['email', 'phone', 'headCounts'] as const
export type ShieldedField = (typeof shieldedFields)[number]

export const empty = (value: unknown) => (value === undefined || value === '' ? null : value)
const some = (value: unknown) => value !== null && value !== undefined && value !== ''
export const line = (most: number) => z.string().trim().min(1).max(most)
const orNull = (most: number) => z.preprocess(empty, z.string().trim().max(most).nullable())
export const orEmpty = (most: number) => z.string().trim().max(most).default('')
export const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const dotted = (value: unknown) => empty(typeof value === 'string' ? value.trim().replace(',', '.') : value)
const degrees = (most: number) => z.preprocess(dotted, z.coerce.number().min(-most).max(most).nullable())
/** Line ends as the database keeps them, and no blank lines at either end. */
const long = (most: number) =>
  z.preprocess(
    (value) =>
      String(value ?? '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    z.string().max(most),
  )
const english = (most: number) =>
  long(most)
    .transform((value) => value || undefined)
    .optional()
const localised = (most: number) => z.object({ fr: long(most), en: english(most) })
const translated = (most: number) => z.object({ fr: long(most).pipe(z.string().min(1)), en: english(most) })

const withScheme = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(value.trim())
    ? `https://${value.trim()}`
    : empty(value)
const website = z.preprocess(
  withScheme,
  z
    .url({ protocol: /^https?$/, hostname: z.regexes.domain })
    .max(300)
    .nullable(),
)
const phone = z.preprocess(
  empty,
  z
    .string()
    .trim()
    .regex(/^\+?[\d\s().\u00a0\u202f-]{6,30}$/)
    .nullable(),
)
const number = (check: (written: string) => string | null, say: Parameters<typeof saying>[0]) =>
  z.preprocess(
    empty,
    z
      .string()
      .refine((value) => check(value) !== null, saying(say))
      .transform((value) => check(value))
      .nullable(),
  )
const siren = number(sirenOf, (language) => text(language)('sirenWrong'))
const siret = number(siretOf, (language) => text(language)('siretWrong'))
const country = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/)

export const list = (value: unknown) => (Array.isArray(value) ? value : some(value) ? [value] : [])
const words = (value: unknown) => (typeof value === 'string' ? value.split(/[\s,;]+/).filter(Boolean) : list(value))
const emailDomain = z
  .string()
  .transform((value) => plain(value.replace(/^@/, '')))
  .pipe(z.string().regex(z.regexes.domain))

export const establishmentInput = z
  .object({
    id: z.preprocess(empty, z.uuid().nullable()),
    name: orEmpty(120),
    siret,
    address: orEmpty(300),
    postcode: orEmpty(12),
    city: line(120),
    country: z.preprocess((value) => empty(value) ?? 'FR', country),
    latitude: degrees(90),
    longitude: degrees(180),
    isHeadquarters: z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean()),
  })
  .refine((one) => some(one.latitude) === some(one.longitude), {
    path: ['latitude'],
    ...saying((language) => text(language)('pointHalf')),
  })
export type EstablishmentInput = z.output<typeof establishmentInput>

/** A row whose only answer is one the form proposes by itself (the country) is an empty row. */
const isFilled = (row: unknown) =>
  typeof row !== 'object' ||
  row === null ||
  Object.entries(row).some(([key, value]) => key !== 'country' && some(value))
export const headCountInput = z.object({ year: whole(1900, 2100), people: whole(0, 1_000_000) })

const shape = {
  kind: z.enum(kinds),
  legalName: line(200),
  displayName: orEmpty(200),
  siren,
  registrationCountry: z.preprocess(empty, country.nullable()),
  registrationNumber: orNull(60),
  sectors: z.preprocess(list, z.array(z.string().max(60)).max(30)),
  summary: translated(300),
  description: z.preprocess((value) => value ?? { fr: '' }, localised(12_000)),
  foundedYear: z.preprocess(empty, whole(1000, 2100).nullable()),
  website,
  email: z.preprocess(empty, z.email().max(200).nullable()),
  phone,
  visibility: z.preprocess((value) => value ?? {}, z.partialRecord(z.enum(shieldedFields), z.enum(visibilities))),
  emailDomains: z.preprocess(words, z.array(emailDomain).max(20)),
  establishments: z.preprocess((value) => list(value).filter(isFilled), z.array(establishmentInput).max(100)),
  headCounts: z.preprocess(list, z.array(headCountInput).max(60)),
}
type Registered = { siren: string | null; registrationCountry: string | null; registrationNumber: string | null }
const isWhole = (one: Registered) => some(one.registrationCountry) === some(one.registrationNumber)
const halfRegistered = { path: ['registrationNumber'], ...saying((language) => text(language)('registrationHalf')) }
const named = <Input extends { displayName: string; legalName: string }>(input: Input): Input => ({
  ...input,
  displayName: input.displayName || input.legalName,
})
/** `yes`: the team has seen the likely duplicates and wants the new one all the same. */
const anyway = { anyway: z.preprocess((value) => value === 'yes' || value === true, z.boolean()) }

export const organisationInput = z
  .object({ ...shape, ...anyway })
  .refine(isWhole, halfRegistered)
  .transform(named)
export type OrganisationInput = z.output<typeof organisationInput>
/** All that describes an organisation. */
export type Described = Omit<OrganisationInput, 'anyway'>
/** The same from a file, where a summary may be missing. */
export const describedInFile = z
  .object({ ...shape, summary: localised(300) })
  .refine(isWhole, halfRegistered)
  .transform(named)
/** `seen`: when the form was opened; a change since then is not written over. */
export const editInput = z
  .object({ ...shape, id: z.uuid(), seen: z.preprocess(empty, z.iso.datetime().nullable()) })
  .refine(isWhole, halfRegistered)
  .transform(named)
export const headCountsInput = z.object({ id: z.uuid(), headCounts: shape.headCounts })
export const idInput = z.object({ id: z.uuid() })
export const reasonInput = z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(500) })
/** At most 5 MB: the form says so too. */
export const largestLogo = 5_000_000
export const logoInput = z.object({
  id: z.uuid(),
  file: z.preprocess(
    fromBase64,
    z
      .file()
      .min(1)
      .refine(
        (file) => file.size <= largestLogo,
        saying((language) => text(language)('logoBig')),
      ),
  ),
})

const most = 50
const keys = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).filter(Boolean).slice(0, most))
  .catch([])
const onlyKinds = (values: readonly string[]) =>
  values.filter((value): value is Kind => (kinds as readonly string[]).includes(value))
export const directorySorts = ['relevance', 'name', 'recent'] as const
/** What a reader asks of the directory, from the address. Nonsense is ignored rather than refused. */
export const directorySearch = z.object({
  q: z.string().trim().max(200).catch(''),
  sector: keys,
  kind: keys.transform(onlyKinds),
  place: keys,
  sort: z.enum(directorySorts).catch('relevance'),
})
export type DirectorySearch = z.output<typeof directorySearch>

/** What a form asks before it is sent: is this organisation here already? */
export const duplicateQuery = z.object({
  name: z.string().trim().min(1).max(200),
  siren: z.string().max(20).default(''),
  website: z.string().max(300).default(''),
})
