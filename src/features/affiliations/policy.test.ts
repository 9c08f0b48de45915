import { describe, expect, test } from 'vitest'
import { type Actor, system, visitor } from '../../kernel/actor.ts'
import * as policy from './policy.ts'

const account = (id: string, change: Partial<Actor> = {}): Actor => ({ ...visitor, kind: 'account', id, ...change })
const at = (id: string, organisationId: string, role: 'representative' | 'hr' | 'employee') =>
  account(id, { affiliations: [{ organisationId, role }] })

const cast = {
  visitor,
  person: account('person'),
  elsewhere: at('elsewhere', 'other', 'representative'),
  employee: at('employee', 'company', 'employee'),
  hr: at('hr', 'company', 'hr'),
  representative: at('representative', 'company', 'representative'),
  staff: account('staff', { role: 'staff' }),
  administrator: account('administrator', { role: 'administrator' }),
  system,
}
const company = { id: 'company' }
const own = { organisationId: 'company', userId: 'employee' }
const team = ['staff', 'administrator', 'system']

const doors: readonly [string, (actor: Actor) => boolean, readonly string[]][] = [
  ['sees and adds people', (actor) => policy.managePeople(actor, company), ['representative', ...team]],
  [
    'asks to join',
    (actor) => policy.join(actor, company),
    ['person', 'elsewhere', 'employee', 'hr', 'staff', 'administrator'],
  ],
  ['changes a role', (actor) => policy.changeAffiliation(actor, own), ['representative', ...team]],
  ['ends an affiliation', (actor) => policy.endAffiliation(actor, own), ['employee', 'representative', ...team]],
  ['answers a request', (actor) => policy.answerRequest(actor, own), ['representative', ...team]],
  ['withdraws a request', (actor) => policy.withdrawRequest(actor, own), ['employee']],
  ['leaves without a representative', policy.leaveWithoutRepresentative, team],
  ['follows merges', policy.followMerges, team],
]

describe('who', () => {
  test.each(doors)('%s', (_, rule, allowed) => {
    const passed = Object.entries(cast).flatMap(([name, actor]) => (rule(actor) ? [name] : []))
    expect(passed).toEqual(allowed)
  })
})
