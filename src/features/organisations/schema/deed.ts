import { z } from 'zod'
import { empty, line, list, whole } from './input.ts'

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
