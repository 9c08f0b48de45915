import { eq, sql } from 'drizzle-orm'
import { narrow } from '../../../../db/scope.ts'
import { system } from '../../../../kernel/actor.ts'
import { skill, skillBroader } from '../../../occupations/tables.ts'
import * as policy from '../../policy.ts'
import type { BookSkill } from '../../rules/book.ts'

import { anyOf, clear, compare, idsByCode, inParts, newSlug, type Saving } from './rows.ts'
/** The skills and their hierarchy; answers their ids by code. */
export async function saveSkills({ tx, book, now, progress }: Saving) {
  const origin = eq(skill.origin, book.key)
  const scope = narrow(policy.allSkills(system), origin)
  const knownFields = {
    id: skill.id,
    slug: skill.slug,
    code: skill.code,
    checksum: skill.checksum,
    gone: sql<boolean>`${skill.archivedAt} is not null`,
  }
  const plan = compare(book.skills.values(), await tx.select(knownFields).from(scope), (item: BookSkill) => item)
  const taken = new Set((await tx.select({ slug: skill.slug }).from(policy.allSkills(system))).map(({ slug }) => slug))
  const rowOf = (item: BookSkill & { checksum: string }, slug: string) => ({
    slug,
    origin: book.key,
    code: item.code,
    kind: item.kind,
    label: item.label,
    summary: item.summary,
    aliases: item.aliases,
    isGroup: item.isGroup,
    checksum: item.checksum,
    archivedAt: null,
    changedAt: now,
  })
  const rows = [
    ...plan.created.map((item) => rowOf(item, newSlug(`${item.label.fr || item.label.en}-${book.key}`, taken))),
    ...plan.updated.map((item) => rowOf(item, item.known.slug)),
  ]
  await progress('skills', rows.length)
  await tx.insertAll(skill, rows, {
    on: ['origin', 'code'],
    set: ['kind', 'label', 'summary', 'aliases', 'isGroup', 'checksum', 'archivedAt', 'changedAt'],
  })
  await inParts(plan.withdrawn, (part) =>
    tx.updateAll(
      narrow(
        scope,
        anyOf(
          skill.id,
          part.map(({ id }) => id),
        ),
      ),
      undefined,
      { archivedAt: now, changedAt: now },
    ),
  )
  const ids = await idsByCode(tx, scope, skill)
  const touched = [...plan.created, ...plan.updated]
  await clear(
    tx,
    policy.broaderSkills(system),
    skillBroader.skillId,
    plan.updated.map((item) => item.known.id),
  )
  const broader = touched.flatMap(({ code, broader }) =>
    broader.map((one) => ({ skillId: ids.get(code) ?? '', broaderId: ids.get(one) ?? '' })),
  )
  await tx.insertAll(skillBroader, broader, 'skip')
  return { ids, counts: plan.counts }
}
