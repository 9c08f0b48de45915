import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { plain } from '../../../kernel/slug.ts'
import { user } from '../../accounts/tables.ts'
import { course } from '../../courses/tables.ts'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { savedSearch, skillProposal } from '../tables/dealings.ts'
import { talentSkill } from '../tables.ts'
import { asWritten, corrected } from './words.ts'

export type Suggestion = { readonly id: string; readonly label: string; readonly detail?: string }
const some = 10

/** The cluster's own sheets by title, for fields with a choice. */
export async function occupationChoices(read: Reader, language: Language) {
  const own = and(eq(occupation.origin, 'own'), eq(occupation.state, 'published'))
  const rows = await read.remember('talents.occupations', () =>
    read
      .select({
        id: occupation.id,
        slug: occupation.slug,
        masculine: occupation.masculine,
        feminine: occupation.feminine,
        english: occupation.english,
      })
      .from(narrow(policy.namedOccupations(), own)),
  )
  return rows
    .map((row) => ({ id: row.id, slug: row.slug, title: titleOf(row, language) }))
    .sort((one, other) => one.title.localeCompare(other.title, language))
}
export type OccupationChoice = Awaited<ReturnType<typeof occupationChoices>>[number]

const offered = () => narrow(policy.namedSkills(), sql`${skill.mergedInto} is null and ${skill.archivedAt} is null`)
const skillFields = { id: skill.id, slug: skill.slug, kind: skill.kind, label: skill.label, aliases: skill.aliases }

/** Skills for what somebody is typing: own list first, synonyms said (« Maya : modélisation 3D »), a slip forgiven. */
export async function skillSuggestions(read: Reader, q: string, language: Language): Promise<Suggestion[]> {
  const find = async (words: ReturnType<typeof asWritten>) =>
    words
      ? read
          .select(skillFields)
          .from(narrow(offered(), and(eq(skill.origin, 'own'), words.matches(skill.search))))
          .orderBy(desc(words.rank(skill.search)), asc(sql`plain(coalesce(${skill.label}->>'fr', ''))`), skill.id)
          .limit(some)
      : []
  const first = await find(asWritten(q))
  const rows = first.length > 0 ? first : await find(await corrected(read, q))
  return rows.map(({ id, label, aliases }) => {
    const name = wordingOf(label, language)
    const said = plain(name).includes(plain(q))
      ? undefined
      : [...(aliases[language] ?? []), ...(aliases.fr ?? []), ...(aliases.en ?? [])].find((alias) =>
          plain(alias).includes(plain(q)),
        )
    return { id, label: name, ...(said && { detail: said }) }
  })
}
export const skillsById = (read: Reader, ids: readonly string[]) =>
  read.select(skillFields).from(narrow(policy.namedSkills(), inArray(skill.id, [...ids])))
export type SkillChoice = Awaited<ReturnType<typeof skillsById>>[number]

/** Published organisations by the beginning of a word of their names. */
export async function organisationSuggestions(read: Reader, q: string): Promise<Suggestion[]> {
  const words = asWritten(q)
  if (!words) return []
  const published = and(eq(organisation.state, 'published'), words.matches(organisation.nameSearch))
  const rows = await read
    .select({ id: organisation.id, label: organisation.displayName, detail: organisation.city })
    .from(narrow(policy.namedOrganisations(), published))
    .orderBy(organisation.sortName, organisation.id)
    .limit(some)
  return rows
}

/** Published courses for what somebody is typing, with where they are taught. */
export async function courseSuggestions(read: Reader, q: string, language: Language): Promise<Suggestion[]> {
  const words = asWritten(q)
  if (!words) return []
  const rows = await read
    .select({ id: course.id, title: course.title, schools: course.schoolNames })
    .from(narrow(policy.publishedCourses(), words.matches(course.search)))
    .orderBy(desc(words.rank(course.search)), course.id)
    .limit(some)
  return rows.map(({ id, title, schools }) => ({ id, label: inLanguage(title, language), detail: schools }))
}

/** One's saved searches, the newest first. */
export const searchesOf = (read: Reader, actor: Actor) =>
  read.rows(policy.searchesOf(actor), { orderBy: [desc(savedSearch.createdAt), desc(savedSearch.id)] })
export type SavedSearch = Awaited<ReturnType<typeof searchesOf>>[number]

/** Skills that were proposed: what waits first, with how many profiles name it. */
export async function proposals(read: Reader, actor: Actor) {
  const rows = await read
    .select({
      id: skillProposal.id,
      label: skillProposal.label,
      reason: skillProposal.reason,
      state: skillProposal.state,
      answer: skillProposal.answer,
      createdAt: skillProposal.createdAt,
      answeredAt: skillProposal.answeredAt,
      skillSlug: sql<string | null>`${skill.slug}`,
      skillLabel: sql<typeof skill.$inferSelect.label | null>`${skill.label}`,
      answeredBy: sql<string | null>`${user.name}`,
    })
    .from(policy.proposalsVisibleTo(actor))
    .leftJoin(policy.namedSkills(), eq(skill.id, skillProposal.skillId))
    .leftJoin(policy.namesOfProfiles(), eq(user.id, skillProposal.answeredBy))
    .orderBy(sql`(${skillProposal.state} = 'waiting') desc`, desc(skillProposal.createdAt), desc(skillProposal.id))
    .limit(200)
  const waiting = rows.filter(({ state }) => state === 'waiting').map(({ label }) => plain(label))
  const uses = await read
    .select({ name: sql<string>`plain(${talentSkill.name})`, n: sql<number>`count(*)::int` })
    .from(policy.skillsInOwnWords())
    .where(sql`plain(${talentSkill.name}) = any(${sql.param(waiting)}::text[])`)
    .groupBy(sql`plain(${talentSkill.name})`)
  const counts = new Map(uses.map(({ name, n }) => [name, n]))
  return rows.map((row) => ({ ...row, uses: counts.get(plain(row.label)) ?? 0 }))
}
export type Proposal = Awaited<ReturnType<typeof proposals>>[number]
export const proposalCount = (read: Reader, actor: Actor) =>
  read.count(policy.proposalsVisibleTo(actor), eq(skillProposal.state, 'waiting'))
