import type { Context } from '../../../db/context.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import type { Cast } from '../../accounts/examples.ts'
import { exampleCast } from '../../affiliations/examples.ts'
import { makeSheet, makeSkills } from '../../occupations/examples.ts'

type Site = {
  readonly personOf: (name: Cast) => Promise<{ readonly id: string; readonly email: string }>
  readonly actor: (name: Cast) => Promise<Actor>
  readonly context: (actor: Actor, now?: Date) => Context
}
/** The cast in a company, a sheet with its skills, and a way to act as each of them. */
export async function makeCast(site: Site) {
  const bySystem = site.context(system)
  const company = await exampleCast(bySystem, (role) => site.personOf(role))
  await makeSkills(bySystem)
  const sheet = await makeSheet(bySystem)
  return { company, sheet, by: async (name: Cast, now?: Date) => site.context(await site.actor(name), now) }
}
