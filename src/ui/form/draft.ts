import type { FieldErrors } from '../../kernel/errors.ts'

/** What a form shows again after a mistake: what was typed, and one message for each wrong field. */
export type Draft = { readonly values: Readonly<Record<string, unknown>>; readonly errors: FieldErrors }
export const blank: Draft = { values: {}, errors: {} }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What stands at 'description.fr': under that very key, or nested. */
export function valueAt(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in values) return values[name]
  let found: unknown = values
  for (const part of name.split('.')) found = isRecord(found) ? found[part] : undefined
  return found
}

const written = (value: unknown): string =>
  value === null || value === undefined || isRecord(value) ? '' : value === true ? 'on' : String(value)

/** What an input shows; the first of a repeated name. */
export function textAt(draft: Draft, name: string): string {
  const value = valueAt(draft.values, name)
  return written(Array.isArray(value) ? value[0] : value)
}

/** All values of a repeated name: the boxes that are ticked. */
export function textsAt(draft: Draft, name: string): string[] {
  const value = valueAt(draft.values, name)
  const all = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [value]
  return all.map(written).filter((one) => one !== '')
}

/** How many rows of a repeated group are filled: establishments.0, establishments.1... */
export function rowsAt(draft: Draft, name: string): number {
  const value = valueAt(draft.values, name)
  if (Array.isArray(value)) return value.length
  const nested = isRecord(value) ? Object.keys(value) : []
  const flat = Object.keys(draft.values)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => key.slice(name.length + 1))
  return Math.max(-1, ...[...nested, ...flat].map((key) => Number.parseInt(key, 10)).filter((n) => n >= 0)) + 1
}
