import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import { writer } from '../../../db/writer.ts'
import { system, visitor } from '../../../kernel/actor.ts'
import { makeReferenceSheets } from '../examples/reference.ts'
import { makeSheet, makeSkills } from '../examples.ts'
import { sheetBySlug, skillLines } from '../queries/sheet.ts'
import * as queries from '../queries/skills.ts'
import { skillSearch } from '../schema/search.ts'
import { createSkill, editSkill, mergeSkill } from './skills.ts'

type Site = ReturnType<typeof site>
const staff = async (site: Site) => site.context(await site.actor('staff'))
const list = (site: Site, q = '') =>
  queries.skillList(site.read, visitor, skillSearch.parse({ q, origin: 'own', kinds: [] }))
const skill = (fr: string, broader = '') => ({ kind: 'tool', label: { fr }, broader })

describe('a skill', () => {
  test('is found by its name and its other words', async ({ site }) => {
    await createSkill(await staff(site), {
      ...skill('Blender'),
      aliases: { fr: 'logiciel libre\n\nlogiciel libre', en: '' },
    })
    for (const q of ['blender', 'blendr', 'logiciel']) expect((await list(site, q)).total, q).toBe(1)
  })
  test('stands below another one, and never in a circle', async ({ site }) => {
    const context = await staff(site)
    const image = await createSkill(context, skill('Image'))
    await createSkill(context, skill('Image 3D', 'image'))
    const blender = await createSkill(context, skill('Blender', 'Image 3D'))
    expect((await queries.broaderOf(site.read, visitor, blender.id)).map(({ slug }) => slug)).toEqual(['image-3d'])
    expect((await queries.narrowerOf(site.read, visitor, image.id)).map(({ slug }) => slug)).toEqual(['image-3d'])
    const circle = editSkill(context, { ...skill('Image', 'Blender'), slug: 'image' })
    await expect(circle).rejects.toMatchObject({
      errors: { broader: '« Blender » est déjà une partie de « Image » : l’inverse ferait un cercle.' },
    })
    await expect(editSkill(context, { ...skill('Image', 'Image'), slug: 'image' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(createSkill(context, skill('Maya', 'Rien'))).rejects.toMatchObject({
      errors: { broader: 'Aucune compétence ne porte ce nom.' },
    })
  })
  test('counts the published sheets that ask for it', async ({ site }) => {
    await makeSkills(site.context(system))
    await makeSheet(site.context(system))
    const { rows } = await list(site, 'blender')
    expect(rows[0]?.uses).toBe(1)
    expect((await queries.usesOf(site.read, visitor, rows[0]?.id ?? '')).map(({ slug }) => slug)).toEqual([
      'animateur-3d',
    ])
  })
})

describe('two skills that are merged', () => {
  test('are one: sheets, words and the old address go over', async ({ site }) => {
    await makeSkills(site.context(system))
    const sheet = await makeSheet(site.context(system))
    const context = await staff(site)
    await createSkill(context, skill('Blender 3D'))
    await createSkill(context, skill('Sculpture Blender', 'blender'))
    const kept = await mergeSkill(context, { slug: 'blender', into: 'Blender 3D' })
    expect([kept.slug, kept.aliases.fr]).toEqual(['blender-3d', ['Blender']])
    expect(await queries.mergedSlug(site.read, visitor, 'blender')).toBe('blender-3d')
    expect(await queries.skillBySlug(site.read, visitor, 'blender')).toBeNull()
    expect((await skillLines(site.read, visitor, sheet.id)).map(({ slug }) => slug)).toContain('blender-3d')
    expect((await queries.narrowerOf(site.read, visitor, kept.id)).map(({ slug }) => slug)).toEqual([
      'sculpture-blender',
    ])
  })
  test('leave a sheet that had both with one', async ({ site }) => {
    await makeSkills(site.context(system))
    await makeSheet(site.context(system))
    await mergeSkill(await staff(site), { slug: 'eclairer-une-scene', into: 'Blender' })
    const sheet = await sheetBySlug(site.read, visitor, 'animateur-3d')
    expect(await skillLines(site.read, visitor, sheet?.id ?? '')).toHaveLength(5)
  })
  test('are two different ones, and not one inside the other', async ({ site }) => {
    const context = await staff(site)
    await createSkill(context, skill('Image'))
    await createSkill(context, skill('Blender', 'Image'))
    await expect(mergeSkill(context, { slug: 'image', into: 'image' })).rejects.toMatchObject({
      errors: { into: expect.stringContaining('autre') },
    })
    await expect(mergeSkill(context, { slug: 'image', into: 'Blender' })).rejects.toMatchObject({
      errors: { into: expect.stringContaining('autre sens') },
    })
    await expect(mergeSkill(context, { slug: 'image', into: 'Rien' })).rejects.toMatchObject({ status: 422 })
  })
})

test('nobody but the team keeps skills, and nobody changes those of a repertory', async ({ db, site }) => {
  await makeReferenceSheets(writer(db, () => {}))
  await expect(createSkill(site.context(await site.actor('hr')), skill('Maya'))).rejects.toMatchObject({ status: 403 })
  await expect(editSkill(await staff(site), { ...skill('X'), slug: 'blender-rome' })).rejects.toMatchObject({
    status: 403,
  })
})
