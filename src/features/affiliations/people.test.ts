import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { edit } from '../organisations/actions/organisation.ts'
import { anOrganisation } from '../organisations/examples.ts'
import { byId } from '../organisations/queries/organisation.ts'
import { addPerson, changeRole, end } from './actions/affiliations.ts'
import { exampleCast } from './examples.ts'
import { currentAffiliations, myAffiliations, peopleOf } from './queries/people.ts'

type Site = ReturnType<typeof site>
const company = (site: Site) => exampleCast(site.context(system), site.personOf)
const _domains = async (site: Site, id: string, emailDomains: string[]) => {
  const one = await byId(site.read, system, id)
  await edit(site.context(system, new Date(Date.now() + 1000)), {
    ...anOrganisation({ legalName: 'Studio Bleu SARL' }),
    siren: one?.siren,
    id,
    emailDomains,
  })
}

describe('a representative', () => {
  test('sees and manages the people of the organisation, others do not see them', async ({ site }) => {
    const { id, slug } = await company(site)
    expect(await peopleOf(site.read, await site.actor('representative'), id)).toHaveLength(3)
    expect(await peopleOf(site.read, await site.actor('person'), id)).toHaveLength(0)
    expect((await (await site.as('employee')).get(`/organisations/${slug}/people`)).status).toBe(403)
    expect((await site.visit().get(`/organisations/${slug}/people`)).status).toBe(403)
  })
  test('adds somebody by the address of their account', async ({ site }) => {
    const { slug } = await company(site)
    await site.personOf('person')
    const representative = await site.as('representative')
    const wrong = await representative.post(`/organisations/${slug}/people`, { email: 'no@body.example', role: 'hr' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Personne n’a de compte')
    const right = await representative.post(`/organisations/${slug}/people`, {
      email: 'Person@example.org',
      role: 'hr',
    })
    expect(right.status).toBe(303)
    expect((await site.actor('person')).affiliations[0]?.role).toBe('hr')
    expect((await site.mails()).at(-1)).toMatchObject({ recipient: 'person@example.org' })
  })
  test('does not leave the organisation without one', async ({ site }) => {
    await company(site)
    const actor = await site.actor('representative')
    const [own] = await myAffiliations(site.read, actor)
    await expect(end(site.context(actor), { id: own?.id })).rejects.toThrow('dernière personne')
    await expect(changeRole(site.context(actor), { id: own?.id, role: 'hr' })).rejects.toThrow('dernière personne')
    await end(site.context(await site.actor('staff')), { id: own?.id })
    expect((await site.actor('representative')).affiliations).toEqual([])
  })
  test('gives another role from today on, and the former one stays on record', async ({ site }) => {
    const { id } = await company(site)
    const actor = await site.actor('representative')
    const people = await peopleOf(site.read, actor, id)
    const employee = people.find((one) => one.role === 'employee')
    await changeRole(site.context(actor), { id: employee?.id, role: 'hr' })
    const today = dayOf(new Date())
    const held = (await peopleOf(site.read, actor, id)).filter((one) => one.userId === employee?.userId)
    expect(held.map((one) => [one.role, one.startsOn, one.endsOn])).toEqual([
      ['hr', today, null],
      ['employee', '2006-03-01', addDays(today, -1)],
    ])
  })
})

describe('an affiliation', () => {
  test('makes a member only from its first day to its last', async ({ site }) => {
    const { id } = await company(site)
    const person = await site.personOf('person')
    await addPerson(site.context(system), {
      id,
      email: person.email,
      role: 'hr',
      startsOn: '2010-01-01',
      endsOn: '2010-12-31',
    })
    const on = async (day: string) => (await currentAffiliations(site.read, person.id, day)).length
    expect([await on('2009-12-31'), await on('2010-01-01'), await on('2010-12-31'), await on('2011-01-01')]).toEqual([
      0, 1, 1, 0,
    ])
  })
  test('ends when the person leaves', async ({ site }) => {
    await company(site)
    const employee = await site.as('employee')
    const [own] = await myAffiliations(site.read, await site.actor('employee'))
    expect((await employee.get(`/organisations/people/${own?.id}/end`)).text).toContain('Quitter Studio Bleu')
    expect((await employee.post(`/organisations/people/${own?.id}/end`)).location).toBe('/organisations/mine')
    expect((await site.actor('employee')).affiliations).toEqual([])
  })
  test('cannot end before it began', async ({ site }) => {
    await company(site)
    const actor = await site.actor('employee')
    const [own] = await myAffiliations(site.read, actor)
    await expect(end(site.context(actor), { id: own?.id, endsOn: '2001-01-01' })).rejects.toMatchObject({ status: 422 })
  })
})
