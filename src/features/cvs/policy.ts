import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Scope, scope, within } from '../../db/scope.ts'
import { type Actor, isSignedIn } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { document } from '../documents/tables.ts'
import { alias, occupation, skill } from '../occupations/tables.ts'
import { organisation } from '../organisations/tables.ts'
import {
  type achievement,
  type education,
  type experience,
  type language,
  type link,
  profile,
  type talentFile,
  type talentOccupation,
  type talentSkill,
} from '../talents/tables.ts'
import { cv, cvImport, cvLink, cvLook } from './tables.ts'

const own = (actor: Actor, column: unknown): SQL => (actor.id ? sql`${column} = ${actor.id}` : sql`false`)

/** CVs are their owner's alone, the team's neither: others see one only through a link that its owner has made. */
export const cvsOf = (actor: Actor) => scope(cv, own(actor, cv.userId))
export const linksOf = (actor: Actor) => within(cvsOf(actor), cvLink, eq(cvLink.cvId, cv.id))
export const looksOf = (actor: Actor) => within(linksOf(actor), cvLook, eq(cvLook.linkId, cvLink.id))
export const importsOf = (actor: Actor) => scope(cvImport, own(actor, cvImport.userId))
/** What the system throws away when its time has come. */
export const importsBefore = (moment: Date) => scope(cvImport, sql`${cvImport.createdAt} < ${moment}`)

/** Whoever knows the secret finds its link, open or closed; no list of links is ever made from this. */
export const linkBySecret = (hash: string) => scope(cvLink, eq(cvLink.hash, hash))
/** The CV of a link that was found by its secret. */
export const cvOfLink = (row: { readonly cvId: string }) => scope(cv, eq(cv.id, row.cvId))

/** Profiles by their person: one's own, or the one whose CV a link opens. */
export const profileOf = (userId: string) => scope(profile, eq(profile.userId, userId))
export const ownProfile = (actor: Actor) => scope(profile, own(actor, profile.userId))
export const accountOf = (userId: string) => scope(user, eq(user.id, userId))
type Part =
  | typeof achievement
  | typeof education
  | typeof experience
  | typeof language
  | typeof link
  | typeof talentFile
  | typeof talentOccupation
  | typeof talentSkill
export const partsOf = <Table extends Part>(table: Table, profileId: string): Scope<Table> =>
  scope(table, sql`${table.profileId} = ${profileId}`)
/** The files of one's own profile, for one's own export. */
export const filesOf = (actor: Actor) =>
  scope(document, and(own(actor, document.ownerId), sql`${document.purpose} like 'talents.%'`))

/** Names that texts are searched for and rows are called by: what is public on the site already. */
export const skillList = () =>
  scope(
    skill,
    sql`${skill.origin} = 'own' and ${skill.mergedInto} is null and ${skill.archivedAt} is null and not ${skill.isGroup}`,
  )
export const namedSkills = () => scope(skill)
export const sheets = () => scope(occupation, sql`${occupation.origin} = 'own' and ${occupation.state} = 'published'`)
export const sheetAliases = () => within(sheets(), alias, sql`${alias.occupationId} = ${occupation.id}`)
export const publishedOrganisations = () => scope(organisation, sql`${organisation.state} = 'published'`)

/** Whoever has an account makes CVs and hands files in. */
export const have = (actor: Actor) => isSignedIn(actor) && actor.id !== null
type Owned = { readonly userId: string }
export const keep = (actor: Actor, subject: Owned) => actor.id !== null && actor.id === subject.userId
/** Opening a link needs nothing but the link. */
export const open = (_actor: Actor) => true
export const tidy = (actor: Actor) => actor.kind === 'system'
