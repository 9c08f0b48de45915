import { asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { user } from '../../accounts/tables.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import {
  achievement,
  education,
  experience,
  language,
  link,
  type profile,
  talentOccupation,
  talentSkill,
} from '../../talents/tables.ts'
import * as policy from '../policy.ts'
import type { Holder } from '../rules/holder.ts'

/** A person's profile with the ids of its rows, for CVs, exports and merges; null when there is no such account. */
export async function holderOf(read: Reader, userId: string): Promise<Holder | null> {
  const account = await read.one(policy.accountOf(userId), eq(user.id, userId))
  if (!account) return null
  const row = await read.one(policy.profileOf(userId))
  const person = { name: account.name, email: account.email }
  if (!row)
    return {
      person,
      row: null,
      skills: [],
      experiences: [],
      education: [],
      achievements: [],
      languages: [],
      links: [],
      occupations: [],
    }
  const skills = read
    .select({
      id: talentSkill.id,
      skillId: talentSkill.skillId,
      name: talentSkill.name,
      level: talentSkill.level,
      extra: talentSkill.extra,
      position: talentSkill.position,
      label: sql<typeof skill.$inferSelect.label>`coalesce(${skill.label}, '{}')`,
    })
    .from(policy.partsOf(talentSkill, row.id))
    .leftJoin(policy.namedSkills(), eq(skill.id, talentSkill.skillId))
    .orderBy(asc(talentSkill.position), asc(talentSkill.id))
  const occupations = read
    .select({
      occupationId: talentOccupation.occupationId,
      relation: talentOccupation.relation,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
    })
    .from(policy.partsOf(talentOccupation, row.id))
    .innerJoin(policy.sheets(), eq(occupation.id, talentOccupation.occupationId))
    .orderBy(asc(talentOccupation.relation), asc(talentOccupation.position))
  const listed = <
    Table extends typeof experience | typeof education | typeof achievement | typeof language | typeof link,
  >(
    table: Table,
  ) => read.rows(policy.partsOf(table, row.id), { orderBy: [asc(table.position), asc(table.id)] })
  const [held, skillRows, experiences, schools, achievements, languages, links] = await Promise.all([
    occupations,
    skills,
    listed(experience),
    listed(education),
    listed(achievement),
    listed(language),
    listed(link),
  ])
  return {
    person,
    row,
    occupations: held,
    skills: skillRows,
    experiences,
    education: schools,
    achievements,
    languages,
    links,
  } as Holder
}
export type ProfileRow = typeof profile.$inferSelect
