import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { create } from './actions/organisation.ts'
import { anOrganisation, example } from './examples.ts'
import { organisationsFeature } from './routes.tsx'
import { kinds } from './schema/input.ts'

describe('the API', () => {
  test('pages through the directory by cursor', async ({ site }) => {
    for (const kind of kinds) await example(site.context(system), kind)
    const names: string[] = []
    let cursor = ''
    do {
      const { text } = await site.visit().get(`/api/v1/organisations?sort=name&limit=3&cursor=${cursor}`)
      const { items, next, total } = JSON.parse(text)
      expect(total).toBe(7)
      names.push(...items.map((item: { displayName: string }) => item.displayName))
      cursor = next ?? ''
    } while (cursor)
    expect(names).toHaveLength(7)
    expect(new Set(names).size).toBe(7)
    expect(names[0]).toBe('École des Images')
  })
  test('answers one organisation by its id or by its name in the address', async ({ site }) => {
    const { id, slug } = await example(site.context(system), 'company')
    for (const key of [id, slug]) {
      const { status, text } = await site.visit().get(`/api/v1/organisations/${key}`)
      expect(status).toBe(200)
      expect(JSON.parse(text)).toMatchObject({ id, siren: '732829320', url: `http://localhost/organisations/${slug}` })
    }
    expect((await site.visit().get('/api/v1/organisations/nobody')).status).toBe(404)
  })
  test('filters by several values', async ({ site }) => {
    for (const kind of kinds) await example(site.context(system), kind)
    const { text } = await site.visit().get('/api/v1/organisations?kind=school,cluster&place=69')
    expect(JSON.parse(text).total).toBe(2)
  })
  test('lets nobody write without a token', async ({ site }) => {
    const body = JSON.stringify(anOrganisation({ legalName: 'X' }))
    const answer = await site
      .visit()
      .send('/api/v1/organisations', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(403)
  })
  test('describes each of its doors, one method and path once', async ({ site }) => {
    const { text } = await site.visit().get('/api/openapi.json')
    const { paths } = JSON.parse(text)
    const doors = (organisationsFeature.api ?? []).map(({ method, path }) => `${method} ${path}`)
    expect(new Set(doors).size).toBe(doors.length)
    for (const { method, path } of organisationsFeature.api ?? [])
      expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method], `${method} ${path}`).toBeDefined()
  })
})

describe('what the application shows of organisations', () => {
  test('a door of the home page with the number, and the last arrivals', async ({ site }) => {
    await create(site.context(system), anOrganisation({ legalName: 'Dernière Arrivée' }))
    const { text } = await site.visit().get('/')
    expect(text).toContain('Dernière Arrivée')
    expect(text).toContain('Annuaire')
  })
  test('hits of the global search and addresses of the sitemap', async ({ site }) => {
    await example(site.context(system), 'school')
    expect((await site.visit().get('/search?q=ecole')).text).toContain('/organisations/ecole-des-images')
    expect((await site.visit().get('/sitemaps/1.xml')).text).toContain('/organisations/ecole-des-images')
  })
  test('every public page in both languages', async ({ site }) => {
    const { slug } = await example(site.context(system), 'company')
    for (const path of [
      '/organisations',
      '/organisations/map',
      '/organisations/region.geojson',
      `/organisations/${slug}`,
      `/organisations/${slug}/card.vcf`,
    ])
      for (const prefix of ['', '/en']) expect((await site.visit().get(prefix + path)).status, prefix + path).toBe(200)
  })
})
