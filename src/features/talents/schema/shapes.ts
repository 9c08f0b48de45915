import { z } from 'zod'
import { isDay } from '../../../kernel/days.ts'
import { saying } from '../../../kernel/parse-text.ts'
import { text } from '../text/refusals.ts'

/** What form fields and files have in common at the border. */
export const empty = (value: unknown) => (value === undefined || value === '' ? null : value)
export const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined || value === '' ? [] : [value]
/** One line, blanks at the ends cut off. */
export const line = (most: number) => z.string().trim().max(most).default('')
export const filled = (most: number) => z.string().trim().min(1).max(most)
/** Line ends as the database keeps them, and no blank lines at either end. */
export const long = (most: number) =>
  z.preprocess(
    (value) =>
      String(value ?? '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    z.string().max(most),
  )
export const ticked = z.preprocess(
  (value) => value === true || value === 'on' || value === 'yes' || value === 'true',
  z.boolean(),
)
/** A field of several lines, or a list: one item each. */
export const lines = (most: number, each: number) =>
  z.preprocess(
    (value) =>
      (typeof value === 'string' ? value.split(/\r?\n/) : list(value)).map((one) => String(one).trim()).filter(Boolean),
    z.array(z.string().max(each)).max(most),
  )
export const choices = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    list,
    z.array(z.enum(values)).transform((chosen) => [...new Set(chosen)]),
  )
export const ids = (most: number) =>
  z.preprocess(
    list,
    z
      .array(z.uuid())
      .max(most)
      .transform((chosen) => [...new Set(chosen)]),
  )
export const idOrNull = z.preprocess(empty, z.uuid().nullable())
/** What a file said beside our fields. Any JSON, described loosely: OpenAPI has no way to say "JSON" that refers to itself. */
export const extra = z
  .record(z.string().max(100), z.unknown())
  .refine((value) => JSON.stringify(value).length <= mostExtra)
  .default({})

const mostExtra = 50_000
const withScheme = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(value.trim())
    ? `https://${value.trim()}`
    : value
export const address = z.preprocess(withScheme, z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500))
export const addressOrEmpty = z.preprocess(
  (value) => (typeof value === 'string' ? withScheme(value) : (value ?? '')),
  z.union([z.literal(''), address]),
)

/** '2019', '2019-09' or '2019-09-02'; a form also takes « 09/2019 ». */
const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const isPartialDay = (value: string) =>
  datePattern.test(value) && (value.length < 10 || isDay(value)) && value >= '1900' && value < '2101'
const asPartialDay = (value: unknown) => {
  const written = empty(typeof value === 'string' ? value.trim() : value)
  const french = typeof written === 'string' ? /^(\d{1,2})[/.](\d{4})$/.exec(written) : null
  return french ? `${french[2]}-${String(french[1]).padStart(2, '0')}` : written
}
export const partialDay = z.preprocess(
  asPartialDay,
  z
    .string()
    .refine(
      isPartialDay,
      saying((language) => text(language)('month')),
    )
    .nullable(),
)
export const dayOrNull = z.preprocess(
  empty,
  z
    .string()
    .refine(
      isDay,
      saying((language) => text(language)('day')),
    )
    .nullable(),
)
type Period = { readonly startsOn: string | null; readonly endsOn: string | null }
/** A period that is less precise on one side compares as far as both go. */
export const inOrder = ({ startsOn, endsOn }: Period) => {
  if (!startsOn || !endsOn) return true
  const precision = Math.min(startsOn.length, endsOn.length)
  return startsOn.slice(0, precision) <= endsOn.slice(0, precision)
}
export const periodWrong = {
  path: ['endsOn'],
  ...saying((language) => text(language)('period')),
}
