import type { z } from 'zod'
import type { Language } from './language.ts'
import { featureText } from './text.ts'

const text = featureText('kernel.parse', {
  fr: {
    required: 'Ce champ est à remplir.',
    number: 'Écrivez un nombre, par exemple 12.',
    integer: 'Écrivez un nombre entier, par exemple 12.',
    date: 'Écrivez une date, par exemple 2026-03-31.',
    choice: 'Choisissez une des réponses proposées.',
    email: 'Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.',
    url: 'Écrivez une adresse complète, qui commence par https://.',
    short_one: 'Écrivez au moins un caractère.',
    short_other: 'Écrivez au moins {{count}} caractères.',
    long_one: 'Écrivez un caractère au plus.',
    long_other: 'Écrivez {{count}} caractères au plus.',
    few_one: 'Choisissez au moins une réponse.',
    few_other: 'Choisissez au moins {{count}} réponses.',
    many_one: 'Choisissez une réponse au plus.',
    many_other: 'Choisissez {{count}} réponses au plus.',
    small: 'Le plus petit nombre possible est {{bound}}.',
    big: 'Le plus grand nombre possible est {{bound}}.',
    wrong: 'Cette réponse n’a pas la forme attendue.',
  },
  en: {
    required: 'Please fill in this field.',
    number: 'Write a number, for example 12.',
    integer: 'Write a whole number, for example 12.',
    date: 'Write a date, for example 2026-03-31.',
    choice: 'Choose one of the answers offered.',
    email: 'Write a complete address, for example first.last@example.org.',
    url: 'Write a complete address that begins with https://.',
    short_one: 'Write at least one character.',
    short_other: 'Write at least {{count}} characters.',
    long_one: 'Write at most one character.',
    long_other: 'Write at most {{count}} characters.',
    few_one: 'Choose at least one answer.',
    few_other: 'Choose at least {{count}} answers.',
    many_one: 'Choose at most one answer.',
    many_other: 'Choose at most {{count}} answers.',
    small: 'The smallest number possible is {{bound}}.',
    big: 'The largest number possible is {{bound}}.',
    wrong: 'This answer does not have the expected form.',
  },
})

const formats: Record<string, 'email' | 'url' | 'date'> = { email: 'email', url: 'url', date: 'date', datetime: 'date' }

/** A schema's own sentence: `.refine(isSiren, saying((language) => text(language)('sirenWrong')))`. */
export const saying = (say: (language: Language) => string) => ({ params: { say } })
function said(issue: z.core.$ZodRawIssue, language: Language): string | null {
  const say = 'params' in issue ? (issue.params as { say?: unknown } | undefined)?.say : undefined
  return typeof say === 'function' ? say(language) : null
}

/** zod's own French is poor ("Trop petit"): these are sentences for people who fill in forms. */
export function sentenceFor(issue: z.core.$ZodRawIssue, language: Language): string {
  const t = text(language)
  const isEmpty = issue.input === undefined || issue.input === null || issue.input === ''
  if (issue.code === 'custom') return said(issue, language) ?? t(isEmpty ? 'required' : 'wrong')
  if (isEmpty) return t('required')
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'number' || issue.expected === 'nan') return t('number')
    if (issue.expected === 'int') return t('integer')
    return t(issue.expected === 'date' ? 'date' : 'wrong')
  }
  if (issue.code === 'invalid_format') return t(formats[issue.format] ?? 'wrong')
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return t('choice')
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return t('short', { count: Number(issue.minimum) })
    if (issue.origin === 'array') return t('few', { count: Number(issue.minimum) })
    return t('small', { bound: Number(issue.minimum) })
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return t('long', { count: Number(issue.maximum) })
    if (issue.origin === 'array') return t('many', { count: Number(issue.maximum) })
    return t('big', { bound: Number(issue.maximum) })
  }
  return t('wrong')
}
