import { z } from 'zod'
import { saying } from '../../../kernel/parse-text.ts'
import { text } from '../text/refusals.ts'
import {
  address,
  addressOrEmpty,
  choices,
  dayOrNull,
  empty,
  extra,
  filled,
  idOrNull,
  ids,
  inOrder,
  line,
  lines,
  long,
  partialDay,
  periodWrong,
  ticked,
} from './shapes.ts'
import { achievementKinds, cefrLevels, experienceKinds, linkKinds, type SkillLevel, workKinds } from './vocabulary.ts'

/** Rows of each list of a profile at most: a long life, and no file that fills the disk. */
export const most = {
  occupations: 10,
  skills: 120,
  experiences: 80,
  education: 30,
  achievements: 80,
  languages: 30,
  links: 30,
  files: 20,
}

export const headingInput = z.object({
  headline: line(150),
  summary: long(4000),
  city: line(120),
  department: z.preprocess(
    (value) => value ?? '',
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(\d[\dAB]\d?)?$/),
  ),
  country: z.preprocess(
    (value) => empty(value) ?? 'FR',
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/),
  ),
  phone: z.preprocess(
    (value) => value ?? '',
    z
      .string()
      .trim()
      .regex(/^(\+?[\d\s().\u00a0\u202f-]{6,30})?$/),
  ),
  /** Where it differs from the account's. */
  email: z.preprocess((value) => value ?? '', z.union([z.literal(''), z.email().max(200)])),
})
export const mobilityInput = z.object({
  towns: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[,;\n]/) : (value ?? [])),
    z
      .array(z.string().trim().max(120))
      .max(20)
      .transform((towns) => [...new Set(towns.filter(Boolean))]),
  ),
  departments: z.preprocess(
    (value) => (Array.isArray(value) ? value : value ? [value] : []),
    z
      .array(z.string().regex(/^\d[\dAB]\d?$/))
      .max(101)
      .transform((numbers) => [...new Set(numbers)]),
  ),
  wholeRegion: ticked,
  remote: ticked,
  radiusKm: z.preprocess(empty, z.coerce.number().int().min(1).max(1000).nullable()),
})
export const wishesInput = z.object({ availableOn: dayOrNull, workKinds: choices(workKinds) })
export const occupationsInput = z.object({ held: ids(most.occupations), sought: ids(most.occupations) })

const level = z
  .preprocess(empty, z.coerce.number().int().min(1).max(4).nullable())
  .transform((one) => one as SkillLevel | null)
export const skillInput = z
  .object({ skillId: idOrNull, name: line(150), level: level.default(null), extra })
  .refine((one) => one.skillId !== null || one.name !== '', {
    path: ['name'],
    ...saying((language) => text(language)('skill')),
  })
  .transform((one) => ({ ...one, name: one.skillId ? '' : one.name }))

export const experienceInput = z
  .object({
    kind: z.enum(experienceKinds).default('work'),
    title: filled(200),
    organisationId: idOrNull,
    organisationName: line(200),
    location: line(200),
    url: addressOrEmpty.default(''),
    startsOn: partialDay,
    endsOn: partialDay,
    description: long(5000),
    highlights: lines(40, 1000),
    extra,
  })
  .refine(inOrder, periodWrong)
export const educationInput = z
  .object({
    courseId: idOrNull,
    institution: line(200),
    url: addressOrEmpty.default(''),
    area: filled(300),
    diploma: line(200),
    startsOn: partialDay,
    endsOn: partialDay,
    score: line(100),
    courses: lines(60, 300),
    description: long(3000),
    extra,
  })
  .refine(inOrder, periodWrong)
export const achievementInput = z.object({
  kind: z.enum(achievementKinds),
  title: filled(300),
  issuer: line(200),
  date: partialDay,
  url: addressOrEmpty.default(''),
  summary: long(3000),
  keywords: lines(40, 200),
  extra,
})
export const languageInput = z
  .object({
    code: z.preprocess(
      (value) => value ?? '',
      z
        .string()
        .trim()
        .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/),
    ),
    name: line(100),
    level: z.preprocess(empty, z.enum(cefrLevels).nullable()),
    extra,
  })
  .refine((one) => one.code !== '' || one.name !== '', {
    path: ['code'],
    ...saying((language) => text(language)('language')),
  })
export const linkInput = z.object({
  kind: z.enum(linkKinds).default('portfolio'),
  label: line(120),
  url: address,
  username: line(120),
  extra,
})

/**
 * All that a profile says, in one value: what imports bring, exports give and CVs choose from. Every field of JSON Resume
 * 1.0 has its place here or in the `extra` of the row it stands in (`profile.extra` for the document's own).
 */
export const contentInput = z.object({
  heading: headingInput.extend({ extra }),
  occupations: occupationsInput,
  skills: z.array(skillInput).max(most.skills),
  experiences: z.array(experienceInput).max(most.experiences),
  education: z.array(educationInput).max(most.education),
  achievements: z.array(achievementInput).max(most.achievements),
  languages: z.array(languageInput).max(most.languages),
  links: z.array(linkInput).max(most.links),
  mobility: mobilityInput,
  wishes: wishesInput,
})
export type Content = z.output<typeof contentInput>
export type Heading = z.output<typeof headingInput>
export type Experience = z.output<typeof experienceInput>
export type Education = z.output<typeof educationInput>
export type Achievement = z.output<typeof achievementInput>
export type SpokenLanguage = z.output<typeof languageInput>
export type Link = z.output<typeof linkInput>
export type Skill = z.output<typeof skillInput>
export type Wishes = z.output<typeof wishesInput>

/** What an import adds to a profile: only what the person has ticked. Lists are added to, headings fill what is empty. */
export const additionInput = contentInput
  .omit({ heading: true })
  .partial()
  .extend({ heading: headingInput.extend({ extra }).partial().default({}) })
export type Addition = z.output<typeof additionInput>
