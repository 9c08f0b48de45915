import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { writer } from '../../../db/writer.ts'
import { system, visitor } from '../../../kernel/actor.ts'
import { makeReferenceSheets } from '../examples/reference.ts'
import { aSheet, exampleSkills, makeSheet, makeSkills } from '../examples.ts'
import { contentOf } from '../queries/contents.ts'
import { occupationList } from '../queries/list.ts'
import * as queries from '../queries/sheet.ts'
import { occupationSearch } from '../schema/search.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
import * as actions from './sheets.ts'

type Site = ReturnType<typeof site>
const staff = async (site: Site) => site.context(await site.actor('staff'), new Date('2027-03-31T10:00:00Z'))
const found = async (site: Site, q: string) =>
  (
    await occupationList(site.read, visitor, occupationSearch.parse({ q, origin: 'own', sectors: [], families: [] }))
  ).rows.map(({ slug }) => slug)
const prepared = async (site: Site) => {
  await makeSkills(site.context(system))
  return staff(site)
}

describe('a new sheet', () => {
  test('is a draft of its author, which visitors do not see', async ({ site }) => {
    const context = await prepared(site)
    const sheet = await actions.create(context, aSheet())
    expect(sheet).toMatchObject({ slug: 'animateur-3d', state: 'draft', versionNumber: 0, ownerId: context.actor.id })
    expect(await queries.sheetBySlug(site.read, visitor, 'animateur-3d')).toBeNull()
  })
  test('gets an address of its own when the title is taken, or is the name of a page', async ({ site }) => {
    const context = await prepared(site)
    await actions.create(context, aSheet())
    expect((await actions.create(context, aSheet())).slug).toBe('animateur-3d-2')
    const reference = aSheet({ title: { fr: { masculine: 'Reference', feminine: 'Reference' }, en: '' } })
    expect((await actions.create(context, reference)).slug).toBe('reference-2')
  })
  test('names what is wrong, field by field', async ({ site }) => {
    const wrong = aSheet({
      sectors: ['boulangerie'],
      rome: ['X1'],
      esco: 'http://example.org',
      skills: [{ skill: 'Magie', essential: true, level: 3 }],
    })
    await expect(actions.create(await prepared(site), wrong)).rejects.toMatchObject({
      status: 422,
      errors: {
        sectors: 'Cette filière n’existe pas.',
        rome: expect.stringContaining('L1510'),
        esco: expect.stringContaining('http://data.europa.eu/'),
        'skills.0.skill': expect.stringContaining('Aucune compétence'),
      },
    })
    await expect(actions.create(await prepared(site).catch(() => staff(site)), {})).rejects.toMatchObject({
      status: 422,
    })
  })
})

describe('a sheet that is published', () => {
  test('is read again that day, and keeps what it said as a version', async ({ site }) => {
    const context = await prepared(site)
    await actions.create(context, aSheet())
    const sheet = await actions.publish(context, { slug: 'animateur-3d' })
    expect(sheet).toMatchObject({ state: 'published', versionNumber: 1, reviewedOn: '2027-03-31' })
    const [version] = await queries.versionsOf(site.read, visitor, sheet.id)
    expect(version?.content).toEqual(await contentOf(site.read, visitor, sheet))
  })
  test('must be worth reading', async ({ site }) => {
    const context = await prepared(site)
    await actions.create(context, aSheet({ missions: { fr: [], en: [] } }))
    await expect(actions.publish(context, { slug: 'animateur-3d' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('trois missions'),
    })
  })
  test('is found by its titles and aliases, accents and small mistakes or not', async ({ site }) => {
    await prepared(site)
    await makeSheet(site.context(system))
    await makeSheet(site.context(system), {
      title: { fr: { masculine: 'Rédacteur', feminine: 'Rédactrice' }, en: 'Writer' },
      aliases: { fr: ['Plume'], en: [] },
    })
    for (const q of ['animatrice', 'animater', 'personnages', '3D animator', 'charcter'])
      expect(await found(site, q), q).toEqual(['animateur-3d'])
    for (const q of ['redacteur', 'REDACTRICE', 'plume', 'rédactuer'])
      expect(await found(site, q), q).toEqual(['redacteur'])
  })
  test('gets a version with each change, and none when nothing changes', async ({ site }) => {
    const context = await prepared(site)
    await makeSheet(site.context(system))
    const again = await actions.edit(context, { ...aSheet(), slug: 'animateur-3d' })
    expect(again.versionNumber).toBe(1)
    const changed = await actions.edit(context, { ...aSheet({ family: 'technical' }), slug: 'animateur-3d' })
    expect([changed.versionNumber, changed.slug]).toEqual([2, 'animateur-3d'])
    await expect(actions.edit(context, { ...aSheet({ sectors: [] }), slug: 'animateur-3d' })).rejects.toMatchObject({
      status: 409,
    })
  })
  test('goes back to draft, is archived, and is reviewed', async ({ site }) => {
    const context = await prepared(site)
    await makeSheet(site.context(system, new Date('2026-01-01T10:00:00Z')))
    expect((await actions.review(context, { slug: 'animateur-3d' })).reviewedOn).toBe('2027-03-31')
    expect((await actions.unpublish(context, { slug: 'animateur-3d' })).state).toBe('draft')
    await expect(actions.unpublish(context, { slug: 'animateur-3d' })).rejects.toMatchObject({ status: 409 })
    expect((await actions.archive(context, { slug: 'animateur-3d' })).state).toBe('archived')
    await expect(actions.archive(context, { slug: 'animateur-3d' })).rejects.toMatchObject({ status: 409 })
    expect((await actions.publish(context, { slug: 'animateur-3d' })).versionNumber).toBe(2)
    await expect(actions.publish(context, { slug: 'animateur-3d' })).rejects.toMatchObject({ status: 409 })
  })
})

describe('the doors', () => {
  test('of sheets are the team’s', async ({ site }) => {
    await makeSkills(site.context(system))
    await makeSheet(site.context(system))
    const context = site.context(await site.actor('representative'))
    await expect(actions.create(context, aSheet())).rejects.toMatchObject({ status: 403 })
    await expect(actions.archive(context, { slug: 'animateur-3d' })).rejects.toMatchObject({ status: 403 })
    await expect(actions.archive(context, { slug: 'nothing' })).rejects.toMatchObject({ status: 404 })
  })
  test('of a repertory’s sheets are shut for everybody', async ({ db, site }) => {
    await makeReferenceSheets(writer(db, () => {}))
    await expect(actions.archive(await staff(site), { slug: 'scripte-rome' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('what is near to a sheet', () => {
  const some = (from: number, to: number): SheetContent['skills'] =>
    exampleSkills.slice(from, to).map(({ label }) => ({ skill: label.fr, essential: true, level: 2 }))
  test('is what asks for the same skills, behaviours left aside', async ({ site }) => {
    await prepared(site)
    const one = await makeSheet(site.context(system))
    const named = (masculine: string, skills: SheetContent['skills']) =>
      makeSheet(site.context(system), { title: { fr: { masculine, feminine: masculine }, en: '' }, skills })
    await named('Modeleur', some(0, 5))
    await named('Patient', some(1, 6))
    const near = await queries.neighbours(site.read, one, await queries.skillLines(site.read, visitor, one.id))
    expect(near.map(({ masculine, shared }) => [masculine, shared])).toEqual([
      ['Modeleur', 4],
      ['Patient', 4],
    ])
  })
  test('are the reference sheets that it names, and the other way round', async ({ db, site }) => {
    await prepared(site)
    const own = await makeSheet(site.context(system))
    expect(await queries.linkedSheets(site.read, visitor, own)).toEqual([])
    await makeReferenceSheets(writer(db, () => {}))
    const [reference] = await queries.linkedSheets(site.read, visitor, own)
    expect(reference?.code).toBe('L1510')
    const sheet = await queries.sheetBySlug(site.read, visitor, reference?.slug ?? '')
    expect(sheet && (await queries.linkedSheets(site.read, visitor, sheet)).map(({ slug }) => slug)).toEqual([
      'animateur-3d',
    ])
  })
})
