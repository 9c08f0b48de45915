import { z } from 'zod'
import {
  achievementInput,
  contentInput,
  educationInput,
  experienceInput,
  languageInput,
  linkInput,
  skillInput,
} from './content.ts'
import { dayOrNull, filled, idOrNull, line, list, long, ticked } from './shapes.ts'
import { openings, parts, titleForms } from './vocabulary.ts'

/** The lists of a profile that a person adds to, changes, puts in order and takes from. */
export const lists = ['skill', 'experience', 'education', 'achievement', 'language', 'link', 'file'] as const
export type List = (typeof lists)[number]

const maybe = z.object({ id: idOrNull })
export const saveExperience = maybe.and(experienceInput)
export const saveEducation = maybe.and(educationInput)
export const saveAchievement = maybe.and(achievementInput)
export const saveLanguage = maybe.and(languageInput)
export const saveLink = maybe.and(linkInput)
export const saveSkill = maybe.and(skillInput)
export const rowInput = z.object({ list: z.enum(lists), id: z.uuid() })
export const moveInput = rowInput.extend({ by: z.enum(['up', 'down']) })
/** The levels of several skills at once: a row for each. */
export const levelsInput = z.object({
  levels: z.preprocess((value) => value ?? {}, z.record(z.uuid(), z.coerce.number().int().min(0).max(4))),
})

/** Organisations by id, or by name where the browser runs no script. */
const named = z.object({ id: idOrNull, name: line(200) })
const organisations = z
  .preprocess(list, z.array(named).max(50))
  .transform((all) => all.filter(({ id, name }) => id || name))
export const visibilityInput = z.object({
  visibility: z.enum(openings),
  anonymous: ticked,
  titleForm: z.enum(titleForms).default('both'),
  /** Only what differs from the profile's own openness. */
  parts: z
    .preprocess(
      (value) =>
        Object.fromEntries(Object.entries(value ?? {}).filter(([, opening]) => opening !== '' && opening !== 'same')),
      z.partialRecord(z.enum(parts), z.enum(openings)),
    )
    .default({}),
  chosen: organisations,
  blocked: organisations,
})
export const blockInput = z.object({ organisationId: z.uuid() })

export const codeInput = z.object({ code: z.string().regex(/^[0-9a-f]{12}$/) })
export const contactInput = codeInput.extend({
  organisationId: idOrNull,
  message: long(4000).pipe(z.string().min(20)),
})
export const answerContactInput = z.object({
  id: z.uuid(),
  answer: z.enum(['accepted', 'declined']),
  reveals: ticked,
  words: long(4000),
})
export const idInput = z.object({ id: z.uuid() })

export const saveSearchInput = z.object({ name: filled(120), asked: z.string().max(2000), alert: ticked })
export const changeSearchInput = z.object({ id: z.uuid(), name: filled(120), alert: ticked })

export const proposalInput = z.object({ label: filled(150), reason: long(1000) })
export const answerProposalInput = z.object({
  id: z.uuid(),
  answer: z.enum(['accepted', 'alias', 'refused']),
  fr: line(150),
  en: line(150),
  kind: z.enum(['know-how', 'knowledge', 'behaviour', 'tool']).default('know-how'),
  skillId: idOrNull,
  skill: line(200),
  words: long(1000),
})
export const photoInput = z.object({
  file: z.preprocess(
    (value) =>
      typeof value === 'string' && /^[A-Za-z0-9+/=\s]+$/.test(value)
        ? new File([Buffer.from(value, 'base64')], 'file')
        : value,
    z.file().min(1).max(8_000_000),
  ),
})

/** Profiles from files (the demo), each complete. */
export const profilesInput = z.object({
  profiles: z
    .array(
      z.object({
        email: z.email(),
        /** Of somebody who has no account yet: one without a password is made. */
        name: line(120),
        language: z.enum(['fr', 'en']).default('fr'),
        content: contentInput,
        visibility: visibilityInput,
        asleep: ticked,
        consentedOn: dayOrNull,
      }),
    )
    .max(2000),
})
