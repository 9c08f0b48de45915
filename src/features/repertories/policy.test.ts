import { expect, test } from 'vitest'
import { type Actor, system, visitor } from '../../kernel/actor.ts'
import * as policy from './policy.ts'

const account = (role: Actor['role'], change: Partial<Actor> = {}): Actor => ({
  ...visitor,
  kind: 'account',
  id: role,
  role,
  ...change,
})
const cast = {
  visitor,
  person: account('person'),
  member: account('person', { affiliations: [{ organisationId: 'o', role: 'representative' }] }),
  reviewer: account('reviewer'),
  staff: account('staff'),
  administrator: account('administrator'),
  system,
}
const who = (rule: (actor: Actor) => boolean) =>
  Object.entries(cast).flatMap(([name, actor]) => (rule(actor) ? [name] : []))
const team = ['staff', 'administrator', 'system']

test('the team runs imports, and nobody else does', () => {
  expect(who(policy.runImports)).toEqual(team)
})
