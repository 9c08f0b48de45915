/** Without accents, capitals and typographic variants: what two writings of one name have in common. */
export const folded = (text: string): string => (plainLetters.test(text) ? text.toLowerCase() : unaccented(text))
/** Most words have nothing to fold: they are half the time of reading a CV. */
const plainLetters = /^[\x20-\x5f\x61-\x7e]*$/
const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()

/** Letters and figures only, single spaces: keys for comparing names. */
export const nameKey = (text: string | null | undefined): string =>
  folded(text ?? '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()

export type Token = { readonly word: string; readonly from: number; readonly to: number }
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu
/** The words of a text, folded, with the places where they stand. C++ and C# are words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern))
    tokens.push({ word: folded(match[0]), from: match.index, to: match.index + match[0].length })
  return tokens
}
