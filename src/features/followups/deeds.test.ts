import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, dayOf } from '../../kernel/days.ts'
import { cancelOne, doneElsewhere, handOver, noteCall, snooze, takeBack, wake } from './actions/deeds.ts'
import { type Owing, settle } from './actions/owe.ts'
import { exampleKind, oweExample } from './examples.ts'
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

const open = (db: Database, debtor: Party, more: Partial<Owing> = {}) => oweExample(txOf(db), debtor, more)
const rowOf = async (db: Database, id: string) => {
  const [row] = await db.select().from(followUp).where(eq(followUp.id, id))
  if (!row) throw new Error('it is gone')
  return row
}
const own = async (site: Site) => person((await site.personOf('person')).id)

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
