import { eq } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'

/** Ids of the cluster's own sheets and skills by slug, and names of organisations by id: for files that name them so. */
export async function namedBySlug(read: Reader) {
  const [sheets, skills, organisations] = await Promise.all([
    read
      .select({ id: occupation.id, slug: occupation.slug })
      .from(narrow(policy.namedOccupations(), eq(occupation.origin, 'own'))),
    read.select({ id: skill.id, slug: skill.slug }).from(narrow(policy.namedSkills(), eq(skill.origin, 'own'))),
    read.select({ id: organisation.id, name: organisation.displayName }).from(policy.namedOrganisations()),
  ])
  return {
    occupations: new Map(sheets.map(({ id, slug }) => [slug, id])),
    skills: new Map(skills.map(({ id, slug }) => [slug, id])),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  }
}
