import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { password, signUp } from '../accounts/examples.ts'
import { askContact } from './actions/contacts.ts'
import { saveSearch } from './actions/searches.ts'
import { makeCast } from './examples/cast.ts'
import { pastCount } from './tables/dealings.ts'
import { profile } from './tables.ts'

/** Every row of every table, whatever its columns: texts, JSON, arrays, search vectors. */
async function rowsWith(db: Database, word: string): Promise<string[]> {
  const { rows: tables } = await db.execute(
    sql`select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { schema, name } of tables) {
    const table = sql`${sql.identifier(String(schema))}.${sql.identifier(String(name))}`
    const { rows } = await db.execute(
      sql`select count(*)::int as n from ${table} as t where t::text ilike ${`%${word}%`}`,
    )
    if (Number(rows[0]?.n) > 0) found.push(String(name))
  }
  return found.sort()
}

const secrets = [
  'marquepage',
  'zebulon',
  'tournebroche',
  'chantepleure',
  '55443322',
  'girouettes',
  'passevolant',
  'brimborion',
]

test('after somebody has left, no word of theirs is in any table, index or mail; numbers remain', async ({
  site,
  db,
}) => {
  const { sheet, by } = await makeCast(site)
  const me = await signUp(site, { name: 'Zebulon Marquepage', email: 'zebulon@marquepage.example', password })
  await me.post('/talents/mine')
  await me.post('/talents/mine/heading', {
    headline: 'Tournebroche',
    summary: 'Zebulon aime la chantepleure.',
    city: 'Annecy',
    department: '74',
    phone: '+33 655443322',
  })
  await me.post('/talents/mine/occupations', { 'held.0': sheet.id })
  await me.post('/talents/mine/skill', { name: 'Girouettes', level: '2' })
  await me.post('/talents/mine/experience/new', {
    kind: 'work',
    title: 'Passevolant',
    organisationName: 'Maison Brimborion',
  })
  await me.post('/talents/mine/education/new', { area: 'Études de chantepleure' })
  await me.post('/talents/mine/link/new', { kind: 'site', url: 'https://marquepage.example' })
  await me.post('/talents/mine/visibility', { visibility: 'public', titleForm: 'both' })
  const [row] = await db.select().from(profile)
  const code = row?.code ?? ''
  await (await site.as('hr')).get(`/talents/${code}`)
  await askContact(await by('hr'), { code, message: 'Cher Zebulon Marquepage, écrivez-nous.' })
  await saveSearch(await by('hr'), { name: 'Annecy', asked: 'place=74', alert: true })
  for (const word of secrets) expect([word, (await rowsWith(db, word)).length > 0]).toEqual([word, true])

  const out = await me.post('/account/data/delete', { password, confirm: 'on', confirmed: 'on' })
  expect(out.status).toBe(303)
  // One mail leaves to say that all is gone: it is the account's, and goes with the mails of long ago.
  await db.execute(sql`delete from outbox where recipient = 'zebulon@marquepage.example' and account_id is null`)
  for (const word of [...secrets, code]) expect([word, await rowsWith(db, word)]).toEqual([word, []])
  const year = new Date().getUTCFullYear()
  expect(await db.select().from(pastCount)).toEqual([{ year, occupation: sheet.slug, sector: 'animation', people: 1 }])
  expect((await site.visit().get(`/talents/${code}`)).status).toBe(404)
})

test('an erased profile leaves the account, and may be begun again', async ({ site, db }) => {
  await makeCast(site)
  const me = await site.as('person')
  await me.post('/talents/mine')
  await me.post('/talents/mine/heading', { headline: 'Tournebroche' })
  expect((await me.post('/talents/mine/close')).status).toBe(303)
  expect(await rowsWith(db, 'tournebroche')).toEqual([])
  expect((await me.post('/talents/mine')).status).toBe(303)
  expect(await db.select().from(profile)).toHaveLength(1)
})

test('everything that is held about a person is in their export, and nothing of others', async ({ site }) => {
  const { sheet, by } = await makeCast(site)
  const me = await site.as('person')
  await me.post('/talents/mine')
  await me.post('/talents/mine/heading', { headline: 'Tournebroche' })
  await me.post('/talents/mine/occupations', { 'sought.0': sheet.id })
  await me.post('/talents/mine/skill', { name: 'Girouettes' })
  await me.post('/talents/mine/visibility', { visibility: 'public', titleForm: 'both' })
  const { talentData } = await import('./actions/personal.ts')
  const data = JSON.stringify(await talentData.data(site.read, await site.actor('person')))
  for (const word of ['Tournebroche', 'Girouettes', sheet.id, 'public']) expect(data).toContain(word)
  const other = JSON.stringify(await talentData.data(site.read, (await by('hr')).actor))
  expect(other).not.toContain('Tournebroche')
  expect(await talentData.consequences(site.read, await site.actor('person'), 'fr')).toHaveLength(2)
  expect(await talentData.consequences(site.read, await site.actor('hr'), 'fr')).toEqual([])
})
