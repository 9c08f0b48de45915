import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { type Actor, system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { exampleCast } from '../organisations/examples.ts'
import { cancelOne, chooseRhythm, doneElsewhere, handOver, noteCall, snooze, takeBack, wake } from './actions/deeds.ts'
import { type Owing, owe, settle } from './actions/owe.ts'
import { exampleKind } from './examples.ts'
import * as policy from './policy.ts'
import { escalations } from './queries/escalations.ts'
import { figures } from './queries/figures.ts'
import { eventsOf } from './queries/lists.ts'
import { candidates } from './queries/names.ts'
import { organisationParty, type Party, person, team } from './schema.ts'
import { followUp } from './tables.ts'

type Site = ReturnType<typeof site>
const now = new Date()
const today = dayOf(now)
const about = { table: followUp, id: 'a-record' }
const txOf = (db: Database) => writer(db, () => {})

async function open(db: Database, debtor: Party, more: Partial<Owing> = {}) {
  const id = await owe(txOf(db), {
    kind: exampleKind,
    about,
    debtor,
    creditor: team,
    title: { fr: 'Dire si vous venez', en: 'Say whether you will come' },
    href: '/account',
    dueOn: addDays(today, -1),
    deed: 'tests.ask',
    by: system,
    now,
    ...more,
  })
  if (!id) throw new Error('it was open already')
  return id
}
const rowOf = async (db: Database, id: string) => {
  const [row] = await db.select().from(followUp).where(eq(followUp.id, id))
  if (!row) throw new Error('it is gone')
  return row
}
const own = async (site: Site) => person((await site.personOf('person')).id)
async function company(site: Site) {
  const [representative, hr, employee] = [
    await site.personOf('representative'),
    await site.personOf('hr'),
    await site.personOf('employee'),
  ]
  return exampleCast(site.context(system), { representative, hr, employee })
}

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

describe('snoozing', () => {
  test('takes it off the list until the day, and says so to the other side', async ({ db, site }) => {
    const id = await open(db, await own(site))
    const actor = await site.actor('person')
    const until = addDays(today, 3)
    await snooze(site.context(actor), { id, until })
    expect(await rowOf(db, id)).toMatchObject({ snoozedUntil: until, state: 'open', dueOn: addDays(today, -1) })
    await wake(site.context(actor), { id })
    expect((await rowOf(db, id)).snoozedUntil).toBeNull()
    await expect(wake(site.context(actor), { id })).rejects.toThrow('n’est pas reportée')
    const { events } = await eventsOf(site.read, actor, id)
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['opened', 'snoozed', 'woken'])
  })
  test('into the past is refused, and so are today, next year, no day and no such day', async ({ db, site }) => {
    const id = await open(db, await own(site))
    const context = site.context(await site.actor('person'))
    for (const until of [addDays(today, -1), today, addDays(today, 365), '', '2027-02-30'])
      await expect(snooze(context, { id, until })).rejects.toMatchObject({ status: 422 })
    expect((await rowOf(db, id)).snoozedUntil).toBeNull()
  })
  test('is not for the other side nor for the team', async ({ db, site }) => {
    const id = await open(db, await own(site))
    await expect(snooze(site.context(await site.actor('staff')), { id, days: 1 })).rejects.toMatchObject({
      status: 403,
    })
    await expect(snooze(site.context(await site.actor('hr')), { id, days: 1 })).rejects.toMatchObject({ status: 404 })
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
    const { events } = await eventsOf(site.read, representative, id)
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
  test('in the team goes to the team', async ({ db, site }) => {
    const administrator = await site.personOf('administrator')
    const id = await open(db, team)
    const staff = await site.actor('staff')
    const offered = await candidates(site.read, staff, await rowOf(db, id), today)
    expect(offered.map(({ name }) => name)).toEqual(['Administrator Exemple', 'Staff Exemple'])
    await handOver(site.context(staff), { id, to: administrator.id })
    expect((await rowOf(db, id)).bearerId).toBe(administrator.id)
  })
  test('a person without colleagues has nobody to hand over to', async ({ db, site }) => {
    const id = await open(db, await own(site))
    expect(await candidates(site.read, await site.actor('person'), await rowOf(db, id), today)).toEqual([])
  })
})

describe('closing', () => {
  test('elsewhere needs a word on how, and is for either side', async ({ db, site }) => {
    const id = await open(db, await own(site))
    const context = site.context(await site.actor('person'))
    await expect(doneElsewhere(context, { id, how: '  ' })).rejects.toMatchObject({ status: 422 })
    await doneElsewhere(context, { id, how: 'Dit de vive voix à la réunion.' })
    expect(await rowOf(db, id)).toMatchObject({ state: 'elsewhere', closedBy: context.actor.id })
  })
  test('happens once: the second of two people learns that it is done', async ({ db, site }) => {
    const id = await open(db, await own(site))
    await settle(txOf(db), { kind: exampleKind, about, by: system, now })
    const context = site.context(await site.actor('person'))
    for (const late of [
      doneElsewhere(context, { id, how: 'Par téléphone.' }),
      snooze(context, { id, days: 1 }),
      handOver(context, { id, to: id }),
      takeBack(context, { id }),
      wake(context, { id }),
    ])
      await expect(late).rejects.toMatchObject({ status: 409 })
    expect((await rowOf(db, id)).state).toBe('settled')
  })
  test('by cancelling is for whoever waits', async ({ db, site }) => {
    const id = await open(db, team, { creditor: await own(site) })
    await expect(cancelOne(site.context(await site.actor('hr')), { id })).rejects.toMatchObject({ status: 404 })
    await cancelOne(site.context(await site.actor('person')), { id, reason: 'Je ne viens plus.' })
    expect((await rowOf(db, id)).state).toBe('cancelled')
  })
})

describe('the telephone', () => {
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
  test('shows nothing to others', async ({ db, site }) => {
    await open(db, await own(site), late)
    expect((await escalations(site.read, await site.actor('person'), today)).toCall).toEqual([])
  })
  test('waits after a call for the day to call again', async ({ db, site }) => {
    const id = await open(db, await own(site), late)
    const staff = await site.actor('staff')
    const again = addDays(today, 4)
    await noteCall(site.context(staff), { id, outcome: 'promised', said: 'Ce soir.', again })
    const { toCall, called } = await escalations(site.read, staff, today)
    expect([toCall.length, called.length]).toEqual([0, 1])
    expect(await rowOf(db, id)).toMatchObject({ callAgainOn: again, notifiedAt: expect.any(Date) })
    expect((await escalations(site.read, staff, again)).toCall).toHaveLength(1)
  })
  test('of a past day to call again, or without an outcome, is sent back', async ({ db, site }) => {
    const id = await open(db, await own(site), late)
    const context = site.context(await site.actor('staff'))
    await expect(noteCall(context, { id, outcome: 'promised', again: today })).rejects.toMatchObject({ status: 422 })
    await expect(noteCall(context, { id, said: 'rien' })).rejects.toMatchObject({ status: 422 })
    const other = site.context(await site.actor('person'))
    await expect(noteCall(other, { id, outcome: 'message' })).rejects.toMatchObject({ status: 403 })
  })
  test('rings at once where an organisation has nobody who could do it', async ({ db, site }) => {
    const nobody = '00000000-0000-7000-8000-00000000dead'
    await open(db, organisationParty(nobody))
    const { toCall } = await escalations(site.read, await site.actor('staff'), today)
    expect(toCall).toMatchObject([{ contacts: [], rows: [{ debtorOrganisationId: nobody }] }])
  })
})

describe('the figures', () => {
  test('count what is open, late, done, and done after a reminder, with the median of days', async ({ db, site }) => {
    const staff = await site.actor('staff')
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
    for (const [place, days] of [1, 3, 8].entries()) {
      const one = { ...about, id: `done-${place}` }
      const id = await open(db, team, { about: one, now: ago(days) })
      if (place === 0) await db.update(followUp).set({ chasedAt: now }).where(eq(followUp.id, id))
      await settle(txOf(db), { kind: exampleKind, about: one, by: staff, now })
    }
    await open(db, team)
    await open(db, team, { about: { ...about, id: 'ahead' }, dueOn: addDays(today, 5) })
    const { whole, byKind } = await figures(site.read, staff, today)
    expect(whole).toEqual({ open: 2, overdue: 1, settled: 3, elsewhere: 0, byDigest: 1, medianDays: 3 })
    expect(byKind).toMatchObject([{ kind: 'followups.example', settled: 3 }])
    expect((await figures(site.read, await site.actor('person'), today)).whole.open).toBe(0)
  })
})

test('the rhythm of reminders is each person’s own', async ({ site }) => {
  const context = site.context(await site.actor('person'))
  await chooseRhythm(context, { rhythm: 'weekly' })
  expect(await chooseRhythm(context, { rhythm: 'never' })).toMatchObject({ rhythm: 'never' })
  await expect(chooseRhythm(context, { rhythm: 'hourly' })).rejects.toMatchObject({ status: 422 })
})
