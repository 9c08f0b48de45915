import { z } from 'zod'
import { affiliationRoles } from '../../../kernel/actor.ts'
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
export const affiliationShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(affiliationRoles),
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
})
export const requestShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(affiliationRoles),
  message: z.string(),
  createdAt: z.iso.datetime(),
})
export const historyShape = z.object({
  at: z.iso.datetime(),
  action: z.string(),
  by: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
})
export const sectorShape = z.object({ id: z.uuid(), key: z.string(), label: localisedShape, colour: z.string() })
export const importShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  state: z.string(),
  header: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  counts: z.record(z.string(), z.number()),
})
export const lineShape = z.object({
  line: z.number(),
  outcome: z.string().nullable(),
  cells: z.array(z.string()),
  name: z.string().nullable(),
  reason: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
})
