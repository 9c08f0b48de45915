import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { makeSheet, makeSkills } from '../occupations/examples.ts'
import { example } from '../organisations/examples.ts'
import { enterAll } from './actions/bulk.ts'
import { aCourse, makeCourse } from './examples.ts'
import { courseList } from './queries/list.ts'
import { courseSearch } from './schema/input.ts'

type Site = ReturnType<typeof site>
const list = (site: Site, asked: object = {}) =>
  courseList(site.read, courseSearch.parse(asked), { limit: 30, offset: 0 })
const titles = async (site: Site, asked: object = {}) => (await list(site, asked)).rows.map(({ title }) => title.fr)

describe('the index', () => {
  test('finds a course by a misspelt word, by its school, its town and the occupation it leads to', async ({
    site,
  }) => {
    const context = site.context(system)
    const school = await example(context, 'school')
    await makeSkills(context)
    const sheet = await makeSheet(context)
    await makeCourse(context, school.slug, { occupations: [sheet.slug], skills: ['Blender'] })
    await makeCourse(context, school.slug, {
      title: { fr: 'Montage' },
      summary: { fr: 'Deux ans de montage.' },
      sectors: ['cinema'],
      town: 'Lyon',
      level: 5,
    })
    expect(await titles(site, { q: 'animtion' })).toEqual(['Animation 3D'])
    expect(await titles(site, { q: 'école des images' })).toHaveLength(2)
    expect(await titles(site, { q: 'annecy' })).toEqual(['Animation 3D'])
    expect(await titles(site, { q: 'animatrice' })).toEqual(['Animation 3D'])
    expect(await titles(site, { occupation: [sheet.slug] })).toEqual(['Animation 3D'])
    const found = await list(site, { sector: ['cinema'] })
    expect(found.rows.map(({ title }) => title.fr)).toEqual(['Montage'])
    expect(found.counts.sector).toEqual(
      new Map([
        ['animation', 1],
        ['cinema', 1],
      ]),
    )
    expect(found.counts.level).toEqual(new Map([['5', 1]]))
  })
})

describe('a course page', () => {
  test('leads to its school and its occupations, and they lead back', async ({ site }) => {
    const context = site.context(system)
    const school = await example(context, 'school')
    await makeSkills(context)
    const sheet = await makeSheet(context)
    const one = await makeCourse(context, school.slug, { occupations: [sheet.slug] })
    const visitor = site.visit()
    const page = await visitor.get(`/courses/${one.slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`href="/organisations/${school.slug}"`)
    expect(page.text).toContain(`href="/occupations/${sheet.slug}"`)
    expect((await visitor.get(`/organisations/${school.slug}`)).text).toContain(`href="/courses/${one.slug}"`)
    expect((await visitor.get(`/occupations/${sheet.slug}`)).text).toContain(`href="/courses/${one.slug}"`)
  })
})

describe('many courses at once', () => {
  test('are all written or none', async ({ site }) => {
    const context = site.context(system)
    const school = await example(context, 'school')
    const two = [aCourse({ schools: [school.slug], state: 'published' }), aCourse({ schools: ['Nulle part'] })]
    await expect(enterAll(context, { courses: two })).rejects.toThrow(/courses\.1\.schools/)
    expect(await titles(site)).toEqual([])
  })
})
