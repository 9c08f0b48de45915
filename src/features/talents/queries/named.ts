import { eq } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { user } from '../../accounts/tables.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { profile } from '../tables.ts'

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

/** The addresses of all profiles by the accounts' e-mail: for files that name people so. */
export async function codesByEmail(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .select({ email: user.email, code: profile.code })
    .from(policy.everyProfile())
    .innerJoin(policy.namesOfProfiles(), eq(user.id, profile.userId))
  return new Map(rows.map(({ email, code }) => [email, code]))
}
