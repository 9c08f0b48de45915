import { sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { deadAddress, journal, outbox } from '../../db/tables.ts'
import { sayIn } from './actions/conversations.ts'
import { leave, reportToTeam } from './actions/deeds.ts'
import { messagesData } from './actions/personal.ts'
import { inDeed, openExample } from './examples.ts'
import * as tables from './tables.ts'

type Site = ReturnType<typeof openSite>
const erase = async (site: Site, db: Database) => {
  const person = await site.personOf('person')
  await inDeed(site.context(await site.actor('person')), (tx) => messagesData.erase(tx, person, new Date()))
  await db.execute(sql`delete from account_user where id = ${person.id}`)
}
async function everything(db: Database): Promise<string> {
  const all: PgTable[] = [...(Object.values(tables) as PgTable[]), outbox, journal, deadAddress]
  const rows = []
  for (const table of all) rows.push([getTableConfig(table).name, await db.select().from(table)])
  return JSON.stringify(rows)
}

describe('somebody who leaves', () => {
  test('takes all of it along, under the names that they saw', async ({ site }) => {
    const [hr, person] = [await site.personOf('hr'), await site.personOf('person')]
    const actor = await site.actor('person')
    const aliased = { participants: [{ accountId: hr.id, alias: 'RH 12' }, { accountId: person.id }] }
    const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id, aliased)
    await inDeed(site.context(actor), (tx) => sayIn(tx, { conversationId: id, authorId: person.id, text: 'Merci.' }))
    const data = JSON.stringify(await messagesData.data(site.read, actor))
    for (const there of ['Un stage au printemps', 'RH 12', 'Merci.', 'votre profil nous intéresse', 'messages.message'])
      expect(data).toContain(there)
    for (const hidden of [hr.name, hr.email, hr.id, 'replyKey']) expect(data).not.toContain(hidden)
    await leave(site.context(actor), { id })
    const later = await messagesData.data(site.read, actor)
    expect(later).toMatchObject({ conversations: [], writtenInConversationsLeft: [{ text: 'Merci.' }] })
    expect(await messagesData.consequences(site.read, actor, 'fr')).toHaveLength(2)
  })
  test('leaves the others what was said, and nothing that names them anywhere', async ({ site, db }) => {
    const [hr, person] = [await site.personOf('hr'), await site.personOf('person')]
    const context = site.context(await site.actor('person'))
    const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id, {
      subject: `Le stage de ${person.name}`,
      about: { kind: 'talents.profile', id: 'x', title: { fr: `Profil de ${person.name}` }, href: '/talents/x' },
      text: `Bonjour ${person.name.toUpperCase()}, parlons-en.`,
    })
    const text = `Merci !\n${person.name}\n${person.email}`
    await inDeed(context, (tx) => sayIn(tx, { conversationId: id, authorId: person.id, text, mailId: '<1@ada>' }))
    await reportToTeam(context, { id, reason: `Signé ${person.name}` })
    await db.insert(deadAddress).values({ address: person.email, since: new Date(), reason: '550' })
    // What accounts erases by itself: the mails to the person.
    await db.execute(sql`delete from outbox where account_id = ${person.id}`)
    await erase(site, db)
    const left = await everything(db)
    for (const trace of [person.name, person.name.toUpperCase(), person.email, '<1@ada>'])
      expect([trace, left.includes(trace)]).toEqual([trace, false])
    const page = (await (await site.as('hr')).get(`/messages/${id}`)).text
    expect(page).toContain('Merci')
    expect(page).toContain('Une personne qui a quitté le site')
  })
  test('last closes the door: a conversation that nobody is left to read goes too', async ({ site, db }) => {
    const [hr, person] = [await site.personOf('hr'), await site.personOf('person')]
    const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id)
    await leave(site.context(await site.actor('hr')), { id })
    await erase(site, db)
    expect(await db.select().from(tables.conversation)).toEqual([])
    expect(await db.select().from(tables.message)).toEqual([])
    expect(await db.select().from(tables.notice)).toEqual([])
  })
})
