import { z } from 'zod'
import { sheetContent, skillContent } from '../../occupations/schema/sheet.ts'

const slugShape = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
/** An optional text: a missing one and an empty one are the same. */
const maybe = (most: number) => z.string().trim().max(most).optional().default('')

/** A sheet in a file: its content, and what the file says of its keeping. */
export const sheetEntry = sheetContent.extend({
  slug: slugShape,
  owner: maybe(200),
  reviewed: maybe(10),
  status: z.enum(['draft', 'published', 'archived']).default('draft'),
})
export type SheetEntry = z.output<typeof sheetEntry>

/** A skill in a file; `id` is its slug. */
export const skillEntry = skillContent.extend({ id: slugShape })
export type SkillEntry = z.output<typeof skillEntry>
