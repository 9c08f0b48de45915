import { z } from 'zod'
import { achievementKinds, cefrLevels, experienceKinds, linkKinds, relations, workKinds } from './vocabulary.ts'

const title = z.object({ fr: z.string(), en: z.string() })
/** One result: what the list shows. */
export const talentItem = z.object({
  code: z.string(),
  url: z.string(),
  called: z.string(),
  anonymous: z.boolean(),
  headline: z.string(),
  city: z.string(),
  department: z.string(),
  occupations: z.array(z.object({ slug: z.string(), title })),
  skills: z.array(z.string()),
  availableOn: z.string().nullable(),
  workKinds: z.array(z.enum(workKinds)),
  changedAt: z.string(),
})
const period = { startsOn: z.string().nullable(), endsOn: z.string().nullable() }
/** One profile, cut for the caller: what is hidden is empty. */
export const talentAnswer = z.object({
  code: z.string(),
  url: z.string(),
  called: z.string(),
  anonymous: z.boolean(),
  headline: z.string(),
  summary: z.string(),
  city: z.string(),
  department: z.string(),
  email: z.string(),
  phone: z.string(),
  availableOn: z.string().nullable(),
  workKinds: z.array(z.enum(workKinds)),
  mobility: z.object({
    towns: z.array(z.string()),
    departments: z.array(z.string()),
    wholeRegion: z.boolean(),
    remote: z.boolean(),
    radiusKm: z.number().nullable(),
  }),
  occupations: z.array(z.object({ slug: z.string(), relation: z.enum(relations), title })),
  skills: z.array(z.object({ slug: z.string().nullable(), name: z.string(), level: z.number().nullable() })),
  experiences: z.array(
    z.object({
      kind: z.enum(experienceKinds),
      title: z.string(),
      organisation: z.string(),
      organisationSlug: z.string().nullable(),
      location: z.string(),
      ...period,
      description: z.string(),
      highlights: z.array(z.string()),
    }),
  ),
  education: z.array(
    z.object({ area: z.string(), diploma: z.string(), institution: z.string(), ...period, description: z.string() }),
  ),
  achievements: z.array(
    z.object({
      kind: z.enum(achievementKinds),
      title: z.string(),
      issuer: z.string(),
      date: z.string().nullable(),
      summary: z.string(),
    }),
  ),
  languages: z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(cefrLevels).nullable() })),
  links: z.array(z.object({ kind: z.enum(linkKinds), label: z.string(), url: z.string() })),
  changedAt: z.string(),
})
/** The person's own data, as rich as it is. */
export const contentAnswer = z.object({ content: z.record(z.string(), z.unknown()) })
