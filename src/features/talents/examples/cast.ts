import type { Context } from '../../../db/context.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import type { Cast } from '../../accounts/examples.ts'
import { makeSheet, makeSkills } from '../../occupations/examples.ts'
import { exampleCast } from '../../organisations/examples.ts'

type Site = {
  readonly personOf: (name: Cast) => Promise<{ readonly id: string; readonly email: string }>
  readonly actor: (name: Cast) => Promise<Actor>
  readonly context: (actor: Actor, now?: Date) => Context
}
/** The cast in a company, a sheet with its skills, and a way to act as each of them. */
export async function makeCast(site: Site) {
  const bySystem = site.context(system)
  const [representative, hr, employee] = await Promise.all(
    (['representative', 'hr', 'employee'] as const).map((name) => site.personOf(name)),
  )
  if (!representative || !hr || !employee) throw new Error('the cast is not whole')
  const company = await exampleCast(bySystem, { representative, hr, employee })
  await makeSkills(bySystem)
  const sheet = await makeSheet(bySystem)
  return { company, sheet, by: async (name: Cast, now?: Date) => site.context(await site.actor(name), now) }
}
