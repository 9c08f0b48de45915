import { describe, expect, test } from 'vitest'
import { type Actor, system, visitor } from '../../kernel/actor.ts'
import * as policy from './policy.ts'

const account = (id: string, change: Partial<Actor> = {}): Actor => ({ ...visitor, kind: 'account', id, ...change })
const at = (id: string, organisationId: string, role: 'representative' | 'hr' | 'employee') =>
  account(id, { affiliations: [{ organisationId, role }] })

const cast = {
  visitor,
  person: account('person'),
  reviewer: account('reviewer', { role: 'reviewer' }),
  elsewhere: at('elsewhere', 'other', 'representative'),
  employee: at('employee', 'company', 'employee'),
  hr: at('hr', 'company', 'hr'),
  representative: at('representative', 'company', 'representative'),
  staff: account('staff', { role: 'staff' }),
  administrator: account('administrator', { role: 'administrator' }),
  system,
}
const company = { id: 'company', state: 'published' }
const team = ['staff', 'administrator', 'system']
const own = ['representative', ...team]

const doors: readonly [string, (actor: Actor) => boolean, readonly string[]][] = [
  ['adds an organisation', policy.create, team],
  [
    'proposes one, which needs somebody to answer to',
    policy.propose,
    Object.keys(cast).filter((name) => name !== 'visitor' && name !== 'system'),
  ],
  ['edits it', (actor) => policy.edit(actor, company), own],
  ['changes its logo', (actor) => policy.manageLogo(actor, company), own],
  ['reads its history', (actor) => policy.seeHistory(actor, company), own],
  ['decides on a proposal', (actor) => policy.decideProposal(actor, company), team],
  ['archives and restores it', (actor) => policy.archive(actor, company), team],
  ['merges two', policy.merge, team],
  ['keeps the sectors', policy.staffOnly, team],
]

describe('who', () => {
  test.each(doors)('%s', (_, rule, allowed) => {
    const passed = Object.entries(cast).flatMap(([name, actor]) => (rule(actor) ? [name] : []))
    expect(passed).toEqual(allowed)
  })
})
