import { z } from 'zod'

/** A form sends a file, the API its content in base64. */
export const fromBase64 = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z0-9+/=\s]+$/.test(value)
    ? new File([Buffer.from(value, 'base64')], 'file')
    : value
export const uploadInput = z.object({ file: z.preprocess(fromBase64, z.file()) })

const list = (value: unknown) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value])
/** A form says 'mapping.column3', so that columns left out keep their place; the API sends a list. */
const byColumn = (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return list(value)
  const columns = Object.entries(value).map(([key, field]) => [Number(key.replace('column', '')), field] as const)
  return columns.sort(([one], [other]) => one - other).map(([, field]) => field)
}
const field = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z.string().max(40).nullable(),
)
export const mappingInput = z.object({
  id: z.uuid(),
  mapping: z.preprocess(byColumn, z.array(field).max(200)),
})

/** An import, as the API answers it. */
export const importShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  format: z.string(),
  state: z.string(),
  header: z.array(z.string()),
  mapping: z.array(z.string().nullable()),
  counts: z.record(z.string(), z.number()),
})
/** What each line will do, or did; a feature adds how its records are called. */
export const lineShape = z.object({
  line: z.number(),
  outcome: z.string().nullable(),
  cells: z.array(z.string()),
  reason: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
})
