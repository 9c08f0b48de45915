import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { type Query, searchQuery } from '../../../db/search.ts'
import { plain } from '../../../kernel/slug.ts'

const most = 8
/** The French stemmer keeps the s of « studios ». */
const singular = (word: string) => (word.length > 4 ? word.replace(/[sx]$/, '') : word)

/**
 * The words as they are written. Other searches correct a misspelt word by the words of their records; here those would be
 * names, and words of profiles that not everybody sees: a correction would tell that they exist.
 */
export function asWritten(q: string): Query | null {
  const words =
    plain(q)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, most) ?? []
  if (words.length === 0) return null
  const query = sql.join(
    words.map(
      (word) => sql`(to_tsquery('public.fr', ${word}) || to_tsquery('public.words', ${`${singular(word)}:*`}))`,
    ),
    sql` && `,
  )
  return {
    matches: (column: unknown): SQL<boolean> => sql<boolean>`${column} @@ (${query})`,
    rank: (column: unknown): SQL<number> => sql<number>`ts_rank(${column}, (${query}))`,
    corrected: null,
    asked: words.join(' '),
  }
}

/** The same question with its words corrected by those of public lists: skills, then occupations. Null when nothing differs. */
export async function corrected(read: Reader, q: string): Promise<Query | null> {
  for (const domain of ['skill', 'occupation']) {
    const query = await searchQuery(read, domain, q)
    if (query?.corrected) return query
  }
  return null
}
