import { type Language, otherLanguage } from '../../../kernel/language.ts'
import type { Worded, WordedLists } from '../tables/vocabulary.ts'

export type Titled = { readonly masculine: string; readonly feminine: string; readonly english: string }

const wordsOf = (text: string) => text.split(' ')
/** The words that two forms have in common at their end: « d’animation » for « Chef d’animation / Cheffe d’animation ». */
function sharedTail(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length) - 1
  let shared = 0
  while (shared < most && one.at(-1 - shared) === other.at(-1 - shared)) shared++
  return shared
}

/**
 * The official « Conducteur / Conductrice d’engins agricoles » as two whole titles. What follows the feminine word
 * belongs to both; a label without a slash is the same in both forms. ESCO writes « a/b », each whole.
 */
export function formsOf(label: string): { masculine: string; feminine: string } {
  const [masculine = '', feminine, ...more] = label.includes(' / ') ? label.split(' / ') : label.split('/')
  if (!feminine || more.length > 0) return { masculine: label, feminine: label }
  const [one, other] = [wordsOf(masculine.trim()), wordsOf(feminine.trim())]
  const tail = label.includes(' / ') && other.length > one.length ? other.slice(one.length) : []
  return { masculine: [...one, ...tail].join(' '), feminine: other.join(' ') }
}

/** « Animateur 3D / Animatrice 3D »; a longer common end is said once: « Conducteur / Conductrice d’engins agricoles ». */
export function bothForms(masculine: string, feminine: string): string {
  if (masculine === feminine || feminine === '') return masculine
  const [one, other] = [wordsOf(masculine), wordsOf(feminine)]
  const tail = sharedTail(one, other)
  return tail < 2 ? `${masculine} / ${feminine}` : `${one.slice(0, one.length - tail).join(' ')} / ${feminine}`
}

/** The title of a sheet for a reader, and the language it is really in: ESCO has sheets without French. */
export function titleIn(sheet: Titled, language: Language): { text: string; lang: Language } {
  const french = bothForms(sheet.masculine, sheet.feminine)
  const isFrench = language === 'fr' ? french !== '' : sheet.english === ''
  return isFrench ? { text: french, lang: 'fr' } : { text: sheet.english, lang: 'en' }
}
export const titleOf = (sheet: Titled, language: Language) => titleIn(sheet, language).text

/** The text in the reader's language, or in the other one; null when it is in neither. */
export function wordingIn(text: Worded, language: Language): { text: string; lang: Language } | null {
  for (const lang of [language, otherLanguage(language)]) {
    const found = text[lang]
    if (found) return { text: found, lang }
  }
  return null
}
export const wordingOf = (text: Worded, language: Language) => wordingIn(text, language)?.text ?? ''

export function listIn(lists: WordedLists, language: Language): { items: readonly string[]; lang: Language } | null {
  for (const lang of [language, otherLanguage(language)]) {
    const items = lists[lang]
    if (items?.length) return { items, lang }
  }
  return null
}

/**
 * What the repertories type, as it is printed: the typographic apostrophe, of which ROME's sentences double the plain
 * one (« d''un film »), and no-break spaces around high punctuation.
 */
export const printed = (text: string): string =>
  text
    .trim()
    .replace(/''/g, "'")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ ([;:!?»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
export const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
