import { plain } from '../../../kernel/slug.ts'
import type { Whole } from './whole.ts'

/** What stands in a text where a name was. */
export const blot = '[…]'
/** Words of names that are words of every text. */
const particles = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'von',
  'van',
  'der',
  'den',
  'el',
  'al',
  'di',
  'da',
  'the',
  'and',
  'et',
])
const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The words and phrases by which an anonymous person would be known: own name, employers, addresses on networks. */
export function secretsOf(
  whole: Pick<Whole, 'name' | 'email' | 'experiences' | 'links'>,
): readonly (readonly string[])[] {
  const phrases = [
    whole.name,
    ...whole.experiences.flatMap(({ organisation, organisationName }) => [organisation?.name ?? '', organisationName]),
    ...whole.links.map(({ username }) => username),
    ...[whole.email.split('@')[0] ?? ''],
  ].map(wordsOf)
  // Each word of one's own name alone too: « Marta » says as much as « Marta Kowalczyk ».
  const names = wordsOf(whole.name).map((word) => [word])
  return [...phrases, ...names]
    .filter((words) => words.length > 1 || ((words[0]?.length ?? 0) > 1 && !particles.has(words[0] ?? '')))
    .toSorted((one, other) => other.length - one.length)
}

const addresses = [
  /\b[\w.+-]+@[\w-]+(\.[\w-]+)+/gu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  // A host without a scheme: « martakowalczyk.com/reel ».
  /(?<![\p{L}\p{N}@.])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|fr|org|net|eu|io|tv|art|studio|example|info|me|xyz|design|games?|pl|be|ch|uk|de)\b(?:\/\S*)?/giu,
  /(?<!\d)(?:\+\d{1,3}|0)[\s.\u00a0\u202f-]?\d(?:[\s.\u00a0\u202f-]?\d){7,12}(?!\d)/gu,
  /(?<![\p{L}\p{N}])@[\w.]{2,}/gu,
]

type Word = { readonly plain: string; readonly from: number; readonly to: number }
const placed = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    // « œ » is two letters when plain: only whole words are compared, so places in the text never shift.
    return [{ plain: plain(match[0]), from: match.index, to: match.index + match[0].length }]
  })

/** A text without the names, addresses and numbers that would say who it is about. Names are found whatever their case, accents and hyphens. */
export function masked(text: string, secrets: readonly (readonly string[])[]): string {
  if (text === '') return text
  const bare = addresses.reduce((left, pattern) => left.replace(pattern, blot), text)
  const words = placed(bare)
  const cuts: (readonly [number, number])[] = []
  for (let at = 0; at < words.length; ) {
    const found = secrets.find((secret) => secret.every((word, offset) => words[at + offset]?.plain === word))
    const last = found ? words[at + found.length - 1] : undefined
    if (found && last) cuts.push([words[at]?.from ?? 0, last.to])
    at += found?.length ?? 1
  }
  return cuts.toReversed().reduce((left, [from, to]) => left.slice(0, from) + blot + left.slice(to), bare)
}
