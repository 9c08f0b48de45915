import { z } from 'zod'
import { isDay } from '../../../kernel/days.ts'
import { saying } from '../../../kernel/parse-text.ts'
import { empty, line, list, orEmpty, whole } from '../../organisations/schema/input.ts'
import { text } from '../text/refusals.ts'
import { commitments, courseStates, levels, rhythms, sponsorshipStates } from './words.ts'

const long = (most: number) =>
  z.preprocess(
    (value) =>
      String(value ?? '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    z.string().max(most),
  )
const english = (most: number) =>
  long(most)
    .transform((value) => value || undefined)
    .optional()
/** A text for the public that may still be missing: drafts and imported courses have little. */
const worded = (most: number) =>
  z.preprocess((value) => value ?? { fr: '' }, z.object({ fr: long(most), en: english(most) }))
const translated = (most: number) => z.object({ fr: long(most).pipe(z.string().min(1)), en: english(most) })

const withScheme = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(value.trim())
    ? `https://${value.trim()}`
    : empty(value)
const url = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(500)
const digitsOnly = (value: unknown) => empty(typeof value === 'string' ? value.replace(/\s|^RNCP/gi, '') : value)
const rncpCode = z.preprocess(
  digitsOnly,
  z
    .string()
    .refine(
      (value) => /^\d{1,6}$/.test(value),
      saying((language) => text(language)('rncpWrong')),
    )
    .nullable(),
)
/** « 9 500,50 » as people type it. */
const amount = (value: unknown) =>
  empty(typeof value === 'string' ? value.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.') : value)
const euros = z.preprocess(amount, z.coerce.number().min(0).max(1_000_000).nullable())

/** A row of the form says { name }, the API and files a plain text: slug, identifier or title. */
const names = (most: number) =>
  z.preprocess(
    (value) =>
      list(value)
        .map((one) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : one))
        .filter((one) => typeof one !== 'string' || one.trim() !== ''),
    z.array(line(200)).max(most),
  )
const productionInput = z.object({
  title: line(200),
  year: whole(1900, 2100),
  url: z.preprocess(withScheme, url),
})
const insertionInput = z.object({
  year: whole(1950, 2100),
  rate: whole(0, 100),
  sample: whole(1, 1_000_000),
  source: translated(300),
})

export const courseShape = {
  // Onisep's longest title has 230 characters.
  title: translated(300),
  summary: worded(400),
  description: worded(12_000),
  diploma: orEmpty(120),
  level: z.preprocess(
    (value) => (empty(value) === null ? null : Number(value)),
    z.union(levels.map((level) => z.literal(level))).nullable(),
  ),
  rncp: rncpCode,
  months: z.preprocess(empty, whole(1, 150).nullable()),
  admission: worded(2000),
  rhythms: z.preprocess(list, z.array(z.enum(rhythms)).max(2)),
  /** Euros for one year. */
  cost: euros,
  costNote: worded(300),
  website: z.preprocess(withScheme, url.nullable()),
  establishmentId: z.preprocess(empty, z.uuid().nullable()),
  town: orEmpty(120),
  sectors: z.preprocess(list, z.array(z.string().max(60)).max(10)),
  schools: names(10),
  occupations: names(40),
  skills: names(80),
  productions: z.preprocess(list, z.array(productionInput).max(50)),
  insertions: z.preprocess(list, z.array(insertionInput).max(30)),
}
export const courseInput = z.object(courseShape)
export type CourseInput = z.output<typeof courseInput>
/** `seen`: when the form was opened; a change since then is not written over. */
export const editInput = z.object({
  ...courseShape,
  id: z.uuid(),
  seen: z.preprocess(empty, z.iso.datetime().nullable()),
})
/** One from a file or from the demo: with its state, its source's number and its sponsors. */
const day = z.string().refine(
  isDay,
  saying((language) => text(language)('dayWrong')),
)
const dayOrNull = z.preprocess(empty, day.nullable())
const promise = {
  startsOn: day,
  endsOn: dayOrNull,
  commitments: z.preprocess(list, z.array(z.enum(commitments)).min(1)),
  note: worded(400),
}
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
  endsOn === null || endsOn >= startsOn
const reversed = { path: ['endsOn'], ...saying((language) => text(language)('daysReversed')) }
export const enteredInput = z.object({
  courses: z
    .array(
      z.object({
        ...courseShape,
        slug: z.string().max(80).optional(),
        state: z.enum(courseStates).default('draft'),
        on: dayOrNull,
        sponsorships: z.preprocess(
          list,
          z.array(
            z.object({
              ...promise,
              company: line(200),
              state: z.enum(sponsorshipStates).default('confirmed'),
              proposedBy: z.enum(['company', 'school']).default('company'),
            }),
          ),
        ),
      }),
    )
    .max(5000),
})
export type EnteredInput = z.output<typeof enteredInput>

export const idInput = z.object({ id: z.uuid() })
export const reasonInput = z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(500) })
export const sponsorshipInput = z.object({ id: z.uuid(), company: line(200), ...promise }).refine(inOrder, reversed)
export type SponsorshipInput = z.output<typeof sponsorshipInput>
export const endInput = z.object({ id: z.uuid(), endsOn: dayOrNull })
export const suggestionInput = z.object({ courseId: z.uuid(), occupationId: z.uuid() })

/** A form sends a file, the API its content in base64. */
const fromBase64 = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z0-9+/=\s]+$/.test(value)
    ? new File([Buffer.from(value, 'base64')], 'file')
    : value
export const mostImportLines = 20_000
export const uploadInput = z.object({ file: z.preprocess(fromBase64, z.file()) })
/** A form says 'mapping.column3', so that columns left out keep their place; the API sends a list. */
const byColumn = (value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return list(value)
  const columns = Object.entries(value).map(([key, field]) => [Number(key.replace('column', '')), field] as const)
  return columns.sort(([one], [other]) => one - other).map(([, field]) => field)
}
const yes = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())
export const mappingInput = z.object({
  id: z.uuid(),
  mapping: z.preprocess(byColumn, z.array(z.preprocess(empty, z.string().max(40).nullable())).max(200)),
  overwrite: yes,
  publish: yes,
})

const most = 50
const keys = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).filter(Boolean).slice(0, most))
  .catch([])
export const courseSorts = ['relevance', 'title', 'level', '-level', 'recent'] as const
/** What a reader asks of the index, from the address. Nonsense is ignored rather than refused. */
export const courseSearch = z.object({
  q: z.string().trim().max(200).catch(''),
  level: keys,
  occupation: keys,
  sector: keys,
  place: keys,
  rhythm: keys,
  sort: z.enum(courseSorts).catch('relevance'),
})
export type CourseSearch = z.output<typeof courseSearch>
/** The plain fields of a line of a file; names are looked up apart. */
export const linedCourse = z.object({
  title: courseShape.title,
  summary: courseShape.summary,
  diploma: courseShape.diploma,
  level: courseShape.level.optional(),
  rncp: courseShape.rncp.optional(),
  months: courseShape.months.optional(),
  rhythms: courseShape.rhythms.optional(),
  cost: courseShape.cost.optional(),
  town: courseShape.town,
  sectors: courseShape.sectors.optional(),
  website: courseShape.website.optional(),
})
