import type { Language } from '../../../../kernel/language.ts'

const nbsp = '\u00a0'

/** What people type, as a printer would set it: apostrophes, and in French the spaces that no line may end at. */
export function typeset(text: string, language: Language): string {
  const set = text
    .normalize('NFC')
    .replace(/\t/g, ' ')
    .replace(/[\u202f\u2007]/g, nbsp)
    .replace(/\u2011/g, '-')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
  if (language !== 'fr') return set
  return set
    .replace(/ (?=[:;!?»%€])/g, nbsp)
    .replace(/« /g, `«${nbsp}`)
    .replace(/(\p{L})([;!?])/gu, `$1${nbsp}$2`)
    .replace(/(\d) (?=\d{3}\b)/g, `$1${nbsp}`)
    .replace(/(\b\d{1,4}) (?=(ans?|mois|h|km|jours?)\b)/g, `$1${nbsp}`)
}
