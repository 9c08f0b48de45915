import type { z } from 'zod'
import { Invalid } from './errors.ts'
import type { Language } from './language.ts'
import { sentenceFor } from './parse-text.ts'

/**
 * The border: what comes in is what the schema says, or Invalid with one message for each field, in the reader's
 * language. A schema that wants its own sentence gives it with `refine(..., saying(...))` of parse-text.ts.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown, language: Language): z.output<Schema> {
  const result = schema.safeParse(raw, { error: (issue) => sentenceFor(issue, language) })
  if (result.success) return result.data
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[issue.path.join('.')] ??= issue.message
  throw new Invalid(errors)
}
