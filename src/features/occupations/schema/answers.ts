import { z } from 'zod'
import { families, levels, occupationStates, origins, skillKinds } from '../tables/vocabulary.ts'

/** What the JSON API answers. */
const worded = z.object({ fr: z.string().optional(), en: z.string().optional() })
const lists = z.object({ fr: z.array(z.string()).optional(), en: z.array(z.string()).optional() })

export const sheetItem = z.object({
  slug: z.string(),
  url: z.string(),
  origin: z.enum(origins),
  code: z.string().nullable(),
  state: z.enum(occupationStates),
  title: z.object({ fr: z.object({ masculine: z.string(), feminine: z.string() }), en: z.string() }),
  sectors: z.array(z.string()),
  family: z.enum(families).nullable(),
  summary: worded,
  changedAt: z.string(),
})
const skillReference = z.object({ slug: z.string(), label: worded, kind: z.enum(skillKinds) })
export const sheetAnswer = sheetItem.extend({
  missions: lists,
  conditions: worded,
  prospects: worded,
  aliases: z.array(z.object({ language: z.string(), label: z.string(), code: z.string().nullable() })),
  skills: z.array(
    skillReference.extend({ essential: z.boolean(), level: z.union(levels.map((one) => z.literal(one))).nullable() }),
  ),
  romeCodes: z.array(z.string()),
  escoUri: z.string().nullable(),
  isco: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  version: z.number(),
  references: z.array(sheetItem),
  neighbours: z.array(sheetItem.extend({ sharedSkills: z.number() })),
})
export const sheetSaved = z.object({
  slug: z.string(),
  url: z.string(),
  state: z.enum(occupationStates),
  version: z.number(),
})
export const skillItem = skillReference.extend({ url: z.string(), origin: z.enum(origins), occupations: z.number() })
export const skillAnswer = skillReference.extend({
  url: z.string(),
  origin: z.enum(origins),
  code: z.string().nullable(),
  summary: worded,
  aliases: lists,
  sectors: z.array(z.string()),
  broader: z.array(skillReference),
  narrower: z.array(skillReference),
  occupations: z.array(sheetItem),
})
export const skillSaved = z.object({ slug: z.string(), url: z.string() })
export const versionItem = z.object({ number: z.number(), publishedAt: z.string(), content: z.unknown() })
