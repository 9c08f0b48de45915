import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { edit } from '../organisations/actions/organisation.ts'
import { anOrganisation, example } from '../organisations/examples.ts'
import { byId } from '../organisations/queries/organisation.ts'
import { acceptRequest, join } from './actions/requests.ts'
import { exampleCast } from './examples.ts'

type Site = ReturnType<typeof site>
const company = (site: Site) => exampleCast(site.context(system), site.personOf)
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
    const row = await example(site.context(system), 'school')
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
