import { z } from 'zod'

/** What the JSON API answers. */
export const importSaved = z.object({ id: z.string(), state: z.string(), url: z.string() })
export const repertoryItem = z.object({
  key: z.string(),
  version: z.string(),
  importedAt: z.string().nullable(),
  sheets: z.number(),
  skills: z.number(),
  moves: z.number(),
})
