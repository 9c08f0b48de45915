import { type Token, tokensOf } from './words.ts'

/** A name under which something may stand in a text: a skill's label or alias, a title of an occupation. */
export type Term<Id extends string = string> = { readonly id: Id; readonly name: string }
export type FoundTerm<Id extends string = string> = {
  readonly id: Id
  readonly name: string
  readonly from: number
  readonly to: number
}
type Node<Id extends string> = { readonly next: Map<string, Node<Id>>; end: Term<Id> | null }
export type TermIndex<Id extends string = string> = { readonly root: Node<Id>; readonly size: number }

const newNode = <Id extends string>(): Node<Id> => ({ next: new Map(), end: null })

/** A tree of words: each name is a path in it. Thousands of names cost a text no more than ten. */
export function termIndex<Id extends string>(terms: Iterable<Term<Id>>): TermIndex<Id> {
  const root = newNode<Id>()
  let size = 0
  for (const term of terms) {
    const words = tokensOf(term.name)
    if (words.length === 0) continue
    let node = root
    for (const { word } of words) {
      const there = node.next.get(word)
      const next = there ?? newNode<Id>()
      if (!there) node.next.set(word, next)
      node = next
    }
    // The first name wins: labels come before aliases.
    node.end ??= term
    size++
  }
  return { root, size }
}

/** One or two letters (C, R, Go) are words of every language: they count only as they are written in the list. */
const isCertain = (text: string, term: Term, from: number, to: number) =>
  term.name.length > 2 || text.slice(from, to) === term.name

function longestFrom<Id extends string>(index: TermIndex<Id>, text: string, tokens: readonly Token[], at: number) {
  let node = index.root
  let best: { term: Term<Id>; last: number } | null = null
  for (let n = at; n < tokens.length; n++) {
    const token = tokens[n] as Token
    const next = node.next.get(token.word)
    if (!next) break
    // Words of one name stand in one sentence: no full stop and no empty line between them.
    if (n > at && /[.;!?]\s|\n\s*\n/.test(text.slice((tokens[n - 1] as Token).to, token.from))) break
    node = next
    if (node.end && isCertain(text, node.end, (tokens[at] as Token).from, token.to)) best = { term: node.end, last: n }
  }
  return best
}

/**
 * Every name of the index that stands in the text, whole words only, whatever its accents and capitals; where several begin
 * at one word the longest wins, and what it covers is not read again. In the order of the text, each id once.
 */
export function findTerms<Id extends string>(index: TermIndex<Id>, text: string): FoundTerm<Id>[] {
  const tokens = tokensOf(text)
  const found = new Map<Id, FoundTerm<Id>>()
  for (let at = 0; at < tokens.length; at++) {
    const best = longestFrom(index, text, tokens, at)
    if (!best) continue
    const { term, last } = best
    if (!found.has(term.id))
      found.set(term.id, { ...term, from: (tokens[at] as Token).from, to: (tokens[last] as Token).to })
    at = last
  }
  return [...found.values()]
}
