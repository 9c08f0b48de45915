import type { Language } from '../../../kernel/language.ts'
import type { Kind } from '../schema/input.ts'
import { text } from '../text/directory.ts'
import { text as fields } from '../text/fields.ts'
import { text as refusals } from '../text/refusals.ts'
import type { Mistake } from './organisation.ts'

export const kindInWords = (kind: Kind, language: Language): string => text(language)(`kind-${kind}`)

export const headCountsInWords = (language: Language): string => text(language)('headCounts')

/** What a mistake that only the rules see is told in. */
export const mistakeInWords = ({ key, values }: Mistake, language: Language): string =>
  (refusals(language) as (key: string, values: object) => string)(key, values)

/** The title of a field in files: 'city' -> « Ville », 'headCount:2021' -> « Effectif 2021 ». */
export function fieldInWords(field: string, language: Language): string {
  const t = fields(language)
  const year = /^headCount:(\d+)$/.exec(field)?.[1]
  return year ? t('field-headCount', { year }) : (t as (key: string) => string)(`field-${field}`)
}
