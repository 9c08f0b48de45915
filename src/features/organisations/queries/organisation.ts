import { and, eq, inArray, sql } from 'drizzle-orm'
import { historyOf } from '../../../db/journal.ts'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { establishment, formerSlug, headCount, logo, organisation } from '../tables.ts'

const fields = {
  id: organisation.id,
  slug: organisation.slug,
  kind: organisation.kind,
  state: organisation.state,
  legalName: organisation.legalName,
  displayName: organisation.displayName,
  siren: organisation.siren,
  registrationCountry: organisation.registrationCountry,
  registrationNumber: organisation.registrationNumber,
  sectors: organisation.sectors,
  summary: organisation.summary,
  description: organisation.description,
  foundedYear: organisation.foundedYear,
  website: organisation.website,
  email: organisation.email,
  phone: organisation.phone,
  visibility: organisation.visibility,
  emailDomains: organisation.emailDomains,
  city: organisation.city,
  proposedBy: organisation.proposedBy,
  logoHash: organisation.logoHash,
  createdAt: organisation.createdAt,
  changedAt: organisation.changedAt,
}
const establishmentsOf = (read: Reader, actor: Actor, id: string) =>
  read.rows(policy.establishmentsVisibleTo(actor), {
    where: eq(establishment.organisationId, id),
    orderBy: [sql`${establishment.isHeadquarters} desc`, establishment.city, establishment.id],
  })
const headCountsOf = (read: Reader, actor: Actor, id: string) =>
  read.rows(policy.headCountsVisibleTo(actor), { where: eq(headCount.organisationId, id), orderBy: [headCount.year] })

async function whole(read: Reader, actor: Actor, which: ReturnType<typeof eq>) {
  const [row] = await read.select(fields).from(policy.visibleTo(actor)).where(which).limit(1)
  if (!row) return null
  const [establishments, headCounts] = await Promise.all([
    establishmentsOf(read, actor, row.id),
    policy.seesField(actor, row, 'headCounts') ? headCountsOf(read, actor, row.id) : [],
  ])
  return {
    ...row,
    email: policy.seesField(actor, row, 'email') ? row.email : null,
    phone: policy.seesField(actor, row, 'phone') ? row.phone : null,
    /** Only for those who keep them up to date. */
    emailDomains: policy.edit(actor, row) ? row.emailDomains : [],
    establishments,
    headCounts,
  }
}
/** Everything that this actor may know of one organisation; what it hides from them is empty. */
export const bySlug = (read: Reader, actor: Actor, slug: string) => whole(read, actor, eq(organisation.slug, slug))
export const byId = (read: Reader, actor: Actor, id: string) => whole(read, actor, eq(organisation.id, id))
export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof bySlug>>>

/** Where an old address leads today: after a merge or a new name. */
export async function presentSlug(read: Reader, actor: Actor, slug: string): Promise<string | null> {
  const [row] = await read
    .select({ slug: organisation.slug })
    .from(policy.visibleTo(actor))
    .innerJoin(
      policy.formerSlugsVisibleTo(actor),
      and(eq(formerSlug.organisationId, organisation.id), eq(formerSlug.slug, slug)) ?? sql`false`,
    )
    .limit(1)
  return row?.slug ?? null
}

export async function logoOf(read: Reader, actor: Actor, slug: string) {
  const [row] = await read
    .select({ hash: logo.hash, webp: logo.webp })
    .from(policy.logosVisibleTo(actor))
    .innerJoin(
      policy.visibleTo(actor),
      and(eq(organisation.id, logo.organisationId), eq(organisation.slug, slug)) ?? sql`false`,
    )
    .limit(1)
  return row ?? null
}

/** Names for ids of people: of those who did something that the reader may see. */
export async function namesOf(read: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await read
    .select({ id: user.id, name: user.name })
    .from(narrow(policy.peopleNamed(), inArray(user.id, wanted)))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The deeds on one organisation with the names of who did them: for its representatives and the team. */
export async function history(read: Reader, actor: Actor, id: string) {
  const deeds = await historyOf(read, policy.historiesVisibleTo(actor), id)
  const names = await namesOf(
    read,
    deeds.map((deed) => deed.actorId),
  )
  return deeds.map((deed) => ({ ...deed, actorName: deed.actorId ? (names.get(deed.actorId) ?? null) : null }))
}
export type HistoryEntry = Awaited<ReturnType<typeof history>>[number]

/** What waits for the team, oldest first, and what it has archived, newest first. */
export const inState = (read: Reader, actor: Actor, state: 'proposed' | 'archived', most = 200) =>
  read
    .select({ ...fields, proposerName: sql<string | null>`${user.name}` })
    .from(narrow(policy.visibleTo(actor), eq(organisation.state, state)))
    .leftJoin(policy.peopleNamed(), eq(user.id, organisation.proposedBy))
    .orderBy(state === 'proposed' ? organisation.createdAt : sql`${organisation.changedAt} desc`, organisation.id)
    .limit(most)

/** What a person has proposed and the team has not published. */
export const myProposals = (read: Reader, actor: Actor) =>
  read
    .select({
      id: organisation.id,
      slug: organisation.slug,
      displayName: organisation.displayName,
      state: organisation.state,
      createdAt: organisation.createdAt,
    })
    .from(
      narrow(
        policy.visibleTo(actor),
        and(sql`${organisation.proposedBy} = ${actor.id}`, sql`${organisation.state} in ('proposed', 'refused')`),
      ),
    )
    .orderBy(sql`${organisation.createdAt} desc`)
