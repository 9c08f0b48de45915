import { z } from 'zod'
import { slot } from '../../../web/slots.ts'

/** What a file is used for, on its own page: the features that hold it say so. */
export const documentSlot = slot<{ readonly id: string; readonly purpose: string }>('document')

export const idInput = z.object({ id: z.uuid() })
export const sweepInput = z.object({
  /** Remove them although they are more than half of all objects: somebody has looked. */
  evenMany: z.coerce.boolean().default(false),
})
export const fileSorts = ['-given', 'given', 'name', '-size'] as const
