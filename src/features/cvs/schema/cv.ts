import { z } from 'zod'
import { isDay } from '../../../kernel/days.ts'
import { languages } from '../../../kernel/language.ts'
import { saying } from '../../../kernel/parse-text.ts'
import { refusalText } from '../text/refusals.ts'

export const sourceKinds = ['pdf', 'docx', 'odt', 'text', 'json-resume', 'europass'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** One column, or a coloured column beside it: the two designs of the PDF maker. */
export const designs = ['sober', 'side'] as const
export type Design = (typeof designs)[number]

/** The parts of a CV, in the order of a new one. */
export const cvParts = [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'projects',
  'volunteer',
  'certificates',
  'awards',
  'publications',
  'interests',
  'references',
] as const
export type CvPart = (typeof cvParts)[number]
/** What is said about how to reach the person. */
export const contactKinds = ['email', 'phone', 'city', 'links'] as const
export type ContactKind = (typeof contactKinds)[number]

export type PartLayout = {
  readonly part: CvPart
  readonly shown: boolean
  /** Rows of the profile in the order of this CV; those that came later stand where the profile has them. */
  readonly order: readonly string[]
  readonly hidden: readonly string[]
}
export type Layout = { readonly parts: readonly PartLayout[]; readonly contact: readonly ContactKind[] }

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
const ids = z.preprocess(list, z.array(z.uuid()).max(200))
const ticked = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

/** The form sends the rows of a part in their order and the ticked ones apart; the API says what is hidden. */
const partInput = z
  .object({
    part: z.enum(cvParts),
    shown: ticked,
    order: ids.default([]),
    chosen: ids.optional(),
    hidden: ids.optional(),
    /** A form cannot send « none ticked »: this says that it was asked. */
    asked: ticked.default(false),
  })
  .transform(({ chosen = [], hidden, asked, ...part }) => ({
    ...part,
    hidden: hidden ?? (asked ? part.order.filter((id) => !chosen.includes(id)) : []),
  }))
const parts = z.preprocess(
  list,
  z
    .array(partInput)
    .max(cvParts.length)
    // Each part once; parts that are missing stand at the end, not shown.
    .transform((given) => {
      const once = given.filter((one, at) => given.findIndex(({ part }) => part === one.part) === at)
      const missing = cvParts.filter((part) => !once.some((one) => one.part === part))
      return [...once, ...missing.map((part) => ({ part, shown: false, order: [], hidden: [] }))]
    }),
)

const line = (most: number) => z.string().trim().max(most).default('')
export const newCvInput = z.object({
  name: z.string().trim().min(1).max(100),
  language: z.enum(languages).default('fr'),
  design: z.enum(designs).default('sober'),
})
export const cvInput = newCvInput.extend({
  title: line(150),
  intro: z.preprocess(
    (value) =>
      String(value ?? '')
        .replace(/\r\n?/g, '\n')
        .trim(),
    z.string().max(2000),
  ),
  parts,
  contact: z.preprocess(list, z.array(z.enum(contactKinds)).max(contactKinds.length)),
  /** 'work:up', or 'work:<row>:down': a step that the button of the form asks for. */
  move: z
    .string()
    .regex(/^[a-z]+(:[\da-f-]{36})?:(up|down)$/)
    .optional(),
})
export const saveCvInput = cvInput.extend({ id: z.string().max(40) })
export type CvDraft = z.output<typeof cvInput>
export const oneCv = z.object({ id: z.string().max(40) })

export const linkInput = z.object({
  id: z.string().max(40),
  label: line(100),
  endsOn: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z
      .string()
      .refine(
        isDay,
        saying((language) => refusalText(language)('day')),
      )
      .nullable(),
  ),
})
export const lookInput = z.object({ token: z.string().max(100) })

/** A file from a form, or its bytes in base64 from the API. */
export const fileInput = z.object({
  file: z.union([z.instanceof(File), z.object({ base64: z.base64().max(14_000_000) })]),
})
export const confirmInput = z.object({
  id: z.string().max(40),
  /** By key of the proposal: whether it is taken, and what the person has corrected. */
  items: z.record(z.string().max(20), z.record(z.string().max(40), z.unknown())).default({}),
})
