import type { Language } from '../../../../kernel/language.ts'
import type { Rich } from './blocks.ts'
import type { Weight } from './fonts.ts'
import type { Ink, Letters, Line, Run } from './ink.ts'
import { typeset } from './typeset.ts'

type Word = { readonly runs: readonly Run[]; readonly width: number; readonly isBreak?: true }

export const lettersOf = (rich: Rich, language: Language, weight: Weight): Letters[] =>
  (Array.isArray(rich) ? rich : [rich]).map((span) =>
    typeof span === 'string'
      ? { text: typeset(span, language), weight }
      : { text: typeset(span.text, language), weight: span.bold ? 'bold' : weight, href: span.href },
  )

/** Pieces between which a line may end: after spaces, hyphens and slashes; a no-break space ends none. */
const piecesOf = (text: string) =>
  text.split(/(?<=[ \-/–—@])(?![ ])|(\n)/).filter((piece) => piece !== undefined && piece !== '')

/** A piece that is wider than any line (an address) is cut between letters. */
function* fitting(letters: Letters, ink: Ink, size: number, most: number): Iterable<Word> {
  const runs = ink.runsOf(letters, size)
  const width = runs.reduce((sum, run) => sum + run.width, 0)
  if (width <= most || letters.text.length < 2) {
    yield { runs, width }
    return
  }
  const half = Math.ceil(letters.text.length / 2)
  yield* fitting({ ...letters, text: letters.text.slice(0, half) }, ink, size, most)
  yield* fitting({ ...letters, text: letters.text.slice(half) }, ink, size, most)
}

function* wordsOf(letters: readonly Letters[], ink: Ink, size: number, most: number): Iterable<Word> {
  for (const span of letters)
    for (const text of piecesOf(span.text)) {
      if (text === '\n') yield { runs: [], width: 0, isBreak: true }
      else yield* fitting({ ...span, text }, ink, size, most)
    }
}

/** Runs of one font and address that follow each other become one: fewer, and read as one. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && last.font === run.font && last.href === run.href)
      all[all.length - 1] = { ...last, text: last.text + run.text, width: last.width + run.width }
    else all.push(run)
  }
  return all
}
const trailing = (word: Word, ink: Ink, size: number) => {
  const last = word.runs.at(-1)
  return last && / $/.test(last.text) ? ink.widthOf(' ', last.font, size) : 0
}

/** Breaks text into lines of at most `most` points. */
export function linesOf(letters: readonly Letters[], ink: Ink, size: number, most: number): Line[] {
  const lines: Line[] = []
  let words: Word[] = []
  let width = 0
  const end = () => {
    lines.push({ runs: joined(words.flatMap((word) => word.runs)), width })
    words = []
    width = 0
  }
  for (const word of wordsOf(letters, ink, size, most)) {
    if (word.isBreak) {
      end()
      continue
    }
    if (words.length > 0 && width + word.width - trailing(word, ink, size) > most) end()
    words.push(word)
    width += word.width
  }
  if (words.length > 0 || lines.length === 0) end()
  return lines
}
