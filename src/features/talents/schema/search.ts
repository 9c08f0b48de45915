import { z } from 'zod'
import { type WorkKind, workKinds } from './vocabulary.ts'

const most = 30
const keys = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [...new Set((Array.isArray(value) ? value : value.split(',')).filter(Boolean))].slice(0, most))
  .catch([])
const only = (pattern: RegExp) => keys.transform((values) => values.filter((value) => pattern.test(value)))
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const availabilities = ['now', 'month', 'quarter'] as const
export type Availability = (typeof availabilities)[number]
export const talentSorts = ['relevance', 'recent', 'available'] as const
export const talentFilters = [
  'occupation',
  'skill',
  'place',
  'kind',
  'language',
  'available',
  'remote',
  'sector',
] as const

/** What a reader asks of the talents, from the address. Nonsense is ignored rather than refused. */
export const talentSearch = z.object({
  q: z.string().trim().max(200).catch(''),
  /** Slugs of sheets. */
  occupation: keys,
  skill: only(isUuid),
  place: only(/^\d[\dAB]\d?$/),
  kind: keys.transform((values) =>
    values.filter((one): one is WorkKind => (workKinds as readonly string[]).includes(one)),
  ),
  /** 'en' or 'en:B2'. */
  language: only(/^[a-z]{2,3}(:(A1|A2|B1|B2|C1|C2|native))?$/),
  available: keys.transform((values) =>
    values.filter((one): one is Availability => (availabilities as readonly string[]).includes(one)),
  ),
  remote: keys.transform((values) => values.filter((one) => one === 'yes')),
  sector: only(/^[a-z0-9-]{1,60}$/),
  sort: z.enum(talentSorts).catch('relevance'),
})
export type TalentSearch = z.output<typeof talentSearch>
