import { eq, sql } from 'drizzle-orm'
import type { Refusals } from '../../../db/action.ts'
import type { Reader, Row } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug } from '../../../kernel/slug.ts'
import * as policy from '../policy.ts'
import { type Mistake, mistakesIn, organisationSlug, placesOf, yearMistakes } from '../rules/organisation.ts'
import type { Described, EstablishmentInput } from '../schema/input.ts'
import { establishment, formerSlug, headCount, organisation } from '../tables.ts'
import { text } from '../text/refusals.ts'

export type Organisation = Row<typeof organisation>

/** Rules that the database keeps, and the sentences with which it says no. */
export const refusals: Refusals = {
  organisation_siren_taken: (language) => text(language)('sirenTaken'),
  organisation_registration_taken: (language) => text(language)('registrationTaken'),
  establishment_siret_taken: (language) => text(language)('siretTaken'),
  organisation_slug_taken: (language) => text(language)('slugTaken'),
}

/** Throws Invalid for what a shape alone cannot know: the list of sectors, this year, numbers that belong together. */
export async function checkDescribed(read: Reader, described: Described, now: Date, language: Language) {
  const sectors = await read.rows(policy.sectors())
  const mistakes = mistakesIn(described, new Set(sectors.map((one) => one.key)), now.getUTCFullYear())
  refuseMistakes(mistakes, language)
}
export const checkHeadCounts = async (headCounts: Described['headCounts'], now: Date, language: Language) =>
  refuseMistakes(yearMistakes(headCounts, now.getUTCFullYear()), language)

function refuseMistakes(mistakes: readonly Mistake[], language: Language) {
  if (mistakes.length === 0) return
  const t = text(language) as (key: string, values: object) => string
  throw new Invalid(Object.fromEntries(mistakes.map(({ field, key, values }) => [field, t(key, values)])))
}

/** An address of its own, also different from those that lead here since a merge. */
export async function newSlug(read: Reader, name: string): Promise<string> {
  const wished = organisationSlug(name)
  const { present, former } = policy.takenSlugs()
  const like = `${wished}%`
  const [now, before] = await Promise.all([
    read.select({ slug: organisation.slug }).from(narrow(present, sql`${organisation.slug} like ${like}`)),
    read.select({ slug: formerSlug.slug }).from(narrow(former, sql`${formerSlug.slug} like ${like}`)),
  ])
  return freeSlug(wished, new Set([...now, ...before].map((one) => one.slug)))
}

/** The columns of the organisation itself, with what lists and search know of its establishments. */
export function columnsOf({ establishments, headCounts: _, visibility, ...rest }: Described) {
  const shielded = Object.entries(visibility).filter(([, value]) => value !== 'public')
  return { ...rest, ...placesOf(establishments), visibility: Object.fromEntries(shielded) as Described['visibility'] }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isChanged = (row: Readonly<Record<string, unknown>>, wished: Readonly<Record<string, unknown>>) =>
  Object.entries(wished).some(([field, value]) => !same(row[field], value))

async function writeEstablishments(tx: Tx, organisationId: string, wished: readonly EstablishmentInput[]) {
  const there = await tx.rows(policy.everyEstablishment(), { where: eq(establishment.organisationId, organisationId) })
  const kept = new Set(wished.map((one) => one.id))
  for (const row of there) if (!kept.has(row.id)) await tx.remove(establishment, row)
  for (const [place, { id, ...values }] of wished.entries()) {
    const hasHead = wished.some((one) => one.isHeadquarters)
    const next = { ...values, isHeadquarters: hasHead ? values.isHeadquarters : place === 0 }
    const row = there.find((one) => one.id === id)
    if (!row) await tx.insert(establishment, { ...next, organisationId })
    else if (isChanged(row, next)) await tx.update(establishment, row, next)
  }
}
export async function writeHeadCounts(tx: Tx, organisationId: string, wished: Described['headCounts']) {
  const there = await tx.rows(policy.everyHeadCount(), { where: eq(headCount.organisationId, organisationId) })
  const byYear = new Map(wished.map((one) => [one.year, one.people]))
  for (const row of there) {
    const people = byYear.get(row.year)
    if (people === undefined) await tx.remove(headCount, row)
    else if (people !== row.people) await tx.update(headCount, row, { people })
    byYear.delete(row.year)
  }
  for (const [year, people] of byYear) await tx.insert(headCount, { organisationId, year, people })
}

/** Establishments and head counts become those that are described; what is not described goes. */
export async function writeParts(tx: Tx, organisationId: string, described: Described) {
  await writeEstablishments(tx, organisationId, described.establishments)
  await writeHeadCounts(tx, organisationId, described.headCounts)
}
