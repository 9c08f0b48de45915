import { eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import type { Described } from '../schema/input.ts'
import { establishment, headCount, importLine, importRun, type LineOutcome, organisation } from '../tables.ts'

/** Every import, newest first. */
export const importList = (read: Reader, actor: Actor, most = 100) =>
  read
    .select({
      id: importRun.id,
      fileName: importRun.fileName,
      format: importRun.format,
      state: importRun.state,
      counts: importRun.counts,
      createdAt: importRun.createdAt,
      by: sql<string | null>`${user.name}`,
    })
    .from(policy.importsVisibleTo(actor))
    .leftJoin(policy.peopleNamed(), eq(user.id, importRun.createdBy))
    .orderBy(sql`${importRun.createdAt} desc`, importRun.id)
    .limit(most)
export type ImportEntry = Awaited<ReturnType<typeof importList>>[number]

export const importById = (read: Reader, actor: Actor, id: string) =>
  read.one(policy.importsVisibleTo(actor), eq(importRun.id, id))
export type ImportRun = NonNullable<Awaited<ReturnType<typeof importById>>>

export const importLineCount = (read: Reader, actor: Actor, id: string) =>
  read.count(policy.importLinesVisibleTo(actor), eq(importLine.importId, id))

type Which = {
  readonly id: string
  readonly outcome: LineOutcome | null
  readonly limit: number
  readonly offset: number
}
/** Lines of an import, as in the file, of one outcome or all. */
export const importLines = (read: Reader, actor: Actor, { id, outcome, limit, offset }: Which) =>
  read
    .select({
      line: importLine.line,
      cells: importLine.cells,
      outcome: importLine.outcome,
      changes: importLine.changes,
      reason: importLine.reason,
      name: sql<string | null>`${importLine.plan} #>> '{described,displayName}'`,
      slug: sql<string | null>`${importLine.plan} ->> 'slug'`,
    })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, id)))
    .where(outcome === null ? undefined : eq(importLine.outcome, outcome))
    .orderBy(importLine.line)
    .limit(limit)
    .offset(offset)
export type ShownLine = Awaited<ReturnType<typeof importLines>>[number]

/** The first cells of each column: what a person needs to know a column. */
export const firstLines = (read: Reader, actor: Actor, id: string) =>
  read
    .select({ cells: importLine.cells })
    .from(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, id)))
    .orderBy(importLine.line)
    .limit(20)

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
