import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, isMember, isSignedIn, isStaff } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { affiliation } from '../affiliations/tables.ts'
import { document } from '../documents/tables.ts'
import { occupation, skill } from '../occupations/tables.ts'
import { organisation } from '../organisations/tables.ts'
import { isSeen, type Rank } from './rules/cut.ts'
import type { Guard } from './rules/whole.ts'
import { contact, foundAlready, look, pastCount, savedSearch, skillProposal } from './tables/dealings.ts'
import {
  achievement,
  card,
  education,
  experience,
  language,
  link,
  photo,
  profile,
  talentFile,
  talentOccupation,
  talentSkill,
} from './tables.ts'

const nothing = sql`false`
const isSystem = (actor: Actor) => actor.kind === 'system'
const own = (actor: Actor, column: unknown) => (actor.id ? sql`${column} = ${actor.id}` : nothing)
const organisationsOf = (actor: Actor) => [...new Set(actor.affiliations.map((one) => one.organisationId))]
/** Whether an array of organisations holds one of the actor's. */
const holdsOne = (column: unknown, actor: Actor) => {
  const mine = organisationsOf(actor)
  return mine.length ? sql`${column} && ${sql.param(mine)}::uuid[]` : nothing
}
const openTo = (...openings: string[]) => sql`${profile.visibility} = any(${sql.param(openings)}::text[])`

/** Awake, open as far as this actor, and not closed to their organisation. The team sees no more than members do. */
const seenBy = (actor: Actor): SQL | undefined => {
  const open = isMember(actor)
    ? or(openTo('public', 'members'), and(openTo('organisations'), holdsOne(profile.chosenOrganisations, actor)))
    : openTo('public')
  return and(eq(profile.state, 'awake'), open, sql`not (${holdsOne(profile.blockedOrganisations, actor)})`)
}
export const visibleTo = (actor: Actor): Scope<typeof profile> =>
  scope(profile, isSystem(actor) ? undefined : or(own(actor, profile.userId), seenBy(actor)))

/**
 * The cards that a reader gets: for each profile at most one, that of their rank. Cards are cut already, so all that is
 * asked of them (words, facets, counts) can only speak of what this reader may see.
 */
export function cardsVisibleTo(actor: Actor): Scope<typeof card> {
  if (!isMember(actor)) return scope(card, sql`${card.fromRank} = 1`)
  const asMember = sql`${card.fromRank} <= 2 and ${card.toRank} >= 2`
  if (organisationsOf(actor).length === 0) return scope(card, asMember)
  const isChosen = holdsOne(card.chosenOrganisations, actor)
  return scope(
    card,
    and(
      or(and(asMember, sql`not (${isChosen})`), and(sql`${card.toRank} = 3`, isChosen)),
      sql`not (${holdsOne(card.blockedOrganisations, actor)})`,
    ),
  )
}
/** What everybody sees: public numbers are made of these alone, whoever asks. */
export const publicCards = () => scope(card, sql`${card.fromRank} = 1`)
/** Every card, for the deeds that make them anew. */
export const everyCard = () => scope(card)

/** At which rank an actor reads a profile; null where they may not see it. The same rule as `visibleTo`, row by row. */
export function rankOf(actor: Actor, guard: Guard): Rank | null {
  if (actor.id !== null && actor.id === guard.userId) return 4
  const mine = organisationsOf(actor)
  const isIn = (organisations: readonly string[]) => organisations.some((one) => mine.includes(one))
  if (guard.state !== 'awake' || isIn(guard.blockedOrganisations)) return null
  const rank = !isMember(actor) ? 1 : isIn(guard.chosenOrganisations) ? 3 : 2
  return isSeen(guard, rank) ? rank : null
}

export const ownProfile = (actor: Actor) => scope(profile, own(actor, profile.userId))
/** For jobs, which act for nobody, and for what must be done to profiles whoever may see them. */
export const everyProfile = () => scope(profile)
export const profileOf = (userId: string) => scope(profile, eq(profile.userId, userId))

const parts = { talentOccupation, talentSkill, experience, education, achievement, language, link, talentFile, photo }
type PartTable = (typeof parts)[keyof typeof parts]
/** The parts of profiles that were loaded within a scope of their own; `cutFor` then cuts them for the reader. */
export const partsOf = <Table extends PartTable>(table: Table, profiles: readonly string[]): Scope<Table> =>
  scope(table, sql`${table.profileId} = any(${sql.param(profiles)}::uuid[])`)
/** One's own parts, to change them. */
export const ownParts = <Table extends PartTable>(actor: Actor, table: Table): Scope<Table> =>
  within(ownProfile(actor), table, sql`${table.profileId} = ${profile.id}`)
/** Skills in people's own words: an answered proposal gives them their place in the list. */
export const skillsInOwnWords = () => scope(talentSkill, sql`${talentSkill.skillId} is null`)
export const skillRows = () => scope(talentSkill)
export const namesOfProfiles = () => scope(user)
/** What profiles name: sheets and skills as they are today, also those that are no longer published. */
export const namedOccupations = () => scope(occupation)
export const namedSkills = () => scope(skill)
export const namedOrganisations = () => scope(organisation, sql`${organisation.state} <> 'refused'`)
export const everyAffiliation = () => scope(affiliation)
export const everyExperience = () => scope(experience)

/** The documents of files that `cutFor` has shown to the reader, or that are the person's own. */
export const documentsNamed = (ids: readonly string[]) =>
  scope(document, sql`${document.id} = any(${sql.param(ids)}::uuid[])`)

/** Looks are for the person who was looked at; one's own looks at others are in one's own export. */
export const looksAt = (actor: Actor) => within(ownProfile(actor), look, sql`${look.profileId} = ${profile.id}`)
export const looksBy = (actor: Actor) => scope(look, own(actor, look.readerId))
export const everyLook = () => scope(look)

export const contactsTo = (actor: Actor) =>
  within(ownProfile(actor), contact, sql`${contact.profileId} = ${profile.id}`)
export const contactsFrom = (actor: Actor) => scope(contact, own(actor, contact.fromId))

export const searchesOf = (actor: Actor) => scope(savedSearch, own(actor, savedSearch.userId))
export const everySearch = () => scope(savedSearch)
export const foundBy = (searchId: string) => scope(foundAlready, eq(foundAlready.searchId, searchId))
export const proposalsVisibleTo = (actor: Actor) =>
  scope(skillProposal, isStaff(actor) ? undefined : own(actor, skillProposal.proposedBy))
export const pastVisibleTo = (actor: Actor) => scope(pastCount, isStaff(actor) ? undefined : nothing)
export const everything = <Table extends PgTable>(table: Table) => scope(table)

/** Whoever has an account may have a profile. */
export const have = (actor: Actor) => isSignedIn(actor) && actor.id !== null
type Owned = { readonly userId: string }
export const edit = (actor: Actor, subject: Owned) => actor.id !== null && actor.id === subject.userId
/** Members and the team look people up, save searches and ask to talk; not to themselves. */
export const recruit = (actor: Actor) => actor.id !== null && isMember(actor)
export const ask = (actor: Actor, subject: Owned) => recruit(actor) && actor.id !== subject.userId
/** Looks of people without an affiliation are kept too: whoever signed in leaves a trace. */
export const leaveTrace = (actor: Actor, subject: Owned) => actor.id !== null && actor.id !== subject.userId
export const answer = (actor: Actor, subject: Owned) => edit(actor, subject)
type Sent = { readonly fromId: string }
export const withdraw = (actor: Actor, subject: Sent) => actor.id !== null && actor.id === subject.fromId
export const keepSearch = (actor: Actor, subject: Owned) => recruit(actor) && actor.id === subject.userId
export const dropSearch = (actor: Actor, subject: Owned) => actor.id !== null && actor.id === subject.userId
export const keepSkills = (actor: Actor) => isStaff(actor)
/** Periodic work and the demo. */
export const tend = isSystem
