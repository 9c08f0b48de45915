import { inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Described } from '../../organisations/schema/input.ts'
import { establishment, headCount, organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'

/** What lines are matched with: every organisation by its address, numbers and names. */
export const matchKeys = (read: Reader) =>
  read
    .select({
      id: organisation.id,
      slug: organisation.slug,
      siren: organisation.siren,
      registrationCountry: organisation.registrationCountry,
      registrationNumber: organisation.registrationNumber,
      displayName: organisation.displayName,
      legalName: organisation.legalName,
    })
    .from(policy.comparable())
    .orderBy(organisation.id)
export type MatchKeys = Awaited<ReturnType<typeof matchKeys>>[number]

/** SIRET -> the organisation whose establishment has it. */
export async function siretOwners(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .select({ siret: establishment.siret, organisationId: establishment.organisationId })
    .from(narrow(policy.everyEstablishment(), sql`${establishment.siret} is not null`))
  return new Map(rows.map(({ siret, organisationId }) => [siret as string, organisationId]))
}

const step = 2000
/** The whole of some organisations, as a form would describe them, with the moment of their last change. */
export async function describedByIds(read: Reader, ids: readonly string[]) {
  const found = new Map<string, { row: typeof organisation.$inferSelect; described: Described }>()
  for (let from = 0; from < ids.length; from += step) {
    const some = ids.slice(from, from + step)
    const [rows, places, counts] = await Promise.all([
      read.rows(policy.comparable(), { where: inArray(organisation.id, some), orderBy: [organisation.id] }),
      read.rows(policy.everyEstablishment(), {
        where: inArray(establishment.organisationId, some),
        orderBy: [sql`${establishment.isHeadquarters} desc`, establishment.city, establishment.id],
      }),
      read.rows(policy.everyHeadCount(), { where: inArray(headCount.organisationId, some), orderBy: [headCount.year] }),
    ])
    const placesOf = Map.groupBy(places, (one) => one.organisationId)
    const countsOf = Map.groupBy(counts, (one) => one.organisationId)
    for (const row of rows) {
      const { kind, legalName, displayName, siren, registrationCountry, registrationNumber, sectors, summary } = row
      const { description, foundedYear, website, email, phone, visibility, emailDomains } = row
      const described: Described = {
        ...{ kind, legalName, displayName, siren, registrationCountry, registrationNumber, sectors, summary },
        ...{ description, foundedYear, website, email, phone, visibility, emailDomains },
        establishments: (placesOf.get(row.id) ?? []).map(({ organisationId: _, ...one }) => one),
        headCounts: (countsOf.get(row.id) ?? []).map(({ year, people }) => ({ year, people })),
      }
      found.set(row.id, { row, described })
    }
  }
  return found
}
