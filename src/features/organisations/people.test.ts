import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { edit } from './actions/organisation.ts'
import { acceptRequest, addPerson, changeRole, end, join } from './actions/people.ts'
import { saveSector } from './actions/sectors.ts'
import { anOrganisation, exampleCast } from './examples.ts'
import { byId } from './queries/organisation.ts'
import { currentAffiliations, myAffiliations, peopleOf } from './queries/people.ts'

type Site = ReturnType<typeof site>
async function company(site: Site) {
  const [representative, hr, employee] = [
    await site.personOf('representative'),
    await site.personOf('hr'),
    await site.personOf('employee'),
  ]
  return exampleCast(site.context(system), { representative, hr, employee })
}
const domains = async (site: Site, id: string, emailDomains: string[]) => {
  const one = await byId(site.read, system, id)
  await edit(site.context(system, new Date(Date.now() + 1000)), {
    ...anOrganisation({ legalName: 'Studio Bleu SARL' }),
    siren: one?.siren,
    id,
    emailDomains,
  })
}

describe('who asks to join', () => {
  test('waits for a representative, who gets a mail and answers on the page', async ({ site }) => {
    const { slug } = await company(site)
    const person = await site.as('person')
    const asked = await person.post(`/organisations/${slug}/join`, { role: 'employee', message: 'Je commence lundi.' })
    expect(asked.location).toBe('/organisations/mine')
    expect((await person.get('/organisations/mine')).text).toContain('Demandes en attente')
    const [mail] = (await site.mails()).slice(-1)
    expect(mail).toMatchObject({ recipient: 'representative@example.org' })
    expect(mail?.text).toContain('Je commence lundi.')
    const representative = await site.as('representative')
    const page = await representative.get(`/organisations/${slug}/people`)
    const [, path = ''] = /action="(\/organisations\/requests\/[\w-]+\/accept)"/.exec(page.text) ?? []
    expect((await representative.post(path)).status).toBe(303)
    expect((await site.actor('person')).affiliations).toHaveLength(1)
    expect((await representative.post(path)).status).toBe(409)
  })
  test('asks the team where nobody represents the organisation', async ({ site }) => {
    await site.personOf('staff')
    const row = await (await import('./examples.ts')).example(site.context(system), 'school')
    await join(site.context(await site.actor('person')), { id: row.id })
    expect((await site.mails()).at(-1)?.recipient).toBe('staff@example.org')
  })
  test('is one of its people at once when a confirmed address is at its own domain', async ({ site }) => {
    const { id } = await company(site)
    await domains(site, id, ['example.org'])
    const { state } = await join(site.context(await site.actor('person')), { id })
    expect(state).toBe('accepted')
    expect((await site.actor('person')).affiliations).toEqual([{ organisationId: id, role: 'employee' }])
  })
  test('never becomes a representative by an address alone', async ({ site }) => {
    const { id } = await company(site)
    await domains(site, id, ['example.org'])
    const { state } = await join(site.context(await site.actor('person')), { id, role: 'representative' })
    expect(state).toBe('waiting')
  })
  test('does so once', async ({ site }) => {
    const { id } = await company(site)
    const context = site.context(await site.actor('person'))
    await join(context, { id })
    await expect(join(context, { id })).rejects.toThrow('déjà en attente')
  })
  test('may withdraw', async ({ site }) => {
    const { slug } = await company(site)
    const person = await site.as('person')
    await person.post(`/organisations/${slug}/join`, { role: 'employee' })
    const [, path = ''] =
      /action="(\/organisations\/requests\/[\w-]+\/withdraw)"/.exec((await person.get('/organisations/mine')).text) ??
      []
    expect((await person.post(path)).status).toBe(303)
    expect((await person.get('/organisations/mine')).text).not.toContain('Demandes en attente')
  })
  test('cannot answer the request', async ({ site }) => {
    const { id } = await company(site)
    const person = site.context(await site.actor('person'))
    const request = await join(person, { id })
    await expect(acceptRequest(person, { id: request.id })).rejects.toMatchObject({ status: 403 })
    await expect(acceptRequest(site.context(await site.actor('reviewer')), { id: request.id })).rejects.toMatchObject({
      status: 404,
    })
  })
})

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

describe('the sectors', () => {
  test('are kept by the team; a retired one is no longer offered but stays on records', async ({ site }) => {
    const staff = await site.as('staff')
    const added = await staff.post('/organisations/sectors/new', {
      'label.fr': 'Son',
      'label.en': 'Sound',
      colour: 'plum',
      position: '60',
    })
    expect(added.status).toBe(303)
    expect((await site.visit().get('/organisations')).text).toContain('value="sound"')
    const twice = await staff.post('/organisations/sectors/new', {
      'label.fr': 'Son',
      'label.en': 'Sound',
      colour: 'plum',
      position: '60',
    })
    expect(twice.text).toContain('Un secteur porte déjà ce nom')
    const page = await staff.get('/organisations/sectors')
    const paths = [...page.text.matchAll(/action="(\/organisations\/sectors\/[\w-]+\/retire)"/g)].map(
      ([, path]) => path as string,
    )
    await staff.post(paths.at(-1) as string)
    expect((await site.visit().get('/organisations')).text).not.toContain('value="sound"')
  })
  test('are nobody else’s to change', async ({ site }) => {
    const context = site.context(await site.actor('representative'))
    const values = { label: { fr: 'Son', en: 'Sound' } }
    await expect(saveSector(context, values)).rejects.toMatchObject({ status: 403 })
    expect((await site.visit().get('/organisations/sectors')).status).toBe(403)
  })
})
