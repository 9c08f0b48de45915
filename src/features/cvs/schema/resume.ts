import { z } from 'zod'

/**
 * JSON Resume 1.0.0 (https://jsonresume.org/schema), whole. What the schema does not know is kept everywhere: a resume that
 * comes in leaves again with everything it brought.
 */
const iso8601 = z
  .string()
  .regex(/^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/)
  .optional()
const words = z.string().optional()
const uri = z
  .string()
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i)
  .optional()
const list = z.array(z.string()).optional()

export const placeShape = z.looseObject({
  address: words,
  postalCode: words,
  city: words,
  countryCode: words,
  region: words,
})
export const linkShape = z.looseObject({ network: words, username: words, url: uri })
export const basicsShape = z.looseObject({
  name: words,
  label: words,
  image: words,
  email: z.email().optional(),
  phone: words,
  url: uri,
  summary: words,
  location: placeShape.optional(),
  profiles: z.array(linkShape).optional(),
})
const period = { startDate: iso8601, endDate: iso8601 }
export const workShape = z.looseObject({
  name: words,
  location: words,
  description: words,
  position: words,
  url: uri,
  ...period,
  summary: words,
  highlights: list,
})
export const volunteerShape = z.looseObject({
  organization: words,
  position: words,
  url: uri,
  ...period,
  summary: words,
  highlights: list,
})
export const educationShape = z.looseObject({
  institution: words,
  url: uri,
  area: words,
  studyType: words,
  ...period,
  score: words,
  courses: list,
})
export const awardShape = z.looseObject({ title: words, date: iso8601, awarder: words, summary: words })
export const certificateShape = z.looseObject({ name: words, date: iso8601, url: uri, issuer: words })
export const publicationShape = z.looseObject({
  name: words,
  publisher: words,
  releaseDate: iso8601,
  url: uri,
  summary: words,
})
export const skillShape = z.looseObject({ name: words, level: words, keywords: list })
export const languageShape = z.looseObject({ language: words, fluency: words })
export const interestShape = z.looseObject({ name: words, keywords: list })
export const referenceShape = z.looseObject({ name: words, reference: words })
export const projectShape = z.looseObject({
  name: words,
  description: words,
  highlights: list,
  keywords: list,
  ...period,
  url: uri,
  roles: list,
  entity: words,
  type: words,
})

/** The lists of a resume, in the order in which a CV usually shows them. */
export const sectionShapes = {
  work: workShape,
  education: educationShape,
  skills: skillShape,
  languages: languageShape,
  projects: projectShape,
  volunteer: volunteerShape,
  certificates: certificateShape,
  awards: awardShape,
  publications: publicationShape,
  interests: interestShape,
  references: referenceShape,
} as const
export type SectionKey = keyof typeof sectionShapes
export const sectionKeys = Object.keys(sectionShapes) as SectionKey[]

const many = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).optional()
export const resumeShape = z.looseObject({
  $schema: uri,
  basics: basicsShape.optional(),
  work: many(workShape),
  volunteer: many(volunteerShape),
  education: many(educationShape),
  awards: many(awardShape),
  certificates: many(certificateShape),
  publications: many(publicationShape),
  skills: many(skillShape),
  languages: many(languageShape),
  interests: many(interestShape),
  references: many(referenceShape),
  projects: many(projectShape),
  meta: z.looseObject({ canonical: uri, version: words, lastModified: words }).optional(),
})

export type Resume = z.output<typeof resumeShape>
export type Basics = z.output<typeof basicsShape>
export type Work = z.output<typeof workShape>
export type Education = z.output<typeof educationShape>
export type ResumeSkill = z.output<typeof skillShape>
export type ResumeLanguage = z.output<typeof languageShape>
export type ResumeLink = z.output<typeof linkShape>
/** One entry of one of the lists. */
export type Item = { readonly [key: string]: unknown }
