import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { user } from '../../accounts/tables.ts'
import { skill } from '../../occupations/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { card, experience, profile, talentSkill } from '../tables.ts'
import { renewCards } from './renew.ts'

const following = { about: profile, input: z.object({}), load: nothing, allow: policy.tend } as const
const unique = (ids: readonly string[]) => [...new Set(ids)]

/** Somebody has changed their name: their cards say the new one. */
export const followNames = action({
  ...following,
  name: 'talents.follow-names',
  async run({ tx }) {
    const stale = await tx
      .select({ id: card.profileId })
      .from(policy.everyCard())
      .innerJoin(policy.everyProfile(), eq(profile.id, card.profileId))
      .innerJoin(policy.namesOfProfiles(), eq(user.id, profile.userId))
      .where(sql`${card.face}->>'name' is not null and ${card.face}->>'name' <> ${user.name}`)
    await renewCards(tx, unique(stale.map(({ id }) => id)))
    return {}
  },
})

/** A skill was merged into another: who had the one has the other. */
export const followSkills = action({
  ...following,
  name: 'talents.follow-skills',
  async run({ tx }) {
    const stale = await tx
      .select({ id: talentSkill.id, profileId: talentSkill.profileId, into: sql<string>`${skill.mergedInto}` })
      .from(policy.skillRows())
      .innerJoin(
        policy.namedSkills(),
        and(eq(skill.id, talentSkill.skillId), sql`${skill.mergedInto} is not null`) ?? sql`false`,
      )
    for (const { id, profileId, into } of stale) {
      const has = and(eq(talentSkill.profileId, profileId), eq(talentSkill.skillId, into))
      if ((await tx.count(policy.skillRows(), has)) > 0) await tx.remove(talentSkill, { id })
      else await tx.update(talentSkill, { id }, { skillId: into })
    }
    await renewCards(tx, unique(stale.map(({ profileId }) => profileId)))
    return {}
  },
})

/** An organisation was merged into another: it stays blocked, chosen or named under its new entry. */
export const followOrganisations = action({
  ...following,
  name: 'talents.follow-organisations',
  async run({ tx }) {
    const merged = await tx
      .select({ id: organisation.id, into: sql<string>`${organisation.mergedInto}` })
      .from(narrow(policy.namedOrganisations(), sql`${organisation.mergedInto} is not null`))
    const touched: string[] = []
    for (const { id, into } of merged) touched.push(...(await moveOne(tx, id, into)))
    await renewCards(tx, unique(touched))
    return {}
  },
})
async function moveOne(tx: Tx, from: string, into: string): Promise<string[]> {
  const listed = sql`(${profile.blockedOrganisations} || ${profile.chosenOrganisations}) @> array[${from}]::uuid[]`
  const worked = await tx.rows(policy.everyExperience(), { where: eq(experience.organisationId, from) })
  const rows = await tx.rows(policy.everyProfile(), { where: listed })
  const swapped = (ids: readonly string[]) => unique(ids.map((id) => (id === from ? into : id)))
  for (const row of rows)
    await tx.update(profile, row, {
      blockedOrganisations: swapped(row.blockedOrganisations),
      chosenOrganisations: swapped(row.chosenOrganisations),
    })
  await tx.updateAll(policy.everyExperience(), eq(experience.organisationId, from), { organisationId: into })
  return [...rows.map(({ id }) => id), ...worked.map(({ profileId }) => profileId)]
}
