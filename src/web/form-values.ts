import { Invalid } from '../kernel/errors.ts'
import { featureText } from '../kernel/text.ts'
import type { Web } from './env.ts'

const text = featureText('web.form', {
  fr: { unreadable: 'Le formulaire est arrivé abîmé. Renvoyez-le.', many: 'Ce formulaire a trop de réponses.' },
  en: { unreadable: 'The form arrived damaged. Send it again.', many: 'This form has too many answers.' },
})

type Values = { [key: string]: unknown }
const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

function put(into: Values, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  if (unsafe.has(key)) return
  const there = Object.hasOwn(into, key) ? into[key] : undefined
  if (rest.length === 0) {
    // Pushed, not copied: a form may repeat one name ten thousand times.
    if (Array.isArray(there)) there.push(value)
    else into[key] = there === undefined ? value : [there, value]
    return
  }
  if (typeof there !== 'object' || there === null) into[key] = {}
  put(into[key] as Values, rest, value)
}

/** {'0': a, '1': b} -> [a, b]: the rows of a repeated group, empty rows left out. */
function asList(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || values instanceof File || Array.isArray(values)) return values
  const entries = Object.entries(values).map(([key, value]) => [key, asList(value)] as const)
  if (entries.length === 0 || !entries.every(([key]) => /^\d+$/.test(key))) return Object.fromEntries(entries)
  return entries
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, value]) => value)
    .filter((value) => !isBlank(value))
}
const isBlank = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() === ''
    : typeof value === 'object' && value !== null && !(value instanceof File) && Object.values(value).every(isBlank)

/** Dotted names become objects, numbered ones lists, repeated ones arrays: 'description.fr', 'establishments.0.city'. */
export function unflatten(entries: Iterable<readonly [string, unknown]>): Values {
  const values: Values = {}
  for (const [name, value] of entries) if (name.length < 200) put(values, name.split('.').slice(0, 6), value)
  return asList(values) as Values
}

const mostFields = 10_000
/** PostgreSQL has no text with a NUL in it, and no person types one. */
const withoutNul = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)

/** What a posted form says. A file that was not chosen is left out. */
export async function formValues(c: Web): Promise<Values> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return {}
  const t = text(c.var.page.language)
  const form = await c.req.formData().catch(() => {
    throw new Invalid({ '': t('unreadable') })
  })
  const entries = [...form].filter(([, value]) => !(value instanceof File && value.size === 0))
  if (entries.length > mostFields) throw new Invalid({ '': t('many') })
  return unflatten(entries.map(([name, value]) => [name, withoutNul(value)] as const))
}
