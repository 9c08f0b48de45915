import { asc, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import type { Language } from '../../../kernel/language.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import { alias, occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { type Term, type TermIndex, termIndex } from '../rules/find-terms.ts'
import type { Vocabulary } from '../rules/lenses.ts'
import { nameKey } from '../rules/words.ts'

type SkillName = { id: string; label: typeof skill.$inferSelect.label; aliases: typeof skill.$inferSelect.aliases }
const skillNames = (read: Reader): Promise<SkillName[]> =>
  read.remember('cvs.skills', async () =>
    read
      .select({ id: skill.id, label: skill.label, aliases: skill.aliases })
      .from(policy.skillList())
      .orderBy(asc(skill.slug)),
  )
const said = (one: string | undefined): one is string => Boolean(one)
/** Labels before aliases: where two skills share a name, the one whose own name it is comes first. */
function* namesOf(skills: readonly SkillName[]): Generator<Term> {
  for (const { id, label } of skills) for (const name of [label.fr, label.en].filter(said)) yield { id, name }
  for (const { id, aliases } of skills)
    for (const name of [...(aliases.fr ?? []), ...(aliases.en ?? [])]) yield { id, name }
}

/** The skills of the list, by all their names. */
export const skillTerms = (read: Reader): Promise<TermIndex> =>
  read.remember('cvs.skill-terms', async () => termIndex(namesOf(await skillNames(read))))

/** The published sheets, by their titles in both forms and in English, and by what people also call them. */
export const occupationTerms = (read: Reader): Promise<TermIndex> =>
  read.remember('cvs.occupation-terms', async () => {
    const sheets = await read
      .select({
        id: occupation.id,
        masculine: occupation.masculine,
        feminine: occupation.feminine,
        english: occupation.english,
      })
      .from(policy.sheets())
      .orderBy(asc(occupation.slug))
    const aliases = await read
      .select({ id: alias.occupationId, label: alias.label })
      .from(policy.sheetAliases())
      .orderBy(asc(alias.occupationId), asc(alias.position))
    const titles = sheets.flatMap(({ id, masculine, feminine, english }) =>
      [feminine, masculine, english].filter(said).map((name) => ({ id, name })),
    )
    return termIndex([...titles, ...aliases.map(({ id, label }) => ({ id, name: label }))])
  })

type Known = {
  /** Ids of organisations that a file names. */
  readonly organisations?: readonly string[]
  /** Skills that a profile has already, whatever list they come from. */
  readonly held?: readonly { readonly skillId: string | null; readonly label: SkillName['label'] }[]
}
/** What rules ask about names and ids: answered from the lists as they are now. */
export async function vocabulary(
  read: Reader,
  language: Language,
  { organisations = [], held = [] }: Known = {},
): Promise<Vocabulary> {
  const skills = await skillNames(read)
  const byId = new Map(skills.map((one) => [one.id, one]))
  for (const { skillId, label } of held)
    if (skillId && !byId.has(skillId)) byId.set(skillId, { id: skillId, label, aliases: {} })
  const byName = new Map<string, string>()
  for (const { id, name } of namesOf(skills)) if (!byName.has(nameKey(name))) byName.set(nameKey(name), id)
  const sheets = new Set((await read.select({ id: occupation.id }).from(policy.sheets())).map(({ id }) => id))
  const known = organisations.length
    ? await read
        .select({ id: organisation.id })
        .from(policy.publishedOrganisations())
        .where(sql`${organisation.id}::text = any(${sql.param(organisations)}::text[])`)
    : []
  const hosts = new Set(known.map(({ id }) => id))
  return {
    language,
    skillNamed: (name) => byName.get(nameKey(name)) ?? null,
    skillLabel: (id) => wordingOf(byId.get(id)?.label ?? {}, language),
    isSkill: (id) => byId.has(id),
    isOccupation: (id) => sheets.has(id),
    isOrganisation: (id) => hosts.has(id),
    // Courses are looked up where they are shown: an id that is none leads nowhere.
    isCourse: () => true,
  }
}

export type OccupationName = { id: string; slug: string; masculine: string; feminine: string; english: string }
export const occupationsById = (read: Reader, ids: readonly string[]): Promise<OccupationName[]> =>
  read
    .select({
      id: occupation.id,
      slug: occupation.slug,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
    })
    .from(policy.sheets())
    .where(sql`${occupation.id}::text = any(${sql.param([...ids])}::text[])`) as unknown as Promise<OccupationName[]>
