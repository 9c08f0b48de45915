import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import type { Content } from '../schema/content.ts'
import { contact, look, savedSearch, skillProposal } from '../tables/dealings.ts'
import {
  achievement,
  education,
  experience,
  language,
  link,
  photo,
  type talentFile,
  talentOccupation,
  talentSkill,
} from '../tables.ts'
import { wholesOf } from './whole.ts'

/** One's own profile with all its parts; null where there is none yet. */
export async function ownWhole(read: Reader, actor: Actor) {
  const row = await read.one(policy.ownProfile(actor))
  if (!row) return null
  const [whole] = await wholesOf(read, [row])
  const { consentedAt, remindedAt, asleepAt, decidedAt } = row
  return whole ? { ...whole, consentedAt, remindedAt, asleepAt, decidedAt, ownEmail: row.email } : null
}
export type OwnProfile = NonNullable<Awaited<ReturnType<typeof ownWhole>>>

const ordered = async <
  Table extends
    | typeof experience
    | typeof education
    | typeof achievement
    | typeof language
    | typeof link
    | typeof talentSkill
    | typeof talentFile,
>(
  read: Reader,
  actor: Actor,
  table: Table,
) => read.rows(policy.ownParts(actor, table), { orderBy: [asc(table.position), asc(table.id)] })

/** All that one's own profile says, in the shape in which it came in: for exports and CVs. */
export async function contentOf(read: Reader, actor: Actor): Promise<Content | null> {
  const row = await read.one(policy.ownProfile(actor))
  if (!row) return null
  const [occupations, skills, experiences, schools, achievements, languages, links] = await Promise.all([
    read.rows(policy.ownParts(actor, talentOccupation), { orderBy: [asc(talentOccupation.position)] }),
    ordered(read, actor, talentSkill),
    ordered(read, actor, experience),
    ordered(read, actor, education),
    ordered(read, actor, achievement),
    ordered(read, actor, language),
    ordered(read, actor, link),
  ])
  const { headline, summary, city, department, country, phone, email, extra } = row
  const inRelation = (relation: string) =>
    occupations.filter((one) => one.relation === relation).map(({ occupationId }) => occupationId)
  return {
    heading: {
      headline,
      summary,
      city,
      department,
      country,
      phone,
      email,
      extra: { ...extra } as Content['heading']['extra'],
    },
    occupations: { held: inRelation('held'), sought: inRelation('sought') },
    skills: skills.map(bare),
    experiences: experiences.map(bare),
    education: schools.map(bare),
    achievements: achievements.map(bare),
    languages: languages.map(bare),
    links: links.map(bare),
    mobility: { ...row.mobility, towns: [...row.mobility.towns], departments: [...row.mobility.departments] },
    wishes: { availableOn: row.availableOn, workKinds: row.workKinds },
  }
}
type Positioned = { id: string; profileId: string; position: number; extra: object }
const bare = <Row extends Positioned>({ id: _i, profileId: _p, position: _o, extra, ...rest }: Row) => ({
  ...rest,
  extra: { ...extra } as Content['heading']['extra'],
})

/** Who has looked at one's profile, the newest first. */
export const looks = (read: Reader, actor: Actor, most = 200) =>
  read
    .select({
      lookedOn: look.lookedOn,
      reader: sql<string | null>`${user.name}`,
      organisation: sql<string | null>`${organisation.displayName}`,
      organisationSlug: sql<string | null>`case when ${organisation.state} = 'published' then ${organisation.slug} end`,
    })
    .from(policy.looksAt(actor))
    .leftJoin(policy.namesOfProfiles(), eq(user.id, look.readerId))
    .leftJoin(policy.namedOrganisations(), eq(organisation.id, look.organisationId))
    .orderBy(desc(look.at), desc(look.id))
    .limit(most)
export type Look = Awaited<ReturnType<typeof looks>>[number]

export const lookCount = (read: Reader, actor: Actor) => read.count(policy.looksAt(actor))

export const photoOf = (read: Reader, actor: Actor) => read.one(policy.ownParts(actor, photo))

/** Organisations one works for, or says one works for: suggested for the block-list. */
export async function employers(read: Reader, actor: Actor, own: OwnProfile) {
  const ids = [
    ...actor.affiliations.map(({ organisationId }) => organisationId),
    ...own.experiences.filter(({ endsOn }) => endsOn === null).flatMap(({ organisation: known }) => known?.id ?? []),
  ].filter((id) => !own.blockedOrganisations.includes(id))
  return organisationNames(read, ids)
}
export const organisationNames = (read: Reader, ids: readonly string[]) =>
  read
    .select({ id: organisation.id, slug: organisation.slug, name: organisation.displayName })
    .from(narrow(policy.namedOrganisations(), sql`${organisation.id} = any(${sql.param([...new Set(ids)])}::uuid[])`))
    .orderBy(asc(organisation.sortName), asc(organisation.id))

/** Everything the feature holds about a person, as it stands in the tables, for the export of all one's data. */
export async function everythingOf(read: Reader, actor: Actor) {
  const [own, content, sent, received, searches, proposals, seen, left] = await Promise.all([
    read.one(policy.ownProfile(actor)),
    contentOf(read, actor),
    read.rows(policy.contactsFrom(actor), { orderBy: [asc(contact.id)] }),
    read.rows(policy.contactsTo(actor), { orderBy: [asc(contact.id)] }),
    read.rows(policy.searchesOf(actor), { orderBy: [asc(savedSearch.id)] }),
    read.rows(narrow(policy.everything(skillProposal), eq(skillProposal.proposedBy, actor.id ?? '')), {
      orderBy: [asc(skillProposal.id)],
    }),
    looks(read, actor, 10_000),
    read.rows(policy.looksBy(actor), { orderBy: [asc(look.id)] }),
  ])
  return { own, content, sent, received, searches, proposals, seen, left }
}
