import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Database } from '../db/database.ts'
import { writer } from '../db/writer.ts'
import { end } from '../features/affiliations/actions/affiliations.ts'
import { acceptRequest, declineRequest, join, withdrawRequest } from '../features/affiliations/actions/requests.ts'
import { exampleCast } from '../features/affiliations/examples.ts'
import { affiliation } from '../features/affiliations/tables.ts'
import { handOver, takeBack } from '../features/followups/actions/deeds.ts'
import type { Owing } from '../features/followups/actions/owe.ts'
import { exampleKind, oweExample } from '../features/followups/examples.ts'
import { remind } from '../features/followups/jobs.ts'
import * as policy from '../features/followups/policy.ts'
import { escalations } from '../features/followups/queries/escalations.ts'
import { addWorkingDays } from '../features/followups/rules/working-days.ts'
import { organisationParty, type Party, person, team } from '../features/followups/schema.ts'
import { followUp, followUpEvent } from '../features/followups/tables.ts'
import { type Actor, system } from '../kernel/actor.ts'
import { addDays, dayOf } from '../kernel/days.ts'
import { type site, test } from './testing.ts'

type Site = ReturnType<typeof site>
const about = { table: followUp, id: 'a-record' }
const txOf = (db: Database) => writer(db, () => {})
const open = (db: Database, debtor: Party, more: Partial<Owing> = {}) => oweExample(txOf(db), debtor, more)
const rowOf = async (db: Database, id: string) => {
  const [row] = await db.select().from(followUp).where(eq(followUp.id, id))
  if (!row) throw new Error('it is gone')
  return row
}
const own = async (site: Site) => person((await site.personOf('person')).id)
const company = (site: Site) => exampleCast(site.context(system), (role) => site.personOf(role))
/** A Tuesday far enough for everything to have begun. */
const tuesday = '2030-03-05'
const at = (day: string) => new Date(`${day}T07:30:00Z`)
const morning = (site: Site, day = tuesday) => remind.run(site.context(system, at(day)), site.read)
const recipients = async (site: Site) =>
  (await site.mails()).filter(({ text }) => text.includes('/later?key=')).map(({ recipient }) => recipient)

describe('who sees and who may', () => {
  test('is the same in the lists and at the doors, for all of the cast and all kinds of parties', async ({
    db,
    site,
  }) => {
    const { id: organisationId } = await company(site)
    const parties = [await own(site), organisationParty(organisationId), team]
    const ids: string[] = []
    for (const debtor of parties)
      for (const creditor of parties) {
        const one = { ...about, id: `${debtor.kind}-${creditor.kind}` }
        ids.push(await open(db, debtor, { creditor, about: one }))
      }
    for (const name of site.cast.filter((one) => one !== 'visitor')) {
      const actor = await site.actor(name)
      for (const id of ids) {
        const row = await rowOf(db, id)
        const isOne = eq(followUp.id, id)
        const sees = (await site.read.count(policy.visibleTo(actor), isOne)) === 1
        expect([name, sees]).toEqual([
          name,
          policy.owes(actor, row) || policy.awaits(actor, row) || policy.readAll(actor),
        ])
        expect((await site.read.count(policy.waitingFor(actor), isOne)) === 1).toBe(policy.owes(actor, row))
        expect((await site.read.count(policy.awaitedBy(actor), isOne)) === 1).toBe(policy.awaits(actor, row))
      }
    }
  })
  test('of an organisation, those with one of the kind’s roles', async ({ db, site }) => {
    const { id } = await company(site)
    const kind = { ...exampleKind, roles: ['representative'] } as const
    const row = await rowOf(db, await open(db, organisationParty(id), { kind }))
    const owes = async (name: 'representative' | 'hr' | 'employee') => policy.owes(await site.actor(name), row)
    expect([await owes('representative'), await owes('hr'), await owes('employee')]).toEqual([true, false, false])
  })
})

describe('handing over', () => {
  test('within an organisation lets it wait for one colleague alone, until they give it back', async ({ db, site }) => {
    const { id: organisationId } = await company(site)
    const id = await open(db, organisationParty(organisationId))
    const [representative, hr, employee] = await Promise.all(
      (['representative', 'hr', 'employee'] as const).map((name) => site.actor(name)),
    )
    if (!representative || !hr || !employee) throw new Error('the cast is not whole')
    const isOne = eq(followUp.id, id)
    const waitsFor = async (actor: Actor) => (await site.read.count(policy.waitingFor(actor), isOne)) === 1
    expect([await waitsFor(representative), await waitsFor(hr), await waitsFor(employee)]).toEqual([true, true, false])
    await handOver(site.context(representative), { id, to: employee.id, note: 'Tu la connais.' })
    expect([await waitsFor(representative), await waitsFor(hr), await waitsFor(employee)]).toEqual([false, false, true])
    // Colleagues still see it.
    expect(await site.read.count(policy.visibleTo(hr), isOne)).toBe(1)
    await takeBack(site.context(employee), { id })
    expect([await waitsFor(representative), await waitsFor(employee)]).toEqual([true, false])
    const events = await db.select().from(followUpEvent)
    expect(events.map(({ kind, note }) => [kind, note]).toSorted()).toEqual([
      ['handed-over', 'Tu la connais.'],
      ['opened', ''],
      ['taken-back', ''],
    ])
  })
  test('to a stranger is refused, and so is to whom it waits for already', async ({ db, site }) => {
    const { id: organisationId } = await company(site)
    const id = await open(db, organisationParty(organisationId))
    const context = site.context(await site.actor('representative'))
    const stranger = await site.personOf('person')
    const staff = await site.personOf('staff')
    await expect(handOver(context, { id, to: stranger.id })).rejects.toMatchObject({ status: 422 })
    await expect(handOver(context, { id, to: staff.id })).rejects.toMatchObject({ status: 422 })
    const hr = await site.personOf('hr')
    await handOver(context, { id, to: hr.id })
    await expect(handOver(context, { id, to: hr.id })).rejects.toThrow('attend déjà')
  })
  test('one’s own duty goes to a colleague, and back', async ({ db, site }) => {
    await company(site)
    const employee = await site.actor('employee')
    const hr = await site.actor('hr')
    const id = await open(db, person(employee.id ?? ''))
    await handOver(site.context(employee), { id, to: hr.id })
    expect((await rowOf(db, id)).bearerId).toBe(hr.id)
    await handOver(site.context(hr), { id, to: employee.id })
    expect((await rowOf(db, id)).bearerId).toBeNull()
  })
})

describe('the reminder of an organisation', () => {
  test('goes to those of an organisation who may do it, or to the one to whom it was handed over', async ({
    db,
    site,
  }) => {
    const { id } = await company(site)
    const one = await open(db, organisationParty(id), { now: at(addDays(tuesday, -9)) })
    await morning(site)
    expect((await recipients(site)).toSorted()).toEqual(['hr@example.org', 'representative@example.org'])
    const employee = await site.personOf('employee')
    await handOver(site.context(await site.actor('hr')), { id: one, to: employee.id })
    await morning(site, addWorkingDays(tuesday, 1))
    expect((await recipients(site)).slice(2)).toEqual(['employee@example.org'])
  })
  test('goes back to all when whoever had it has left', async ({ db, site }) => {
    const { id } = await company(site)
    const one = await open(db, organisationParty(id), { now: at(addDays(tuesday, -9)) })
    const employee = await site.personOf('employee')
    const representative = site.context(await site.actor('representative'))
    await handOver(representative, { id: one, to: employee.id })
    const [there] = await db.select().from(affiliation).where(eq(affiliation.userId, employee.id))
    await end(representative, { id: there?.id, endsOn: dayOf(new Date()) })
    await morning(site)
    expect((await recipients(site)).toSorted()).toEqual(['hr@example.org', 'representative@example.org'])
    const [row] = await db.select().from(followUp).where(eq(followUp.id, one))
    expect(row?.bearerId).toBeNull()
  })
})
describe('the telephone', () => {
  const today = dayOf(new Date())
  const late = { dueOn: addDays(today, -20) }
  test('is for what has escalated: once a call, whom to ask for, at which number', async ({ db, site }) => {
    const { id: organisationId, displayName } = await company(site)
    await open(db, organisationParty(organisationId), late)
    await open(db, organisationParty(organisationId), { ...late, about: { ...about, id: 'another' } })
    await open(db, await own(site), { about: { ...about, id: 'not yet' } })
    const { toCall } = await escalations(site.read, await site.actor('staff'), today)
    expect(toCall).toHaveLength(1)
    expect(toCall[0]).toMatchObject({ organisation: { name: displayName }, isTeam: false })
    expect(toCall[0]?.contacts.map(({ name }) => name).toSorted()).toEqual(['Hr Exemple', 'Representative Exemple'])
    expect(toCall[0]?.rows).toHaveLength(2)
  })
})

describe('a request to join', () => {
  const owed = (db: Database) => db.select().from(followUp)
  const ask = async (site: Site) => {
    const { id } = await company(site)
    const asker = await site.actor('person')
    return { organisationId: id, asker, request: await join(site.context(asker), { id }) }
  }
  test('is owed an answer by the organisation within five working days, and the asker sees who owes it', async ({
    db,
    site,
  }) => {
    const { organisationId, asker } = await ask(site)
    const [row] = await owed(db)
    expect(row).toMatchObject({
      debtorOrganisationId: organisationId,
      creditorPersonId: asker.id,
      roles: ['representative'],
      dueOn: addWorkingDays(dayOf(new Date()), 5),
      title: { fr: 'Répondre à Person Exemple, qui demande à rejoindre Studio Bleu' },
    })
    expect((await (await site.as('person')).get('/followups/awaited')).text).toContain('De Studio Bleu')
    expect((await (await site.as('representative')).get('/followups')).text).toContain('Répondre à Person Exemple')
    expect((await (await site.as('hr')).get('/followups')).text).toContain('Rien ne vous attend')
  })
  test('is settled by either answer, and over when it is withdrawn', async ({ db, site }) => {
    const { organisationId, asker, request } = await ask(site)
    const representative = site.context(await site.actor('representative'))
    await declineRequest(representative, { id: request.id })
    const again = await join(site.context(asker), { id: organisationId })
    await withdrawRequest(site.context(asker), { id: again.id })
    const third = await join(site.context(asker), { id: organisationId })
    await acceptRequest(representative, { id: third.id })
    const states = (await owed(db)).map(({ aboutId, state }) => [aboutId, state] as const)
    expect(new Map(states)).toEqual(
      new Map([
        [request.id, 'settled'],
        [again.id, 'cancelled'],
        [third.id, 'settled'],
      ]),
    )
  })
})
