import { z } from 'zod'
import { kinds } from './input.ts'

const localisedShape = z.object({ fr: z.string(), en: z.string().optional() })
/** A row of the directory, as the API answers it. */
export const rowShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  kind: z.enum(kinds),
  displayName: z.string(),
  sectors: z.array(z.string()),
  summary: localisedShape,
  city: z.string(),
  departments: z.array(z.string()),
  logo: z.url().nullable(),
})
const establishmentShape = z.object({
  id: z.uuid(),
  name: z.string(),
  siret: z.string().nullable(),
  address: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  isHeadquarters: z.boolean(),
})
/** The whole of an organisation; what it hides from the reader is null or empty. */
export const recordShape = rowShape.omit({ departments: true }).extend({
  state: z.string(),
  legalName: z.string(),
  siren: z.string().nullable(),
  registrationCountry: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  description: localisedShape,
  foundedYear: z.number().nullable(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  establishments: z.array(establishmentShape),
  headCounts: z.array(z.object({ year: z.number(), people: z.number() })),
  changedAt: z.iso.datetime(),
})
/** What a deed answers: where its record is. */
export const writtenShape = z.object({ id: z.uuid(), slug: z.string(), state: z.string(), url: z.url() })
export const doneShape = z.object({ id: z.uuid() })
export const historyShape = z.object({
  at: z.iso.datetime(),
  action: z.string(),
  by: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
})
export const sectorShape = z.object({ id: z.uuid(), key: z.string(), label: localisedShape, colour: z.string() })
