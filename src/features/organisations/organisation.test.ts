import sharp from 'sharp'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { affiliationRoles, system } from '../../kernel/actor.ts'
import { archive, create, edit, propose, publish, refuse, restore } from './actions/organisation.ts'
import { anOrganisation, example } from './examples.ts'
import { byId, history } from './queries/organisation.ts'

type Site = ReturnType<typeof site>
const one = (site: Site, name: string, more: object = {}) =>
  create(site.context(system), anOrganisation({ legalName: name, ...more }))
async function company(site: Site) {
  const row = await example(site.context(system), 'company')
  for (const name of affiliationRoles) await site.belongs(name, row.id)
  return row
}
const fields = {
  kind: 'company',
  legalName: 'Atelier Neuf SAS',
  'summary.fr': 'Un atelier.',
  'establishments.0.city': 'Annecy',
  'establishments.0.postcode': '74000',
}

describe('a new organisation', () => {
  test('gets an address from its name, and knows its departments', async ({ site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post('/organisations/new', fields)
    expect(answer.location).toBe('/organisations/atelier-neuf-sas')
    const page = await staff.get(answer.location ?? '')
    expect(page.text).toContain('Haute-Savoie')
  })
  test('never takes an address that the product needs', async ({ site }) => {
    expect((await one(site, 'Mine')).slug).toBe('mine-1')
    expect((await one(site, 'Imports')).slug).toBe('imports-1')
  })
  test('of the same name gets another address', async ({ site }) => {
    await one(site, 'Studio Double')
    expect((await one(site, 'Studio Double')).slug).toBe('studio-double-2')
  })
  test('comes back with a sentence for each mistake and what was typed', async ({ site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post('/organisations/new', {
      ...fields,
      siren: '123456789',
      website: 'not a site',
      foundedYear: '2099',
      'summary.fr': '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Ce numéro n’est pas un SIREN')
    expect(answer.text).toContain('Atelier Neuf SAS')
  })
  test('may not be founded in a year to come, nor count people twice', async ({ site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post('/organisations/new', {
      ...fields,
      foundedYear: '2099',
      sectors: 'bakery',
      'headCounts.0.year': '2020',
      'headCounts.0.people': '3',
      'headCounts.1.year': '2020',
      'headCounts.1.people': '4',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’est pas encore arrivée')
    expect(answer.text).toContain('donné deux fois')
    expect(answer.text).toContain('ne fait pas partie de la liste')
  })
  test('is for the team', async ({ site }) => {
    expect((await (await site.as('representative')).post('/organisations/new', fields)).status).toBe(403)
    expect((await site.visit().get('/organisations/new')).status).toBe(403)
  })
})

describe('a likely duplicate', () => {
  test('stops the first attempt, is shown with a link, and may be put in all the same', async ({ site }) => {
    await one(site, 'Studio Plume d’Ombre')
    const staff = await site.as('staff')
    const again = { ...fields, legalName: 'Studio Plume Dombre SARL' }
    const first = await staff.post('/organisations/new', again)
    expect(first.status).toBe(409)
    expect(first.text).toContain('/organisations/studio-plume-d-ombre')
    expect(first.text).toContain('value="yes"')
    expect((await staff.post('/organisations/new', { ...again, anyway: 'yes' })).status).toBe(303)
  })
  test('with the same SIREN is refused whatever is said', async ({ site }) => {
    await one(site, 'Studio Bleu', { siren: '732829320' })
    const staff = await site.as('staff')
    const answer = await staff.post('/organisations/new', { ...fields, siren: '732 829 320', anyway: 'yes' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('le numéro officiel est le même')
    expect(answer.text).not.toContain('value="yes"')
  })
  test('is recognised by its web site, but not by a mail provider of everybody', async ({ site }) => {
    await one(site, 'Alpha', { website: 'https://www.alpha-studio.example/contact', email: 'alpha@gmail.com' })
    const staff = await site.as('staff')
    const bySite = await staff.post('/organisations/new', { ...fields, website: 'alpha-studio.example' })
    expect(bySite.text).toContain('même site')
    expect((await staff.post('/organisations/new', { ...fields, email: 'neuf@gmail.com' })).status).toBe(303)
  })
})

describe('hidden fields', () => {
  const secret = { email: 'secret@alpha.example', phone: '+33 4 00 00 00 42' }
  const hidden = {
    ...secret,
    legalName: 'Alpha',
    visibility: { email: 'members', phone: 'staff', headCounts: 'members' },
    headCounts: [{ year: 2020, people: 4321 }],
  }
  const paths = [
    '/organisations/alpha',
    '/en/organisations/alpha',
    '/organisations/alpha/card.vcf',
    '/organisations/export.csv',
    '/organisations?q=secret',
    '/organisations?q=alpha',
    '/organisations/points.geojson',
    '/search?q=alpha',
    '/api/v1/organisations/alpha',
    '/api/v1/organisations?q=alpha',
  ]
  test('leak nowhere', async ({ site }) => {
    await create(site.context(system), anOrganisation(hidden))
    for (const browser of [site.visit(), await site.as('person')])
      for (const path of paths) {
        const { text } = await browser.get(path)
        expect(text, path).not.toContain(secret.email)
        expect(text.replace(/\D/g, ''), path).not.toContain('33400000042')
        expect(text, path).not.toMatch(/4.?321/)
      }
  })
  test('are seen by those they are for', async ({ site }) => {
    const row = await create(site.context(system), anOrganisation(hidden))
    await company(site)
    const seen = async (name: 'employee' | 'staff') => {
      const found = await byId(site.read, await site.actor(name), row.id)
      return [found?.email, found?.phone, found?.headCounts.length]
    }
    expect(await seen('employee')).toEqual([secret.email, null, 1])
    expect(await seen('staff')).toEqual([secret.email, secret.phone, 1])
  })
})

describe('editing', () => {
  test('keeps what the form shows and what it did not change', async ({ site }) => {
    const { id, slug } = await company(site)
    const representative = await site.as('representative')
    const before = await byId(site.read, system, id)
    const form = await representative.get(`/organisations/${slug}/edit`)
    expect(form.text).toContain(before?.establishments[0]?.id)
    const answer = await representative.post(`/organisations/${slug}/edit`, {
      ...fields,
      legalName: 'Studio Bleu SARL',
      displayName: 'Studio Bleu Nuit',
      siren: '732829320',
      'establishments.0.id': before?.establishments[0]?.id ?? '',
    })
    expect(answer.status).toBe(303)
    const after = await byId(site.read, system, id)
    expect(after?.displayName).toBe('Studio Bleu Nuit')
    expect(after?.slug).toBe(slug)
    expect(after?.establishments.map((place) => place.id)).toEqual(before?.establishments.map((place) => place.id))
  })
  test('does not write over what somebody else has changed meanwhile', async ({ site }) => {
    const { id, changedAt } = await company(site)
    const values = anOrganisation({ legalName: 'Autre nom' })
    const later = (seconds: number) => site.context(system, new Date(changedAt.getTime() + seconds * 1000))
    await edit(later(5), { ...values, id, seen: changedAt.toISOString() })
    await expect(edit(later(9), { ...values, id, seen: changedAt.toISOString() })).rejects.toThrow('quelqu’un d’autre')
  })
  test('is for representatives and the team; others do not even see the form', async ({ site }) => {
    const { slug } = await company(site)
    for (const [name, status] of [
      ['visitor', 403],
      ['employee', 403],
      ['representative', 200],
      ['staff', 200],
    ] as const)
      expect((await (await site.as(name)).get(`/organisations/${slug}/edit`)).status, name).toBe(status)
  })
  test('leaves a history that says who, what and which values, but no addresses', async ({ site }) => {
    const { id } = await company(site)
    const actor = await site.actor('representative')
    const later = new Date(Date.now() + 60_000)
    await edit(site.context(actor, later), {
      ...anOrganisation({ legalName: 'Nouveau nom' }),
      id,
      email: 'new@secret.example',
    })
    const [last] = await history(site.read, actor, id)
    expect(last?.actorName).toBe(actor.name)
    expect(last?.changes.legalName).toEqual(['Studio Bleu SARL', 'Nouveau nom'])
    expect(JSON.stringify(last)).not.toContain('secret')
    expect(await history(site.read, await site.actor('employee'), id)).toEqual([])
  })
})

describe('a proposal', () => {
  test('is seen by who made it and by the team until it is published; the team and they get mails', async ({
    site,
  }) => {
    await site.personOf('staff')
    const actor = await site.actor('person')
    const { id, slug } = await propose(site.context(actor), anOrganisation({ legalName: 'Jeune Pousse' }))
    expect((await site.visit().get(`/organisations/${slug}`)).status).toBe(404)
    expect((await (await site.as('person')).get(`/organisations/${slug}`)).status).toBe(200)
    expect((await (await site.as('staff')).get('/organisations/proposals')).text).toContain('Jeune Pousse')
    await publish(site.context(await site.actor('staff')), { id })
    expect((await site.visit().get(`/organisations/${slug}`)).status).toBe(200)
    const mails = await site.mails()
    expect(mails.map((mail) => mail.recipient)).toContain('staff@example.org')
    expect(mails.at(-1)).toMatchObject({ recipient: 'person@example.org', subject: 'Jeune Pousse est dans l’annuaire' })
  })
  test('can be refused with a reason, once', async ({ site }) => {
    const actor = await site.actor('person')
    const { id } = await propose(site.context(actor), anOrganisation({ legalName: 'Boulangerie' }))
    const staff = site.context(await site.actor('staff'))
    await refuse(staff, { id, reason: 'Hors du champ des industries de l’image.' })
    expect((await site.mails()).at(-1)?.text).toContain('Hors du champ')
    await expect(publish(staff, { id })).rejects.toThrow('L’état de cette fiche')
  })
  test('cannot be made by a visitor', async ({ site }) => {
    const answer = await site.visit().post('/organisations/propose', fields)
    expect(answer.status).toBe(403)
    expect((await site.visit().get('/organisations/propose')).status).toBe(303)
  })
})

test('an archived organisation is hidden from visitors, kept for its people, and can come back', async ({ site }) => {
  const { id, slug } = await company(site)
  await archive(site.context(system), { id, reason: 'Cessation d’activité' })
  expect((await site.visit().get(`/organisations/${slug}`)).status).toBe(404)
  expect((await (await site.as('employee')).get(`/organisations/${slug}`)).text).toContain('Cette fiche est archivée')
  await restore(site.context(system), { id })
  expect((await site.visit().get(`/organisations/${slug}`)).status).toBe(200)
})

describe('a logo', () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 4, background: '#3b2f8f' } }).withExif({ IFD0: { Artist: 'Somebody' } })
  test('is drawn again as WebP of at most 512 pixels, without what it said about its maker, and is kept by browsers', async ({
    site,
  }) => {
    const { slug } = await company(site)
    const representative = await site.as('representative')
    const file = new File([new Uint8Array(await png(900, 300).png().toBuffer())], 'logo.png')
    expect((await representative.post(`/organisations/${slug}/logo/edit`, { file })).status).toBe(303)
    const response = await site.app.request(`http://localhost/organisations/${slug}/logo`)
    const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect(picture).toMatchObject({ format: 'webp', width: 512, height: 171 })
    expect(picture.exif).toBeUndefined()
    const etag = response.headers.get('etag') ?? ''
    const again = await site.visit().get(`/organisations/${slug}/logo`, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    const page = await site.visit().get(`/organisations/${slug}`)
    const address = /\/organisations\/[\w-]+\/logo\?v=\w+/.exec(page.text)?.[0] ?? ''
    expect((await site.visit().get(address)).headers.get('cache-control')).toContain('immutable')
  })
  test('must be a picture, whatever its name says', async ({ site }) => {
    const { slug } = await company(site)
    const representative = await site.as('representative')
    for (const content of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '#!/bin/sh', '\x89PNG\r\n\x1a\n']) {
      const file = new File([content], 'logo.png', { type: 'image/png' })
      const answer = await representative.post(`/organisations/${slug}/logo/edit`, { file })
      expect(answer.status, content).toBe(422)
    }
  })
})

test('the page says what it is to machines, and nothing can break out of that', async ({ site }) => {
  const row = await one(site, 'Image </script><script>alert(1)</script>', { website: 'https://image.example' })
  const { text } = await site.visit().get(`/organisations/${row.slug}`)
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
  expect(JSON.parse(json)).toMatchObject({
    '@type': ['Organization'],
    name: row.displayName,
    sameAs: 'https://image.example',
  })
  expect(text).not.toContain('<script>alert')
})
test('a contact card follows RFC 6350', async ({ site }) => {
  const row = await one(site, 'Virgule, Point; et Barre\\', {
    phone: '+33 4 65 71 12 34',
    summary: { fr: 'é'.repeat(120) },
  })
  const { text, headers } = await site.visit().get(`/organisations/${row.slug}/card.vcf`)
  expect(headers.get('content-type')).toContain('text/vcard')
  expect(text).toContain('FN:Virgule\\, Point\\; et Barre\\\\\r\n')
  expect(text).toContain('TEL;TYPE=work;VALUE=uri:tel:+33465711234\r\n')
  expect(text.startsWith('BEGIN:VCARD\r\nVERSION:4.0\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replace(/\r\n /g, '')).toContain('é'.repeat(120))
})
test('one of each kind has a page', async ({ site }) => {
  for (const kind of ['school', 'funder', 'site-operator'] as const) {
    const { slug } = await example(site.context(system), kind)
    expect((await site.visit().get(`/en/organisations/${slug}`)).status).toBe(200)
  }
})
