import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import { system, visitor } from '../../kernel/actor.ts'
import { addPerson } from '../affiliations/actions/affiliations.ts'
import { makeSheet, makeSkills } from '../occupations/examples.ts'
import { merge } from '../organisations/actions/merge.ts'
import { example } from '../organisations/examples.ts'
import { create, edit } from './actions/course.ts'
import { follow } from './actions/follow.ts'
import { confirm, propose } from './actions/sponsorship.ts'
import { refuse } from './actions/suggestions.ts'
import { aCourse, makeCourse } from './examples.ts'
import { bySlug } from './queries/course.ts'
import { sponsorsOf } from './queries/sponsorships.ts'
import { suggestionsFor } from './queries/suggestions.ts'

type Site = ReturnType<typeof site>
/** The cast's representative speaks for a school here, its HR person for a company. */
async function stage(site: Site) {
  const context = site.context(system)
  const school = await example(context, 'school')
  const company = await example(context, 'company')
  const { email } = await site.personOf('representative')
  await addPerson(context, { id: school.id, email, role: 'representative', startsOn: '2020-01-01' })
  const other = await site.personOf('hr')
  await addPerson(context, { id: company.id, email: other.email, role: 'representative', startsOn: '2020-01-01' })
  return { context, school, company, teacher: await site.actor('representative'), boss: await site.actor('hr') }
}
const form = {
  'title.fr': 'Montage',
  'summary.fr': 'Deux ans de montage.',
  level: '5',
  town: 'Lyon',
  'sectors.0': 'cinema',
}

describe('a school’s representative', () => {
  test('describes a course, submits it, gets it back with a reason, and sees it published', async ({ site }) => {
    const { school } = await stage(site)
    const browser = await site.as('representative')
    const staff = await site.as('staff')
    expect((await browser.get('/courses/new')).text).toContain(school.displayName)
    expect((await browser.post('/courses/new', { ...form, 'title.fr': '', schools: school.slug })).status).toBe(422)
    expect((await browser.post('/courses/new', { ...form, schools: school.slug })).location).toBe('/courses/montage')
    expect((await site.visit().get('/courses/montage')).status).toBe(404)
    expect((await browser.post('/courses/montage/submit')).status).toBe(303)
    expect((await browser.post('/courses/montage/publish')).status).toBe(403)
    expect((await staff.get('/courses/team')).text).toContain('Montage')
    expect((await staff.post('/courses/montage/send-back', { reason: 'Il manque le coût.' })).status).toBe(303)
    expect((await browser.get('/courses/montage')).text).toContain('Il manque le coût.')
    await browser.post('/courses/montage/submit')
    await staff.post('/courses/montage/publish')
    const page = await site.visit().get('/courses/montage')
    expect(page.status).toBe(200)
    expect(page.text).toContain('"@type":"EducationalOccupationalProgram"')
    const subjects = (await site.mails()).map(({ subject }) => subject)
    expect(subjects).toContain('Montage est en ligne')
  })
  test('changes a published course at once, and the team is told once until it has looked', async ({ site }) => {
    const { context, school, teacher } = await stage(site)
    await site.personOf('staff')
    const one = await makeCourse(context, school.slug)
    const mine = site.context(teacher)
    const told = async () => (await site.mails()).filter(({ subject }) => subject.includes('a changé')).length
    const before = await told()
    await edit(mine, { ...aCourse({ months: 24 }), id: one.id })
    const after = await told()
    expect(after).toBeGreaterThan(before)
    await edit(mine, { ...aCourse({ months: 12 }), id: one.id })
    expect(await told()).toBe(after)
    const found = await bySlug(site.read, system, one.slug)
    expect(found).toMatchObject({ months: 12, state: 'published' })
    expect(found?.schools.map(({ id }) => id)).toEqual([school.id])
    expect(found?.unseenSince).not.toBeNull()
    const staff = await site.as('staff')
    await staff.post(`/courses/${one.slug}/acknowledge`)
    expect((await bySlug(site.read, system, one.slug))?.unseenSince).toBeNull()
    await expect(edit(mine, { ...aCourse({ summary: { fr: '' } }), id: one.id })).rejects.toThrow(/le résumé/)
  })
  test('does not touch the courses of another school', async ({ site }) => {
    const { context, teacher, school } = await stage(site)
    const elsewhere = await example(context, 'laboratory')
    expect(elsewhere.id).not.toBe(school.id)
    await expect(create(site.context(teacher), aCourse({ schools: ['Autre école'] }))).rejects.toMatchObject({
      status: 403,
    })
    const stranger = await site.as('hr')
    const one = await makeCourse(context, school.slug)
    expect((await stranger.get(`/courses/${one.slug}/edit`)).status).toBe(403)
  })
})

describe('a sponsorship', () => {
  test('shows to everybody only when the other side has confirmed it', async ({ site }) => {
    const { context, school, company, teacher, boss } = await stage(site)
    const one = await makeCourse(context, school.slug)
    const asked = { id: one.id, company: company.slug, startsOn: '2026-01-01', commitments: ['juries'] }
    const { id } = await propose(site.context(boss), asked)
    const seen = async () => (await sponsorsOf(site.read, visitor, one.id)).length === 1
    expect(await seen()).toBe(false)
    await expect(confirm(site.context(boss), { id })).rejects.toMatchObject({ status: 403 })
    await expect(propose(site.context(boss), asked)).rejects.toThrow(/parraine déjà/)
    await confirm(site.context(teacher), { id })
    expect(await seen()).toBe(true)
    expect((await site.visit().get(`/courses/${one.slug}`)).text).toContain(company.displayName)
    expect((await site.visit().get(`/organisations/${company.slug}`)).text).toContain(`/courses/${one.slug}`)
    await expect(confirm(site.context(teacher), { id })).rejects.toMatchObject({ status: 409 })
  })
})

describe('a suggestion', () => {
  test('is accepted into both pages, or refused for good', async ({ site }) => {
    const { context, school } = await stage(site)
    await makeSkills(context)
    const sheet = await makeSheet(context)
    const one = await makeCourse(context, school.slug, { skills: ['Blender', 'Anatomie', 'Éclairer une scène'] })
    const actor = await site.actor('staff')
    const staff = await site.as('staff')
    const pair = { courseId: one.id, occupationId: sheet.id }
    expect((await staff.get(`/courses/suggestions?occupation=${sheet.slug}`)).text).toContain('3 compétences en commun')
    await refuse(site.context(actor), pair)
    expect(await suggestionsFor(site.read, actor, sheet.id)).toEqual([])
    await staff.post('/courses/suggestions/reconsider', pair)
    await staff.post('/courses/suggestions/accept', pair)
    expect((await site.visit().get(`/occupations/${sheet.slug}`)).text).toContain(`/courses/${one.slug}`)
    expect((await site.visit().get('/courses/suggestions')).status).toBe(403)
  })
})

describe('two schools that become one', () => {
  test('keep their courses', async ({ site }) => {
    const { context, school } = await stage(site)
    const kept = await example(context, 'site-operator')
    const one = await makeCourse(context, school.slug)
    await merge(context, { id: kept.id, otherId: school.id, take: [] })
    await follow(context, {})
    const found = await bySlug(site.read, system, one.slug)
    expect(found?.schools.map(({ id }) => id)).toEqual([kept.id])
    expect(found?.schoolNames).toBe(kept.displayName)
  })
})
