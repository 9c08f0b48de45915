import { describe, expect } from 'vitest'
import { test } from '../app/testing.ts'
import { organisation } from '../features/organisations/tables.ts'
import type { Database } from './database.ts'
import { reader } from './reader.ts'
import { scope } from './scope.ts'
import { searchQuery } from './search.ts'

const names = ['Studio des Pentes', 'Les Studios du Lac', 'Numérique et Cie', 'Bibliothèque d’images', 'Atelier Boréal']
const given = (db: Database) =>
  db.insert(organisation).values(
    names.map((displayName, n) => ({
      slug: `o-${n}`,
      kind: 'company' as const,
      legalName: displayName,
      displayName,
      summary: { fr: '' },
      description: { fr: '' },
      places: n === 4 ? 'Saint-Étienne' : 'Lyon',
    })),
  )
async function find(db: Database, q: string) {
  const read = reader(db)
  const query = await searchQuery(read, 'organisation', q)
  const rows = await read
    .select({ name: organisation.displayName })
    .from(scope(organisation))
    .where(query?.matches(organisation.search))
    .orderBy(organisation.slug)
  return { names: rows.map(({ name }) => name), corrected: query?.corrected ?? null }
}

describe('searching', () => {
  test.for([
    { q: 'studio', finds: [0, 1], why: 'singular finds plural' },
    { q: 'STUDIOS', finds: [0, 1], why: 'plural and capitals' },
    { q: 'numerique', finds: [2], why: 'no accent' },
    { q: 'numér', finds: [2], why: 'the beginning of a word' },
    { q: 'saint etienne', finds: [4], why: 'hyphens and accents' },
    { q: 'atelier lyon', finds: [], why: 'every word must be found' },
    { q: 'images', finds: [3], why: 'after an apostrophe' },
  ])('$q: $why', async ({ q, finds }, { db }) => {
    await given(db)
    expect(await find(db, q)).toEqual({ names: finds.map((n) => names[n]), corrected: null })
  })

  test.for([
    { q: 'stduio', finds: [0, 1], corrected: 'studio' },
    { q: 'bibliotheqe', finds: [3], corrected: 'bibliotheque' },
    { q: 'ateleir borael', finds: [4], corrected: 'atelier boreal' },
  ])('$q is taken for $corrected, and says so', async ({ q, finds, corrected }, { db }) => {
    await given(db)
    const found = await find(db, q)
    expect(found.names).toEqual(finds.map((n) => names[n]))
    expect(found.corrected).toContain(corrected.split(' ')[0])
  })

  test.for(['', '   ', '&|!():*', '\u0000', '’'])('%j asks for nothing and breaks nothing', async (q, { db }) => {
    await given(db)
    expect((await find(db, q)).names).toHaveLength(names.length)
  })

  test('a word that is like no other finds nothing rather than anything', async ({ db }) => {
    await given(db)
    expect((await find(db, 'xylophone')).names).toEqual([])
  })
})
