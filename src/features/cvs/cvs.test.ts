import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { journal } from '../../db/tables.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { experience } from '../talents/tables.ts'
import { createCv, createLink, revokeLink, saveCv } from './actions/cvs.ts'
import { cvData, wholeExport } from './actions/data.ts'
import { forgetImports, importCv } from './actions/imports.ts'
import { aCv, asJson, withProfile } from './examples.ts'
import { linksOfCv } from './queries/cvs.ts'
import { holderOf } from './queries/own.ts'
import { paperOf } from './rules/paper.ts'
import { cvParts } from './schema/cv.ts'
import { cvImport, cvLook } from './tables.ts'

const pathOf = (url: string) => new URL(url).pathname
const formOf = (id: string, change: object = {}) => ({
  id,
  ...aCv,
  title: '',
  intro: '',
  contact: ['email'],
  parts: cvParts.map((part) => ({ part, shown: 'on' })),
  ...change,
})

describe('a CV', () => {
  test('shows the profile as it is now, and only what was chosen', async ({ site, db }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await withProfile(context)
    const made = await createCv(context, aCv)
    const holder = await holderOf(site.read, person.id ?? '')
    const [first, second] = holder?.experiences ?? []
    const saved = await saveCv(context, {
      ...formOf(made.id),
      title: 'Superviseuse',
      parts: [
        { part: 'education', shown: 'on' },
        { part: 'work', shown: 'on', asked: 'on', order: [second?.id, first?.id], chosen: [second?.id] },
      ],
    })
    expect(saved.layout.parts.map(({ part }) => part).slice(0, 2)).toEqual(['education', 'work'])
    await db
      .update(experience)
      .set({ title: 'Animatrice principale' })
      .where(eq(experience.id, second?.id ?? ''))
    const now = await holderOf(site.read, person.id ?? '')
    const paper = now && paperOf(now, saved)
    expect(paper?.title).toBe('Superviseuse')
    expect(paper?.parts.map(({ title }) => title)).toEqual(['Formation', 'Expériences'])
    expect(paper?.parts[1]?.entries.map(({ title }) => title)).toEqual(['Animatrice principale'])
    expect(paper?.contact.map(({ text }) => text)).toEqual(['camille.roussel@example.org'])
  })
  test('stands beside the profile it is made of, and a first one can be brought in before there is any', async ({
    site,
  }) => {
    const me = await site.as('person')
    const empty = (await me.get('/talents/mine')).text
    expect([empty.includes('href="/cv/import"'), empty.includes('href="/cv/new"')]).toEqual([true, false])
    const context = site.context(await site.actor('person'))
    await withProfile(context)
    const made = await createCv(context, aCv)
    const { text } = await me.get('/talents/mine')
    expect(text).toContain(`href="/cv/${made.id}"`)
    expect(text).toContain('href="/cv/new"')
    await importCv(context, { file: asJson({ basics: { name: 'Ada' }, work: [{ name: 'Bulle' }] }) })
    expect((await me.get('/en/talents/mine')).text).toContain('A CV waits for your decision')
  })
  test('takes one step up or down at a time, parts and entries', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await withProfile(context)
    const { id } = await createCv(context, aCv)
    const up = await saveCv(context, formOf(id, { move: 'education:up' }))
    expect(up.layout.parts.map(({ part }) => part).slice(0, 3)).toEqual(['summary', 'education', 'work'])
    const ids = (await holderOf(site.read, person.id ?? ''))?.experiences.map((one) => one.id) ?? []
    const down = await saveCv(context, formOf(id, { move: `work:${ids[0]}:down` }))
    expect(down.layout.parts.find(({ part }) => part === 'work')?.order).toEqual([ids[1], ids[0]])
  })
  test('is its owner’s alone', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    const { id } = await createCv(context, aCv)
    for (const name of ['staff', 'administrator', 'representative'] as const) {
      const browser = await site.as(name)
      expect((await browser.get(`/cv/${id}`)).status).toBe(404)
      expect((await browser.get(`/cv/${id}/pdf`)).status).toBe(404)
      expect((await browser.post(`/cv/${id}/links`)).status).toBe(404)
    }
    expect((await (await site.as('visitor')).get(`/cv/${id}`)).location).toContain('/sign-in?next=')
  })
  test('is a PDF named after nobody', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    await withProfile(context)
    const { id } = await createCv(context, { ...aCv, design: 'side', language: 'en' })
    const answer = await (await site.as('person')).get(`/cv/${id}/pdf`)
    expect(answer.status).toBe(200)
    expect(answer.text.startsWith('%PDF-')).toBe(true)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cv.pdf"')
  })
  test('has a preview of what is not saved', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    await withProfile(context)
    const { id } = await createCv(context, aCv)
    const browser = await site.as('person')
    const fields = {
      name: 'x',
      language: 'en',
      design: 'sober',
      title: 'Lead <b>animator</b>',
      'parts.0.part': 'work',
      'parts.0.shown': 'on',
    }
    const answer = await browser.post(`/cv/${id}/preview`, fields)
    expect(answer.text).toContain('Lead &lt;b&gt;animator')
    expect(answer.text).toContain('Experience')
    expect((await browser.get(`/cv/${id}/view`)).text).not.toContain('Lead')
  })
  test('without a name is sent back with what was typed', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    const { id } = await createCv(context, aCv)
    const answer = await (await site.as('person')).post(`/cv/${id}`, { ...aCv, name: '', title: 'Gardé' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Gardé')
  })
})

describe('a secret link', () => {
  test('opens the CV for whoever has it, counts looks, and says nothing to search engines', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await withProfile(context)
    const cv = await createCv(context, aCv)
    const { url } = await createLink(context, { id: cv.id })
    const visitor = await site.as('visitor')
    for (const _ of [1, 2]) {
      const answer = await visitor.get(pathOf(url))
      expect(answer.status).toBe(200)
      expect(answer.text).toContain('Studio des Ponts')
      expect(answer.headers.get('x-robots-tag')).toContain('noindex')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    }
    await (await site.as('person')).get(pathOf(url))
    expect((await visitor.get(`${pathOf(url)}/pdf`)).text.startsWith('%PDF-')).toBe(true)
    expect(await linksOfCv(site.read, person, cv.id, new Date())).toMatchObject([{ looks: 2, state: 'open' }])
  })
  test('is closed at once when it is revoked: 410, and no word of whose it was', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    await withProfile(context)
    const cv = await createCv(context, aCv)
    const { url, linkId } = await createLink(context, { id: cv.id, label: 'Studio' })
    const visitor = await site.as('visitor')
    await visitor.get(pathOf(url))
    await revokeLink(context, { id: cv.id, linkId })
    for (const path of [pathOf(url), `/en${pathOf(url)}`, `${pathOf(url)}/pdf`]) {
      const answer = await visitor.get(path)
      expect(answer.status).toBe(410)
      expect(answer.text).not.toMatch(/Studio des Ponts|Camille|camille/)
    }
  })
  test('ends with its last day, and never begins in the past', async ({ site }) => {
    const context = site.context(await site.actor('person'))
    const cv = await createCv(context, aCv)
    const today = dayOf(new Date())
    await expect(createLink(context, { id: cv.id, endsOn: addDays(today, -1) })).rejects.toMatchObject({ status: 422 })
    const longAgo = site.context(context.actor, new Date('2026-01-01T10:00:00Z'))
    const { url } = await createLink(longAgo, { id: cv.id, endsOn: '2026-01-05' })
    expect((await (await site.as('visitor')).get(pathOf(url))).status).toBe(410)
  })
  test('is kept as a hash: its address stands in no table', async ({ site, db }) => {
    const context = site.context(await site.actor('person'))
    const cv = await createCv(context, aCv)
    const { url } = await createLink(context, { id: cv.id, label: 'Studio secret' })
    const token = pathOf(url).split('/').at(-1) ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    const rows = JSON.stringify(await db.select().from(journal))
    expect(rows).not.toContain(token)
    expect(rows).not.toContain('Studio secret')
    expect((await (await site.as('visitor')).get(`/cv/shared/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await (await site.as('visitor')).get('/cv/shared/short')).status).toBe(404)
  })
})

describe('everything out', () => {
  test('one ZIP has profile, JSON Resume and each CV as a PDF, named after nobody', async ({ site }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    await withProfile(context)
    await createCv(context, { ...aCv, name: 'Nom très privé' })
    const files = await wholeExport(site.read, person, new Date())
    expect(files.map(({ name }) => name)).toEqual(['profile.json', 'cvs.json', 'json-resume.json', 'cv-1.pdf'])
    expect(String(await files[2]?.open())).toContain('Studio des Ponts')
    const browser = await site.as('person')
    const answer = await browser.post('/cv/export')
    expect(answer.text.startsWith('PK')).toBe(true)
    expect(JSON.parse((await browser.get('/cv/resume.json')).text).work).toHaveLength(2)
  })
  test('the account’s deletion leaves nothing, and says before what goes', async ({ site, db }) => {
    const person = await site.actor('person')
    const context = site.context(person)
    const cv = await createCv(context, aCv)
    const { url } = await createLink(context, { id: cv.id })
    await (await site.as('visitor')).get(pathOf(url))
    await importCv(context, { file: asJson({ work: [{ name: 'Bulle' }] }) })
    expect(await cvData.consequences(site.read, person, 'fr')).toEqual([
      'Votre CV disparaît, avec ses liens.',
      'Un lien que vous avez donné cesse de s’ouvrir.',
    ])
    const { writer } = await import('../../db/writer.ts')
    await cvData.erase(
      writer(db, () => {}),
      { id: person.id ?? '', email: person.email },
      new Date(),
    )
    expect(await db.select().from(cvLook)).toEqual([])
    expect(await db.select().from(cvImport)).toEqual([])
    expect((await (await site.as('visitor')).get(pathOf(url))).status).toBe(404)
  })
  test('imports that nobody decides about are forgotten after a week', async ({ site, db }) => {
    const actor = await site.actor('person')
    await importCv(site.context(actor, new Date('2026-01-01T10:00:00Z')), {
      file: asJson({ work: [{ name: 'Bulle' }] }),
    })
    await forgetImports(site.context(system, new Date('2026-01-08T09:00:00Z')), {})
    expect(await db.select().from(cvImport)).toHaveLength(1)
    await forgetImports(site.context(system, new Date('2026-01-08T11:00:00Z')), {})
    expect(await db.select().from(cvImport)).toEqual([])
  })
})
