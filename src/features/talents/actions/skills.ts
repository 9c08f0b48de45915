import { and, eq, inArray, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { plain } from '../../../kernel/slug.ts'
import { skill } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { levelsInput, saveSkill as shape } from '../schema/input.ts'
import type { SkillLevel } from '../schema/vocabulary.ts'
import { skillProposal } from '../tables/dealings.ts'
import { profile, talentSkill } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { ownRow, placeFor } from './parts.ts'
import { alive, lockOwn } from './renew.ts'

/** Skills of the cluster's list by what people call them: label or synonym, in either language, whatever case and accents. */
export async function skillsByName(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map()
  const offered = and(eq(skill.origin, 'own'), sql`${skill.mergedInto} is null and ${skill.archivedAt} is null`)
  const rows = await tx
    .select({ id: skill.id, label: skill.label, aliases: skill.aliases })
    .from(narrow(policy.namedSkills(), offered))
  const known = new Map<string, string>()
  for (const { id, label, aliases } of rows)
    for (const word of [...(aliases.fr ?? []), ...(aliases.en ?? []), label.en ?? '', label.fr ?? ''])
      if (word) known.set(plain(word), id)
  return new Map(
    names.flatMap((name) => (known.has(plain(name)) ? [[name, known.get(plain(name)) ?? ''] as const] : [])),
  )
}
/** What nobody finds in the list goes to the team, once for all who write the same. */
export const propose = (tx: Tx, names: readonly string[], proposedBy: string | null, now: Date) =>
  tx.insertAll(
    skillProposal,
    [...new Map(names.map((label) => [plain(label), label])).values()].map((label) => ({
      label,
      proposedBy,
      createdAt: now,
    })),
    'skip',
  )

/** A skill of the list with its level, or one in the person's own words, which the team is asked about. */
export const saveSkill = action({
  name: 'talents.save-skill',
  about: profile,
  input: shape,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now, language }) {
    const { level, name } = input
    const skillId = input.skillId ?? (await skillsByName(tx, [name])).get(name) ?? null
    if (skillId && (await tx.count(policy.namedSkills(), eq(skill.id, skillId))) === 0)
      throw new Invalid({ name: text(language)('unknownSkill') })
    if (input.id) {
      await tx.update(talentSkill, await ownRow(tx, actor, 'skill', input.id), { level })
      return alive(tx, subject, now)
    }
    const position = await placeFor(tx, actor, 'skill', language)
    await tx.insert(talentSkill, { profileId: subject.id, skillId, name: skillId ? '' : name, level, position })
    if (!skillId) await propose(tx, [name], actor.id, now)
    return alive(tx, subject, now)
  },
  refusals: { talent_skill_once: (language) => text(language)('skillTwice') },
})

/** The levels of all skills in one form; 0 says none. */
export const setLevels = action({
  name: 'talents.set-levels',
  about: profile,
  input: levelsInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now }) {
    for (const wanted of [0, 1, 2, 3, 4] as const) {
      const ids = Object.entries(input.levels).flatMap(([id, level]) => (level === wanted ? [id] : []))
      const level = wanted === 0 ? null : (wanted as SkillLevel)
      if (ids.length > 0)
        await tx.updateAll(policy.ownParts(actor, talentSkill), inArray(talentSkill.id, ids), { level })
    }
    return alive(tx, subject, now)
  },
})
