import { z } from 'zod'
import { affiliationRoles } from '../../kernel/actor.ts'
import { isDay } from '../../kernel/days.ts'
import { saying } from '../../kernel/parse-text.ts'
import { empty, orEmpty } from '../organisations/schema/input.ts'
import { text } from './text/refusals.ts'

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

export const affiliationShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(affiliationRoles),
  title: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
})
export const requestShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(affiliationRoles),
  message: z.string(),
  createdAt: z.iso.datetime(),
})
