import type { Reader } from '../../../db/reader.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { parse } from '../../../kernel/parse.ts'
import { freeSlug, plain } from '../../../kernel/slug.ts'
import {
  because,
  type Differences,
  isReason,
  type LineOutcome,
  type Mapping,
  type Reason,
  signsSeen,
} from '../../../kernel/table-import.ts'
import { comparableName, mistakesIn, organisationSlug } from '../../organisations/rules/organisation.ts'
import { sectorNames } from '../../organisations/rules/sector-names.ts'
import { fieldInWords, headCountsInWords, mistakeInWords } from '../../organisations/rules/words.ts'
import { type Described, describedInFile } from '../../organisations/schema/input.ts'
import * as policy from '../policy.ts'
import { describedByIds, type MatchKeys, matchKeys, siretOwners } from '../queries/known.ts'
import { importFields } from '../rules/columns.ts'
import { differencesOf, overlaid, type Values, valuesOf } from '../rules/lines.ts'

type Line = { readonly line: number; readonly cells: readonly string[] }
/** What a line will do. `before` is the whole of what it changes: undoing puts exactly that back. */
export type Plan = {
  readonly slug: string
  readonly described: Described
  readonly before: Described | null
  /** `changedAt` before the import: undoing several imports one after the other finds each as it left it. */
  readonly changedAt: string | null
}
export type Planned = Line & {
  readonly outcome: LineOutcome
  readonly organisationId: string | null
  readonly plan: Plan | null
  readonly changes: Differences | null
  readonly reason: Reason | null
  readonly basis: Date | null
}
type Match = { readonly id: string | null; readonly reason: Reason | null }
const digits = (value: unknown) => String(value ?? '').replace(/\D/g, '')

/** Finds the organisation that a line speaks of: by address, official number, or a name that only one has. */
function matcher(all: readonly MatchKeys[]) {
  const registration = (country: unknown, number: unknown) => `${String(country).toUpperCase()} ${number}`
  const bySlug = new Map(all.map((one) => [one.slug, one]))
  const bySiren = new Map(all.filter((one) => one.siren).map((one) => [one.siren, one]))
  const byRegistration = new Map(
    all
      .filter((one) => one.registrationNumber)
      .map((one) => [registration(one.registrationCountry, one.registrationNumber), one]),
  )
  const byName = Map.groupBy(all, (one) => plain(one.displayName))
  const alike = Map.groupBy(all, (one) => comparableName(one.displayName))
  const isOther = (one: MatchKeys, siren: string) => siren !== '' && one.siren !== null && one.siren !== siren

  return (values: Values): Match => {
    const siren = digits(values.siren)
    if (values.slug) {
      const one = bySlug.get(String(values.slug))
      return one
        ? { id: one.id, reason: null }
        : { id: null, reason: because('slugUnknown', { value: String(values.slug) }) }
    }
    const numbered =
      bySiren.get(siren) ?? byRegistration.get(registration(values.registrationCountry, values.registrationNumber))
    if (numbered) return { id: numbered.id, reason: null }
    const name = String(values.displayName ?? values.legalName)
    const named = (byName.get(plain(name)) ?? []).filter((one) => !isOther(one, siren))
    if (named.length > 1) return { id: null, reason: because('ambiguous') }
    if (named[0]) return { id: named[0].id, reason: null }
    const [likely] = (alike.get(comparableName(name)) ?? []).filter((one) => !isOther(one, siren))
    return {
      id: null,
      reason: likely ? because('likely', { value: likely.displayName, slug: likely.slug }) : null,
    }
  }
}

const fieldName = (path: string, language: Language) => {
  const last = path.split('.').at(-1) ?? path
  const field = importFields.find((one) => one === path || one === last)
  return field ? fieldInWords(field, language) : headCountsInWords(language)
}

/** The wished organisation, parsed and checked as a form's would be, or the reason why not. */
function checked(wished: unknown, sectors: ReadonlySet<string>, year: number, language: Language): Described | Reason {
  try {
    const described = parse(describedInFile, wished, language)
    const [mistake] = mistakesIn(described, sectors, year)
    if (!mistake) return described
    return because('wrong', { field: fieldName(mistake.field, language), message: mistakeInWords(mistake, language) })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const [[path, message] = ['', '']] = Object.entries(error.errors)
    return because('wrong', { field: fieldName(path, language), message })
  }
}

type Means = { readonly mapping: Mapping; readonly now: Date; readonly language: Language }
/** What each line would do to the database as it is now. Reads much and writes nothing. */
export async function planLines(read: Reader, lines: readonly Line[], { mapping, now, language }: Means) {
  const sectors = await read.rows(policy.everySector())
  const names = sectorNames(sectors)
  const all = await matchKeys(read)
  const match = matcher(all)
  const said = lines.map((line) => {
    const values = valuesOf(line.cells, mapping, names)
    return isReason(values) ? { line, values: null, id: null, reason: values } : { line, values, ...match(values) }
  })
  const there = await describedByIds(read, [...new Set(said.flatMap(({ id }) => id ?? []))])
  const owners = await siretOwners(read)
  const keys = new Set(sectors.map((one) => one.key))
  const slugs = new Set([...all.map((one) => one.slug), ...(await formerSlugs(read))])
  const seen = signsSeen()

  return said.map(({ line, values, id, reason: refused }): Planned => {
    const none = { organisationId: null, plan: null, changes: null, basis: null }
    const refuse = (why: Reason): Planned => ({ ...line, ...none, outcome: 'refused', reason: why })
    if (refused || !values) return refuse(refused ?? because('noName'))
    const known = id === null ? null : (there.get(id) ?? null)
    const described = checked(overlaid(values, known?.described ?? null), keys, now.getUTCFullYear(), language)
    if (isReason(described)) return refuse(described)
    const taken = described.establishments.find(({ siret }) => siret && (owners.get(siret) ?? id) !== id)
    if (taken?.siret) return refuse(because('siretTaken', { value: taken.siret }))
    const signs = [
      ...(id ? [`id ${id}`] : [`name ${comparableName(described.displayName)}`]),
      ...(described.siren ? [`siren ${described.siren}`] : []),
      ...(described.registrationNumber
        ? [`register ${described.registrationCountry} ${described.registrationNumber}`]
        : []),
      ...described.establishments.flatMap(({ siret }) => (siret ? [`siret ${siret}`] : [])),
    ]
    const earlier = seen.earlier(signs)
    if (earlier !== null) return refuse(because('sameAsLine', { line: String(earlier) }))
    const stolen = all.find(
      (one) => described.siren !== null && one.siren === described.siren && one.id !== id && known !== null,
    )
    if (stolen) return refuse(because('taken', { value: described.siren ?? '' }))
    seen.note(line.line, signs)
    const changes = differencesOf(known?.described ?? null, described)
    if (known && Object.keys(changes).length === 0)
      return {
        ...line,
        outcome: 'unchanged',
        organisationId: id,
        plan: { slug: known.row.slug, described, before: null, changedAt: null },
        changes: null,
        reason: null,
        basis: known.row.changedAt,
      }
    const slug = known?.row.slug ?? freeSlug(organisationSlug(described.displayName), slugs)
    slugs.add(slug)
    return {
      ...line,
      outcome: known ? 'updated' : 'created',
      organisationId: id,
      plan: {
        slug,
        described,
        before: known?.described ?? null,
        changedAt: known?.row.changedAt.toISOString() ?? null,
      },
      changes,
      reason: null,
      basis: known?.row.changedAt ?? null,
    }
  })
}
const formerSlugs = async (read: Reader) => {
  const { outOfReach, former } = policy.addressesTaken()
  const rows = await Promise.all([read.rows(former), read.rows(outOfReach)])
  return rows.flat().map((one) => one.slug)
}
