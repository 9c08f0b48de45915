import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { settle } from './actions/owe.ts'
import { exampleKind, oweExample } from './examples.ts'
import { person, team } from './schema.ts'
import { followUp } from './tables.ts'

type Site = ReturnType<typeof site>
const today = dayOf(new Date())
const txOf = (db: Database) => writer(db, () => {})
const about = (id: string) => ({ table: followUp, id })
const own = async (site: Site) => person((await site.personOf('person')).id)
const titles = (page: string) => [...page.matchAll(/<h3[^>]*><a[^>]*>([^<]+)<\/a>/g)].map(([, title]) => title)
/** Three that wait for `person`: late, ahead, asleep. */
async function three(db: Database, site: Site) {
  const debtor = await own(site)
  const titled = (fr: string, dueOn: string) => ({ title: { fr, en: `${fr} in English` }, about: about(fr), dueOn })
  const ahead = await oweExample(txOf(db), debtor, titled('Envoyer le devis', addDays(today, 5)))
  const late = await oweExample(txOf(db), debtor, titled('Relire l’affiche', addDays(today, -3)))
  const asleep = await oweExample(txOf(db), debtor, titled('Rendre la clé', today))
  await db
    .update(followUp)
    .set({ snoozedUntil: addDays(today, 2) })
    .where(eq(followUp.id, asleep))
  return { ahead, late, asleep }
}

describe('what waits for me', () => {
  test('is what is open and awake, the most urgent first, each with its deed', async ({ db, site }) => {
    await three(db, site)
    const { text } = await (await site.as('person')).get('/followups')
    expect(titles(text)).toEqual(['Relire l’affiche', 'Envoyer le devis'])
    expect(text).toContain('En retard de 3 jours')
    expect(text).toContain('href="/account"')
    expect(text).toContain('Suivi\u00a0: 2 demandes vous attendent')
  })
  test('can be searched, narrowed and turned round', async ({ db, site }) => {
    await three(db, site)
    const browser = await site.as('person')
    const shown = async (query: string) => titles((await browser.get(`/followups?${query}`)).text)
    expect(await shown('q=affiche')).toEqual(['Relire l’affiche'])
    expect(await shown('q=quote%25')).toEqual([])
    expect(await shown('state=snoozed')).toEqual(['Rendre la clé'])
    expect(await shown('state=overdue')).toEqual(['Relire l’affiche'])
    expect(await shown('state=settled')).toEqual([])
    expect(await shown('kind=nothing.such')).toEqual([])
    expect(await shown('organisation=no-organisation')).toEqual([])
    expect((await shown('sort=-opened')).length).toBe(2)
  })
  test('is said in English to whoever reads English', async ({ db, site }) => {
    await three(db, site)
    const { text } = await (await site.as('person')).get('/en/followups')
    expect(text).toContain('3 days late')
    expect(text).toContain('Relire l’affiche in English')
  })
  test('is empty with a kind word', async ({ site }) => {
    expect((await (await site.as('person')).get('/followups')).text).toContain('Rien ne vous attend')
    expect((await (await site.as('person')).get('/followups/awaited')).text).toContain('Vous n’attendez rien')
  })
  test('comes after signing in', async ({ site }) => {
    expect((await site.visit().get('/followups')).location).toBe('/sign-in?next=%2Ffollowups')
    const english = await site.visit().get('/en/followups?q=quote')
    expect(english.location).toBe('/en/sign-in?next=%2Ffollowups%3Fq%3Dquote')
  })
  test('goes into a spreadsheet as it is shown', async ({ db, site }) => {
    await three(db, site)
    const browser = await site.as('person')
    const csv = (await browser.get('/followups/export.csv?q=affiche')).text.trim().split('\r\n')
    expect(csv).toHaveLength(2)
    expect(csv[1]).toContain('Relire l’affiche;')
    expect(csv[1]).toContain(addDays(today, -3))
    const xlsx = await browser.get('/followups/export.xlsx')
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  })
})

describe('a follow-up', () => {
  test('is snoozed, done elsewhere and looked at by its debtor', async ({ db, site }) => {
    const { late, ahead } = await three(db, site)
    const browser = await site.as('person')
    expect((await browser.post(`/followups/${late}/snooze`, { days: '1' })).location).toBe('/followups')
    expect(titles((await browser.get('/followups')).text)).toEqual(['Envoyer le devis'])
    const again = await browser.post(`/followups/${ahead}/snooze`, { until: addDays(today, -1) })
    expect([again.status, again.text.includes('Choisissez un jour à venir')]).toEqual([422, true])
    const short = await browser.post(`/followups/${ahead}/done`, { how: '' })
    expect([short.status, short.text.includes('Dites en quelques mots')]).toEqual([422, true])
    expect((await browser.post(`/followups/${ahead}/done`, { how: 'Par courriel.' })).status).toBe(303)
    const page = (await browser.get(`/followups/${ahead}`)).text
    expect(page).toContain('a dit que c’était fait autrement\u00a0: «\u00a0Par courriel.\u00a0»')
    expect(page).not.toContain('action="/followups/')
    expect((await browser.post(`/followups/${late}/wake`)).location).toBe(`/followups/${late}`)
  })
  test('is nobody else’s business', async ({ db, site }) => {
    const { late } = await three(db, site)
    const other = await site.as('employee')
    expect((await other.get(`/followups/${late}`)).status).toBe(404)
    expect((await other.post(`/followups/${late}/snooze`, { days: '1' })).status).toBe(404)
    expect((await other.get('/followups/not-an-id')).status).toBe(404)
    expect((await (await site.as('staff')).post(`/followups/${late}/wake`)).status).toBe(403)
  })
})

describe('the team', () => {
  test('notes a call and goes on with its list', async ({ db, site }) => {
    const id = await oweExample(txOf(db), await own(site), { dueOn: addDays(today, -30) })
    const staff = await site.as('staff')
    const list = (await staff.get('/followups/escalations')).text
    expect(list).toContain('person@example.org')
    expect(list).toContain('Numéro inconnu')
    expect((await staff.get('/followups/escalations/export.csv')).text).toContain('Person Exemple <person@example.org>')
    const done = await staff.post(`/followups/${id}/calls`, { outcome: 'promised', said: 'Ce soir.' })
    expect(done.location).toBe('/followups/escalations')
    expect((await staff.get('/followups/escalations')).text).toContain('Déjà appelés')
    expect((await staff.post(`/followups/${id}/calls`, { outcome: '' })).status).toBe(422)
  })
  test('sees figures that open onto lists of just as many', async ({ db, site }) => {
    await oweExample(txOf(db), team)
    await oweExample(txOf(db), await own(site), { about: about('done') })
    await settle(txOf(db), { kind: exampleKind, about: about('done'), by: system, now: new Date() })
    const staff = await site.as('staff')
    const page = (await staff.get('/followups/figures')).text
    const figures = [...page.matchAll(/<p><a href="([^"]+)"><b>(\d+)<\/b>/g)].map(([, href = '', count]) => ({
      href: href.replaceAll('&amp;', '&'),
      count: Number(count),
    }))
    expect(figures.length).toBeGreaterThan(3)
    for (const { href, count } of figures.slice(0, 4)) {
      const list = titles((await staff.get(href)).text)
      expect([href, list.length]).toEqual([href, count])
    }
  })
  test('alone sees all of it', async ({ db, site }) => {
    await three(db, site)
    const staff = await site.as('staff')
    expect(titles((await staff.get('/followups/all')).text)).toHaveLength(3)
    for (const path of ['/followups/all', '/followups/escalations', '/followups/figures', '/followups/all/export.csv'])
      expect([path, (await (await site.as('representative')).get(path)).status]).toEqual([path, 403])
  })
})
