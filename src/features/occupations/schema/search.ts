import { z } from 'zod'
import { type Family, families, type SkillKind, skillKinds } from '../tables/vocabulary.ts'

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== '').slice(0, 50))
  .catch([])
const among = <Value extends string>(values: readonly Value[]) =>
  texts.transform((asked) => asked.filter((one): one is Value => (values as readonly string[]).includes(one)))
const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const words = z.string().trim().max(100).catch('')

/** Which sheets: the cluster's own, or the reference repertory as a whole or one of its two parts. */
export const collections = ['own', 'reference', 'rome', 'esco'] as const
export type Collection = (typeof collections)[number]

/** What a reader asks of the index, from the address. Nonsense is ignored rather than refused. */
export const occupationSearch = z.object({
  q: words,
  page,
  origin: z.enum(collections).catch('own'),
  sectors: texts,
  families: among<Family>(families),
  /** Slug of a skill. */
  skill: z.string().max(100).catch(''),
  /** Code of a group of the repertory: 'L15', '2166'. */
  group: z.string().max(10).catch(''),
  /** Own sheets that are not published: for the team. */
  state: z.enum(['draft', 'published', 'archived', '']).catch(''),
})
export type OccupationSearch = z.output<typeof occupationSearch>

export const skillSearch = z.object({
  q: words,
  page,
  origin: z.enum(collections).catch('own'),
  kinds: among<SkillKind>(skillKinds),
})
export type SkillSearch = z.output<typeof skillSearch>
