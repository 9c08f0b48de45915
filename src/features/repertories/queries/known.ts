import { eq, ne } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { plain } from '../../../kernel/slug.ts'
import { user } from '../../accounts/tables.ts'
import { contentsOf, ownSkills } from '../../occupations/queries/contents.ts'
import type { Worded } from '../../occupations/tables/vocabulary.ts'
import { occupation } from '../../occupations/tables.ts'
import { sectorList } from '../../organisations/queries/directory.ts'
import * as policy from '../policy.ts'
import type { Known, KnownSheet, KnownSkill } from '../rules/plan.ts'

/** All that a file of own sheets may refer to, as the database holds it now. */
export async function known(read: Reader, actor: Actor): Promise<Known> {
  // One after the other: inside a deed they share a connection.
  const sectors = await sectorList(read)
  const skills = await ownSkills(read, actor)
  const merged = await read.rows(policy.mergedSkills(actor))
  const owners = await read.select({ id: user.id, email: user.email }).from(policy.accounts(actor))
  const sheets = await knownSheets(read, actor)
  const bySlug = new Map<string, KnownSkill>(
    skills.map(({ row, content }) => [row.slug, { id: row.id, slug: row.slug, content }]),
  )
  const byId = new Map([...bySlug.values()].map((one) => [one.id, one]))
  for (const { slug, mergedInto } of merged) {
    const target = mergedInto ? byId.get(mergedInto) : undefined
    if (target) bySlug.set(slug, target)
  }
  return {
    sectors: new Set(sectors.map(({ key }) => key)),
    skills: bySlug,
    skillNames: new Map(skills.flatMap(({ row }) => labelsOf(row.label).map((label) => [plain(label), row.slug]))),
    sheets,
    owners: new Map(owners.map(({ id, email }) => [email.toLowerCase(), id])),
  }
}
const labelsOf = (label: Worded) => [label.en, label.fr].filter((one) => one !== undefined && one !== '') as string[]

async function knownSheets(read: Reader, actor: Actor): Promise<Map<string, KnownSheet>> {
  const scope = policy.allSheets(actor)
  const rows = await read.rows(narrow(scope, eq(occupation.origin, 'own')))
  const contents = await contentsOf(read, actor, rows)
  const taken = await read.select({ slug: occupation.slug }).from(narrow(scope, ne(occupation.origin, 'own')))
  const reference = taken.map(({ slug }) => [slug, { isOwn: false } as KnownSheet] as const)
  const own = rows.map(
    (row) => [row.slug, { ...row, isOwn: true, content: contents.get(row.id) } as KnownSheet] as const,
  )
  return new Map([...reference, ...own])
}
