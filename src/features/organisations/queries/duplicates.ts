import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { isStaff } from '../../../kernel/actor.ts'
import { plain } from '../../../kernel/slug.ts'
import * as policy from '../policy.ts'
import {
  comparableName,
  domainOfEmail,
  domainOfSite,
  isPublicProvider,
  sameNumber,
  similarity,
} from '../rules/organisation.ts'
import { organisation } from '../tables.ts'

export type Candidate = {
  readonly legalName: string
  readonly displayName: string
  readonly siren: string | null
  readonly registrationCountry: string | null
  readonly registrationNumber: string | null
  readonly website: string | null
  readonly email: string | null
}
/** Why two records may be one: the same official number, the same domain, or a name that reads alike. */
export type Likeness = 'number' | 'domain' | 'name'

const escaped = (text: string) => text.replace(/[.\\+*?[^\]$(){}=!<>|:#-]/g, '\\$&')
const atSite = (domain: string) => sql`${organisation.website} ~* ${`^https?://(www\\.)?${escaped(domain)}([/:?#]|$)`}`
const likeName = (name: string) => sql`${organisation.sortName} % ${plain(name)}`

function domainsOf({ website, email }: Candidate): string[] {
  const found = [domainOfSite(website), email ? domainOfEmail(email) : null]
  return [...new Set(found.filter((one): one is string => one !== null && !isPublicProvider(one)))]
}
function conditions(candidate: Candidate): (SQL | undefined)[] {
  const { siren, registrationCountry, registrationNumber, legalName, displayName } = candidate
  return [
    siren ? eq(organisation.siren, siren) : undefined,
    registrationNumber && registrationCountry
      ? and(
          eq(organisation.registrationNumber, registrationNumber),
          eq(organisation.registrationCountry, registrationCountry),
        )
      : undefined,
    ...domainsOf(candidate).flatMap((domain) => [
      atSite(domain),
      sql`${organisation.emailDomains} @> ${sql.param([domain])}::text[]`,
    ]),
    ...[...new Set([legalName, displayName])].map(likeName),
  ]
}

const closeEnough = 0.55

type Known = Omit<Candidate, 'email'> & { readonly emailDomains: readonly string[] }
function likenessOf(candidate: Candidate, known: Known): Likeness | null {
  if (sameNumber(candidate, known)) return 'number'
  const site = domainOfSite(known.website)
  if (domainsOf(candidate).some((domain) => domain === site || known.emailDomains.includes(domain))) return 'domain'
  const names = (one: { legalName: string; displayName: string }) =>
    [one.legalName, one.displayName].map(comparableName).filter(Boolean)
  const isAlike = names(candidate).some((mine) =>
    names(known).some((theirs) => similarity(mine, theirs) >= closeEnough),
  )
  return isAlike ? 'name' : null
}

/** Records that may already be what somebody is about to enter, surest first. The team is also told of those not published. */
export async function duplicatesOf(read: Reader, actor: Actor, candidate: Candidate, except?: string) {
  const known = await read
    .select({
      id: organisation.id,
      slug: organisation.slug,
      state: organisation.state,
      city: organisation.city,
      legalName: organisation.legalName,
      displayName: organisation.displayName,
      siren: organisation.siren,
      registrationCountry: organisation.registrationCountry,
      registrationNumber: organisation.registrationNumber,
      website: organisation.website,
      emailDomains: organisation.emailDomains,
    })
    .from(
      isStaff(actor) ? policy.comparable() : narrow(policy.visibleTo(actor), sql`${organisation.state} <> 'refused'`),
    )
    .where(and(or(...conditions(candidate)), except ? sql`${organisation.id} <> ${except}` : undefined))
    .orderBy(sql`similarity(${organisation.sortName}, ${plain(candidate.displayName)}) desc`, organisation.id)
    .limit(50)
  const order: readonly Likeness[] = ['number', 'domain', 'name']
  return known
    .flatMap((one) => {
      const likeness = likenessOf(candidate, one)
      const { id, slug, state, city, legalName, displayName, siren } = one
      return likeness ? [{ id, slug, state, city, legalName, displayName, siren, likeness }] : []
    })
    .sort((one, other) => order.indexOf(one.likeness) - order.indexOf(other.likeness))
    .slice(0, 8)
}
export type Duplicate = Awaited<ReturnType<typeof duplicatesOf>>[number]
