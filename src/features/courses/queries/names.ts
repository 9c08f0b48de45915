import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { plain } from '../../../kernel/slug.ts'
import { titleOf } from '../../occupations/rules/titles.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { establishment, organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'

export type Named = { readonly id: string; readonly name: string }
/** What people call something -> the record: by identifier, by name in the address, by title. */
export type Names = ReadonlyMap<string, Named>
const key = (written: string) => plain(written).replace(/[’']/g, "'").trim()
export const findIn = (names: Names, written: string): Named | undefined => names.get(key(written))
function namesOf<Row extends Named>(rows: readonly Row[], callings: (row: Row) => readonly string[]): Names {
  const names = new Map<string, Named>()
  for (const row of rows)
    for (const calling of callings(row)) {
      const known = key(calling)
      if (known && !names.has(known)) names.set(known, row)
    }
  return names
}
const among = (column: unknown, values: readonly string[]) => sql`${column} = any(${sql.param(values)}::text[])`

/** Published organisations that are called so: schools, or those that are none. */
export async function organisationsNamed(read: Reader, written: readonly string[], wants: 'school' | 'company') {
  if (written.length === 0) return new Map() as Names
  const kind = wants === 'school' ? sql`${organisation.kind} = 'school'` : sql`${organisation.kind} <> 'school'`
  const called = or(
    among(organisation.slug, written),
    among(sql`${organisation.id}::text`, written),
    among(sql`plain(replace(${organisation.displayName}, '’', ''''))`, written.map(key)),
  )
  const rows = await read
    .select({ id: organisation.id, slug: organisation.slug, name: organisation.displayName })
    .from(narrow(policy.listedOrganisations(), and(kind, called)))
    .orderBy(organisation.id)
  return namesOf(rows, ({ id, slug, name }) => [id, slug, name])
}

/** Published sheets: the cluster's own by any of their titles, those of the repertories by their name in the address. */
export async function occupationsNamed(read: Reader, written: readonly string[]): Promise<Names> {
  if (written.length === 0) return new Map()
  const called = or(
    eq(occupation.origin, 'own'),
    among(occupation.slug, written),
    among(sql`${occupation.id}::text`, written),
  )
  const rows = await read
    .select({
      id: occupation.id,
      slug: occupation.slug,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
    })
    .from(narrow(policy.listedOccupations(), called))
    .orderBy(sql`${occupation.origin} = 'own' desc`, occupation.id)
  const named = rows.map((row) => ({ ...row, name: titleOf(row, 'fr') }))
  return namesOf(named, (row) => [
    row.id,
    row.slug,
    row.name,
    titleOf(row, 'en'),
    row.masculine,
    row.feminine,
    row.english,
  ])
}

/** Skills: the cluster's own by their labels, all by their name in the address. */
export async function skillsNamed(read: Reader, written: readonly string[]): Promise<Names> {
  if (written.length === 0) return new Map()
  const called = or(eq(skill.origin, 'own'), among(skill.slug, written), among(sql`${skill.id}::text`, written))
  const rows = await read
    .select({ id: skill.id, slug: skill.slug, label: skill.label })
    .from(narrow(policy.listedSkills(), called))
    .orderBy(sql`${skill.origin} = 'own' desc`, skill.id)
  const named = rows.map((row) => ({ ...row, name: row.label.fr ?? row.label.en ?? row.slug }))
  return namesOf(named, ({ id, slug, label }) => [id, slug, label.fr ?? '', label.en ?? ''])
}

/** The places of some organisations: where a course may be taught. */
export const placesOf = (read: Reader, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : read
        .select({
          id: establishment.id,
          organisationId: establishment.organisationId,
          name: establishment.name,
          city: establishment.city,
        })
        .from(narrow(policy.establishments(), inArray(establishment.organisationId, [...organisationIds])))
        .orderBy(establishment.city, establishment.id)
export type Place = Awaited<ReturnType<typeof placesOf>>[number]
