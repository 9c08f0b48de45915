import type { Invented } from './organisations.ts'
import { chance, vocabulary } from './words.ts'

export type Question = { readonly kind: string; readonly q: string }

const unaccented = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')
const exchanged = (word: string, at: number) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
const without = (word: string, at: number) => word.slice(0, at) + word.slice(at + 1)
const doubled = (word: string, at: number) => word.slice(0, at) + word[at] + word.slice(at)

/** Eight kinds of questions, seven of each: what people type into the search of a directory. */
export function questions(known: readonly Invented[]): Question[] {
  const dice = chance(3)
  const words = vocabulary()
  const common = ['studio', 'images', 'production', 'numérique', 'animation', 'jeux', 'laboratoire']
  const accented = words.filter((word) => word.length > 5 && unaccented(word) !== word)
  const long = words.filter((word) => word.length > 6)
  const name = () => dice.one(known)
  const slips = [exchanged, without, doubled]
  const wrong = (word: string, which: number) => slips[which % 3]?.(word, 1 + dice.below(word.length - 3)) ?? word
  const seven = (kind: string, ask: (index: number) => string) =>
    Array.from({ length: 7 }, (_, index): Question => ({ kind, q: ask(index) }))
  return [
    ...seven('common word', (index) => common[index] ?? ''),
    ...seven('exact name', () => name().display_name),
    ...seven('beginning of a word', () => dice.often(long, 5).slice(0, 4)),
    ...seven('accents dropped', () => unaccented(dice.often(accented, 5))),
    ...seven('misspelt', (index) => wrong(dice.often(long, 5), index)),
    ...seven('two words', () => `${dice.often(words, 5)} ${dice.often(words, 5)}`),
    ...seven('word and town, misspelt', (index) => `${wrong(common[index] ?? '', index)} ${name().city}`),
    ...seven('nothing found', (index) => `${['wq', 'xzk', 'qj'][index % 3]}${'vwkz'.repeat(2)}${index}`),
  ]
}
