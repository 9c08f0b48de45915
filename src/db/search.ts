import { type SQL, sql } from 'drizzle-orm'
import { slips } from '../kernel/slips.ts'
import { plain } from '../kernel/slug.ts'
import type { Reader } from './reader.ts'
import { narrow, scope } from './scope.ts'
import { searchWord } from './tables.ts'

/** A person's words, ready to ask the database with. */
export type Query = {
  /** Conditions against a `search` column made by search_vector(). */
  readonly matches: (column: unknown) => SQL<boolean>
  readonly rank: (column: unknown) => SQL<number>
  /** What the words were taken for, when some were not known: 'studio' for 'stduio'. Null when nothing was corrected. */
  readonly corrected: string | null
  /** The words as they are looked for: the same for the same question. */
  readonly asked: string
}

const most = 8
/** The French stemmer keeps the s of « studios » and the x of « jeux ». */
const singular = (word: string) => (word.length > 4 ? word.replace(/[sx]$/, '') : word)
const wordsOf = (q: string) =>
  plain(q)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, most) ?? []

/** How many slips a word of this length may hold and still be taken for another. */
const slipsIn = (word: string) => (word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3)

/** The known word nearest to a misspelt one, or null. A domain is a kind of record: 'organisation', 'occupation'. */
async function nearest(read: Reader, domain: string, word: string): Promise<string | null> {
  const near = sql`${searchWord.domain} = ${domain} and ${searchWord.word} in (select near_words(${domain}, ${word}))`
  const candidates = await read.select({ word: searchWord.word }).from(narrow(scope(searchWord), near))
  const [best] = candidates
    .map((candidate) => ({ word: candidate.word, slips: slips(word, candidate.word) }))
    .filter((candidate) => candidate.slips <= slipsIn(word))
    .sort((one, other) => one.slips - other.slips || (one.word < other.word ? -1 : 1))
  return best?.word ?? null
}
const known = async (read: Reader, domain: string, word: string) => {
  const upper = `${word}\u{10ffff}`
  const starting = sql`${searchWord.domain} = ${domain} and ${searchWord.word} >= ${word} and ${searchWord.word} < ${upper}`
  return (
    (
      await read
        .select({ word: searchWord.word })
        .from(narrow(scope(searchWord), starting))
        .limit(1)
    ).length > 0
  )
}

/**
 * Each word must be found: as a French word form (studio, studios), or as the beginning of a word (stud). A word that no
 * record contains is replaced by the nearest that one does; accents and capitals never matter.
 * Null when there is nothing to search for.
 */
export async function searchQuery(read: Reader, domain: string, q: string): Promise<Query | null> {
  const asked = wordsOf(q)
  if (asked.length === 0) return null
  const words = await Promise.all(
    asked.map(async (word) =>
      (await known(read, domain, word)) ? word : ((await nearest(read, domain, word)) ?? word),
    ),
  )
  const query = sql.join(
    words.map(
      (word) => sql`(to_tsquery('public.fr', ${word}) || to_tsquery('public.words', ${`${singular(word)}:*`}))`,
    ),
    sql` && `,
  )
  return {
    matches: (column) => sql<boolean>`${column} @@ (${query})`,
    rank: (column) => sql<number>`ts_rank(${column}, (${query}))`,
    corrected: words.join(' ') === asked.join(' ') ? null : words.join(' '),
    asked: words.join(' '),
  }
}
