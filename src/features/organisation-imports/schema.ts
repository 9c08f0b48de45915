import { z } from 'zod'
import { empty, fromBase64, list } from '../organisations/schema/input.ts'

export const mostImportLines = 10_000
export const uploadInput = z.object({ file: z.preprocess(fromBase64, z.file()) })
/** A form says 'mapping.column3', so that columns left out keep their place; the API sends a list. */
const byColumn = (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return list(value)
  const columns = Object.entries(value).map(([key, field]) => [Number(key.replace('column', '')), field] as const)
  return columns.sort(([one], [other]) => one - other).map(([, field]) => field)
}
export const mappingInput = z.object({
  id: z.uuid(),
  mapping: z.preprocess(byColumn, z.array(z.preprocess(empty, z.string().max(40).nullable())).max(200)),
})

export const importShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  state: z.string(),
  header: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  counts: z.record(z.string(), z.number()),
})
export const lineShape = z.object({
  line: z.number(),
  outcome: z.string().nullable(),
  cells: z.array(z.string()),
  name: z.string().nullable(),
  reason: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
})
