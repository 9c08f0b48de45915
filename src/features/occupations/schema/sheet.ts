import { z } from 'zod'
import { families, levels, skillKinds } from '../tables/vocabulary.ts'

/** Forms send one text with a line for each, the API and files a list: both become a list without blanks or doubles. */
const listOf = (item: z.ZodString, most: number) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(/\r?\n/) : (value ?? [])),
      z.array(item.or(z.literal(''))).max(most),
    )
    .transform((values) => [...new Set(values.filter((one) => one !== ''))])
const short = (most: number) => z.string().trim().max(most)
const needed = (most: number) => z.string().trim().min(1).max(most)
const several = (item: z.ZodString, most: number) =>
  z
    .preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), z.array(item).max(most))
    .transform((values) => [...new Set(values.filter((one) => one !== ''))])
/** An optional text: a missing one and an empty one are the same. */
const maybe = (most: number) => short(most).optional().default('')
const bilingual = (most: number) => z.object({ fr: maybe(most), en: maybe(most) }).default({ fr: '', en: '' })
const bilingualLists = (item: z.ZodString, most: number) =>
  z.object({ fr: listOf(item, most).optional().default([]), en: listOf(item, most).optional().default([]) }).default({
    fr: [],
    en: [],
  })

const yes = z.preprocess(
  (value) => (typeof value === 'string' ? ['on', 'true', 'yes', '1', 'oui', 'essential'].includes(value) : value),
  z.boolean().default(false),
)
const level = z.preprocess(
  (value) => (value === '' || value === undefined ? null : Number(value)),
  z.union(levels.map((one) => z.literal(one))).nullable(),
)

/** One line of a sheet's skills: `skill` is the skill's slug, or its name as people write it. */
export const sheetSkill = z.object({ skill: needed(200), essential: yes, level })

/** All that an own sheet says: the form, the API, the files and the versions share this shape. */
export const sheetContent = z.object({
  title: z.object({ fr: z.object({ masculine: needed(120), feminine: needed(120) }), en: maybe(120) }),
  aliases: bilingualLists(short(160), 60),
  sectors: several(short(80), 20),
  family: z.enum(families),
  rome: several(short(10), 10),
  esco: maybe(200),
  summary: z.object({ fr: needed(1200), en: maybe(1200) }),
  missions: bilingualLists(short(400), 30),
  conditions: bilingual(4000),
  prospects: bilingual(4000),
  skills: z
    .preprocess((value) => value ?? [], z.array(sheetSkill).max(80))
    .transform((lines) => [...new Map(lines.map((line) => [line.skill, line])).values()]),
})

export const skillContent = z.object({
  kind: z.enum(skillKinds),
  label: z.object({ fr: needed(160), en: maybe(160) }),
  summary: bilingual(2000),
  aliases: bilingualLists(short(160), 60),
  broader: maybe(200),
  sectors: several(short(80), 20),
})
export type SkillContent = z.output<typeof skillContent>
/** A form asks for the main sector apart from the others; a sheet has one list, the main one first. */
export function withMainSector(values: unknown): unknown {
  const { mainSector, sectors = [], ...rest } = values as Readonly<Record<string, unknown>>
  if (mainSector === undefined) return values
  return { ...rest, sectors: [mainSector, ...(Array.isArray(sectors) ? sectors : [sectors])] }
}
