import { z } from 'zod'
import { affiliationRoles } from '../../../kernel/actor.ts'
import { isDay } from '../../../kernel/days.ts'
import { saying } from '../../../kernel/parse-text.ts'
import { text } from '../text/refusals.ts'
import { empty, line, list, orEmpty, whole } from './input.ts'

const day = z.string().refine(
  isDay,
  saying((language) => text(language)('dayWrong')),
)
const dayOrNull = z.preprocess(empty, day.nullable())
export const joinInput = z.object({
  id: z.uuid(),
  role: z.enum(affiliationRoles).default('employee'),
  message: orEmpty(1000),
})
export const personInput = z.object({
  id: z.uuid(),
  email: z.email().max(200),
  role: z.enum(affiliationRoles),
  title: orEmpty(120),
  startsOn: dayOrNull,
  endsOn: dayOrNull,
})
export const affiliationInput = z.object({
  id: z.uuid(),
  role: z.enum(affiliationRoles),
  title: orEmpty(120),
})
export const endInput = z.object({ id: z.uuid(), endsOn: dayOrNull })
export const answerInput = z.object({ id: z.uuid(), role: z.enum(affiliationRoles).optional() })

export const sectorInput = z.object({
  id: z.preprocess(empty, z.uuid().nullable()),
  label: z.object({ fr: line(60), en: line(60) }),
  colour: z.string().max(20).default('slate'),
  position: whole(0, 10_000).default(100),
})

export const mergeInput = z.object({
  id: z.uuid(),
  otherId: z.uuid(),
  /** Fields whose value comes from the organisation that goes. */
  take: z.preprocess(list, z.array(z.string().max(40)).max(40)),
})
