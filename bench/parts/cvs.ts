import { findTerms, type Term, termIndex } from '../../src/features/cvs/rules/find-terms.ts'
import { recognise } from '../../src/features/cvs/rules/recognise.ts'
import { type Line, median, spread } from '../figures.ts'

const syllables = [
  'ani',
  'ma',
  'tion',
  'ren',
  'du',
  'son',
  'mon',
  'ta',
  'ge',
  'lu',
  'mi',
  'ère',
  'co',
  'dé',
  'tex',
  'ture',
]
/** The same words each time: no chance in a measurement. */
const wordOf = (n: number) => {
  const mixed = Math.imul(n + 1, 0x9e3779b1) >>> 0
  return [28, 24, 20, 16].map((by) => syllables[(mixed >>> by) & 15]).join('')
}
const names = 15_000
/** As many names as the list of skills has with ROME's and ESCO's, of one to four words. */
const terms: Term[] = Array.from({ length: names }, (_, n) => ({
  id: String(n),
  name: Array.from({ length: 1 + (n % 4) }, (_, at) => wordOf(n * 31 + at * 17)).join(' '),
}))
const pages = 20
const lines = Array.from({ length: pages * 45 }, (_, n) =>
  n % 15 === 0
    ? `${2000 + (n % 24)} – ${2001 + (n % 24)} : ${wordOf(n)}, Studio ${wordOf(n * 3)}, Lyon`
    : Array.from({ length: 10 }, (_, at) => wordOf(n * 13 + at * 29)).join(' '),
)
const text = ['Camille Roussel', 'Animatrice 3D', 'Expériences professionnelles', ...lines].join('\n')

function timed(work: () => unknown, runs: number): number[] {
  work()
  return Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
}
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Skills in a long CV: our tree of words against what one would write first, one regular expression for all names. */
export async function cvs(): Promise<Line[]> {
  const index = termIndex(terms)
  const sorted = terms.toSorted((one, other) => other.name.length - one.name.length)
  const pattern = new RegExp(`(?<!\\p{L})(?:${sorted.map(({ name }) => escaped(name)).join('|')})(?!\\p{L})`, 'giu')
  const found = timed(() => findTerms(index, text), 21)
  const matched = timed(() => [...text.matchAll(pattern)], 3)
  const read = timed(() => recognise(text, { skills: index, occupations: termIndex([]) }), 21)
  return [
    {
      what: `${names.toLocaleString('en-GB')} names of skills in a CV of ${pages} pages`,
      ours: spread(found, ' ms'),
      other: `${spread(matched, ' ms')} one regular expression`,
      goal: '< 20 ms',
      met: median(found) < 20,
    },
    { what: '— the whole recognition', ours: spread(read, ' ms'), goal: '< 100 ms', met: median(read) < 100 },
    {
      what: '— making the tree, once',
      ours: spread(
        timed(() => termIndex(terms), 5),
        ' ms',
      ),
    },
  ]
}
