import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { user } from '../../accounts/tables.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import type { HeldExperience, Whole } from '../rules/whole.ts'
import {
  achievement,
  education,
  experience,
  language,
  link,
  photo,
  profile,
  talentFile,
  talentOccupation,
  talentSkill,
} from '../tables.ts'

type Row = typeof profile.$inferSelect
type Of = { readonly profileId: string }
const grouped = <Part extends Of>(rows: readonly Part[]) => {
  const groups = new Map<string, Part[]>()
  for (const row of rows) groups.set(row.profileId, [...(groups.get(row.profileId) ?? []), row])
  return (id: string) => groups.get(id) ?? []
}

const occupationsOf = (read: Reader, ids: readonly string[]) =>
  read
    .select({
      profileId: talentOccupation.profileId,
      relation: talentOccupation.relation,
      id: occupation.id,
      slug: occupation.slug,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
      sectors: occupation.sectors,
    })
    .from(policy.partsOf(talentOccupation, ids))
    .innerJoin(policy.namedOccupations(), eq(occupation.id, talentOccupation.occupationId))
    .orderBy(asc(talentOccupation.relation), asc(talentOccupation.position), asc(talentOccupation.id))

const skillsOf = (read: Reader, ids: readonly string[]) =>
  read
    .select({
      profileId: talentSkill.profileId,
      id: talentSkill.id,
      skillId: talentSkill.skillId,
      name: talentSkill.name,
      level: talentSkill.level,
      slug: sql<string | null>`${skill.slug}`,
      label: sql<typeof skill.$inferSelect.label>`coalesce(${skill.label}, '{}')`,
    })
    .from(policy.partsOf(talentSkill, ids))
    .leftJoin(policy.namedSkills(), eq(skill.id, talentSkill.skillId))
    .orderBy(asc(talentSkill.position), asc(talentSkill.id))

async function experiencesOf(read: Reader, ids: readonly string[]): Promise<(HeldExperience & Of)[]> {
  const rows = await read
    .select({
      profileId: experience.profileId,
      id: experience.id,
      kind: experience.kind,
      title: experience.title,
      organisationName: experience.organisationName,
      location: experience.location,
      url: experience.url,
      startsOn: experience.startsOn,
      endsOn: experience.endsOn,
      description: experience.description,
      highlights: experience.highlights,
      organisationId: sql<string | null>`${organisation.id}`,
      slug: sql<string | null>`${organisation.slug}`,
      displayName: sql<string | null>`${organisation.displayName}`,
      state: sql<string | null>`${organisation.state}`,
    })
    .from(policy.partsOf(experience, ids))
    .leftJoin(policy.namedOrganisations(), eq(organisation.id, experience.organisationId))
    .orderBy(asc(experience.position), asc(experience.id))
  return rows.map(({ organisationId, slug, displayName, state, ...row }) => ({
    ...row,
    // One that is not published has no page to lead to: its name is said as the person wrote it.
    organisation:
      organisationId && slug && state === 'published' ? { id: organisationId, slug, name: displayName ?? '' } : null,
  }))
}

type Listed = typeof education | typeof achievement | typeof language | typeof link | typeof talentFile
/** Rows in the person's order. What stands in `extra` is for the person's own exports: no reader gets it. */
async function inOrder<Table extends Listed>(read: Reader, table: Table, ids: readonly string[]) {
  const rows = await read.rows(policy.partsOf(table, ids), { orderBy: [asc(table.position), asc(table.id)] })
  return rows.map((row) => ({ ...row, position: 0, ...('extra' in row && { extra: {} }) }))
}

/** Profiles with all their parts, for the rules that cut them: rows were loaded within a scope by the caller. */
export async function wholesOf(read: Reader, rows: readonly Row[]): Promise<Whole[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const names = read
    .select({ id: user.id, name: user.name, email: user.email, language: user.language })
    .from(
      narrow(policy.namesOfProfiles(), sql`${user.id} = any(${sql.param(rows.map(({ userId }) => userId))}::uuid[])`),
    )
  const photos = read.select({ profileId: photo.profileId, hash: photo.hash }).from(policy.partsOf(photo, ids))
  const [people, held, skills, experiences, schools, achievements, languages, links, files, pictures] =
    await Promise.all([
      names,
      occupationsOf(read, ids),
      skillsOf(read, ids),
      experiencesOf(read, ids),
      inOrder(read, education, ids),
      inOrder(read, achievement, ids),
      inOrder(read, language, ids),
      inOrder(read, link, ids),
      inOrder(read, talentFile, ids),
      photos,
    ])
  const person = new Map(people.map((one) => [one.id, one]))
  const hashes = new Map(pictures.map((one) => [one.profileId, one.hash]))
  const of = {
    occupations: grouped(held),
    skills: grouped(skills),
    experiences: grouped(experiences),
    education: grouped(schools),
    achievements: grouped(achievements),
    languages: grouped(languages),
    links: grouped(links),
    files: grouped(files),
  }
  return rows.map((row) => ({
    ...guardOf(row),
    ...headOf(row),
    name: person.get(row.userId)?.name ?? '',
    writtenIn: person.get(row.userId)?.language ?? 'fr',
    email: row.email || (person.get(row.userId)?.email ?? ''),
    photoHash: hashes.get(row.id) ?? null,
    occupations: of.occupations(row.id),
    skills: of.skills(row.id),
    experiences: of.experiences(row.id),
    education: of.education(row.id),
    achievements: of.achievements(row.id),
    languages: of.languages(row.id),
    links: of.links(row.id),
    files: of.files(row.id),
  }))
}
const guardOf = (row: Row) => ({
  userId: row.userId,
  state: row.state,
  visibility: row.visibility,
  anonymous: row.anonymous,
  partOpenings: row.partOpenings,
  chosenOrganisations: row.chosenOrganisations,
  blockedOrganisations: row.blockedOrganisations,
})
const headOf = (row: Row) => ({
  id: row.id,
  code: row.code,
  titleForm: row.titleForm,
  headline: row.headline,
  summary: row.summary,
  phone: row.phone,
  city: row.city,
  department: row.department,
  country: row.country,
  mobility: row.mobility,
  availableOn: row.availableOn,
  workKinds: row.workKinds,
  createdAt: row.createdAt,
  changedAt: row.changedAt,
})
export const everyWhole = async (read: Reader, ids: readonly string[]) =>
  wholesOf(
    read,
    await read.rows(narrow(policy.everyProfile(), and(sql`${profile.id} = any(${sql.param(ids)}::uuid[])`))),
  )
