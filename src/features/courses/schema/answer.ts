import { z } from 'zod'
import { commitments, courseStates, rhythms, sides, sponsorshipStates } from './words.ts'

const localisedShape = z.object({ fr: z.string(), en: z.string().optional() })
const schoolShape = z.object({ id: z.uuid(), slug: z.string(), displayName: z.string() })
/** A row of the index, as the API answers it. */
export const rowShape = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  state: z.enum(courseStates),
  title: localisedShape,
  summary: localisedShape,
  diploma: z.string(),
  level: z.number().nullable().describe('Of the French register and of the European framework (EQF) alike'),
  rncp: z.string().nullable(),
  months: z.number().nullable(),
  rhythms: z.array(z.enum(rhythms)),
  town: z.string(),
  sectors: z.array(z.string()),
  website: z.string().nullable(),
  costCents: z.number().nullable().describe('What a pupil pays for one year'),
  schools: z.array(schoolShape),
})
export const sponsorshipShape = z.object({
  id: z.uuid(),
  state: z.enum(sponsorshipStates),
  proposedBy: z.enum(sides),
  organisation: z.object({ id: z.uuid(), slug: z.string(), displayName: z.string() }),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  commitments: z.array(z.enum(commitments)),
  note: localisedShape,
})
export const recordShape = rowShape.extend({
  description: localisedShape,
  admission: localisedShape,
  currency: z.string(),
  costNote: localisedShape,
  occupations: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() })),
  skills: z.array(z.object({ id: z.uuid(), slug: z.string(), label: z.string() })),
  productions: z.array(z.object({ title: z.string(), year: z.number(), url: z.string() })),
  insertions: z.array(z.object({ year: z.number(), rate: z.number(), sample: z.number(), source: localisedShape })),
  labels: z.array(z.object({ name: localisedShape, startsOn: z.string(), endsOn: z.string().nullable() })),
  sponsorships: z.array(sponsorshipShape),
  changedAt: z.iso.datetime(),
})
/** What a deed answers: where its record is. */
export const writtenShape = z.object({ id: z.uuid(), slug: z.string(), state: z.string(), url: z.url() })
export const historyShape = z.object({
  at: z.iso.datetime(),
  action: z.string(),
  by: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
})
const reasonShape = z.object({
  kind: z.enum(['skills', 'code', 'field', 'words']),
  text: z.string().describe('The reason in words'),
})
export const suggestionShape = z.object({
  course: z.object({ id: z.uuid(), slug: z.string(), title: localisedShape }),
  weight: z.number(),
  reasons: z.array(reasonShape),
})
export const importShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  state: z.string(),
  header: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  counts: z.record(z.string(), z.number()),
})
const differences = z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable()
export const lineShape = z.object({
  line: z.number(),
  outcome: z.string().nullable(),
  cells: z.array(z.string()),
  title: z.string().nullable(),
  changes: differences,
  kept: differences,
  reason: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
})
export const doneShape = z.object({ id: z.uuid() })
