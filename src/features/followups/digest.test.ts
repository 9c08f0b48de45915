import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../kernel/days.ts'
import { invite, withdrawInvitation } from '../accounts/actions/invitations.ts'
import { linkIn } from '../accounts/examples.ts'
import { invitation, user } from '../accounts/tables.ts'
import { noticeChoice } from '../messages/tables.ts'
import { snoozeByMail } from './actions/digest.ts'
import { type Owing, owe, settle } from './actions/owe.ts'
import { followUpData } from './actions/personal.ts'
import { exampleKind } from './examples.ts'
import { invitationsWatched, remind } from './jobs.ts'
import { addWorkingDays } from './rules/working-days.ts'
import { followUpNotices, organisationParty, type Party, person, team } from './schema.ts'
import { followUp, followUpDigest, followUpEvent } from './tables.ts'

type Site = ReturnType<typeof site>
/** A working day that is not the first of its week: weekly digests do not leave on it. */
const today: Day = '2027-03-02'
const at = (day: Day) => new Date(`${day}T07:30:00Z`)
const morning = (site: Site, day: Day = today) => remind.run(site.context(system, at(day)), site.read)
const txOf = (db: Database) => writer(db, () => {})

async function open(db: Database, debtor: Party, id: string, more: Partial<Owing> = {}) {
  const made = await owe(txOf(db), {
    kind: exampleKind,
    about: { table: followUp, id },
    debtor,
    creditor: team,
    title: { fr: `Répondre à ${id}`, en: `Answer ${id}` },
    href: '/account',
    dueOn: addDays(today, -1),
    deed: 'tests.ask',
    by: system,
    now: at(addDays(today, -9)),
    ...more,
  })
  return made ?? ''
}
const own = async (site: Site) => person((await site.personOf('person')).id)
const recipients = async (site: Site) =>
  (await site.mails()).filter(({ text }) => text.includes('/followups')).map(({ recipient }) => recipient)

describe('the mail of the morning', () => {
  test('names all that a person owes, the most overdue first, each with its link and two to put it off', async ({
    db,
    site,
  }) => {
    const debtor = await own(site)
    const late = await open(db, debtor, 'B', { dueOn: addDays(today, -6) })
    const ahead = await open(db, debtor, 'A', { dueOn: addDays(today, 30) })
    await morning(site)
    expect(await recipients(site)).toEqual(['person@example.org'])
    const [mail] = (await site.mails()).slice(-1)
    expect(mail).toMatchObject({ subject: '2 choses vous attendent, dont certaines en retard', confidential: true })
    expect(mail?.text.indexOf('Répondre à B')).toBeLessThan(mail?.text.indexOf('Répondre à A') ?? 0)
    expect(mail?.text).toContain('en retard de 6 jours')
    expect(mail?.text).toContain('http://localhost/account')
    for (const id of [late, ahead])
      for (const days of [1, 7])
        expect(mail?.text).toMatch(new RegExp(`/followups/${id}/later\\?key=[\\w-]+&days=${days}`))
    expect(mail?.html).toContain('Reporter à demain')
  })
  test('is in the person’s language', async ({ db, site }) => {
    await db
      .update(user)
      .set({ language: 'en' })
      .where(eq(user.id, (await site.personOf('person')).id))
    await open(db, await own(site), 'A')
    await morning(site)
    const [mail] = (await site.mails()).slice(-1)
    expect(mail?.subject).toBe('Something is waiting for you, and it is late')
    expect(mail?.text).toContain('http://localhost/en/account')
  })
  test('leaves once a day, and again two working days later when nothing was done', async ({ db, site }) => {
    await open(db, await own(site), 'A')
    await morning(site)
    await morning(site)
    await morning(site, addWorkingDays(today, 1))
    expect(await recipients(site)).toHaveLength(1)
    await morning(site, addWorkingDays(today, 2))
    expect(await recipients(site)).toHaveLength(2)
  })
  test('does not leave at the weekend, nor to whoever wants none or a weekly one on another day', async ({
    db,
    site,
  }) => {
    await open(db, await own(site), 'A')
    await morning(site, '2027-03-06')
    const { id: accountId } = await site.personOf('person')
    const choice = { accountId, kind: followUpNotices.reminder.kind, at: new Date() }
    await db.insert(noticeChoice).values({ ...choice, rhythm: 'never' })
    await morning(site)
    await db.update(noticeChoice).set({ rhythm: 'weekly' })
    await morning(site)
    expect(await recipients(site)).toEqual([])
    await morning(site, '2027-03-08')
    expect(await recipients(site)).toHaveLength(1)
  })
  test('does not leave within a day of a notification', async ({ db, site }) => {
    const evening = new Date(at(today).getTime() - 12 * 3_600_000)
    await open(db, await own(site), 'A', { now: evening, notified: true })
    await morning(site)
    expect(await recipients(site)).toEqual([])
    await morning(site, addWorkingDays(today, 1))
    expect(await recipients(site)).toHaveLength(1)
  })
  test('goes to nobody where an organisation has nobody', async ({ db, site }) => {
    await open(db, organisationParty('00000000-0000-7000-8000-00000000dead'), 'A')
    await morning(site)
    expect(await recipients(site)).toEqual([])
  })
  test('is what a deed soon after it is put down to', async ({ db, site }) => {
    await open(db, await own(site), 'A')
    await morning(site)
    const closing = { kind: exampleKind, about: { table: followUp, id: 'A' }, by: system }
    await settle(txOf(db), { ...closing, now: at(addWorkingDays(today, 1)) })
    const [row] = await db.select().from(followUp)
    expect(row).toMatchObject({ state: 'settled', thanksToDigest: true })
  })
})

describe('the link in the mail', () => {
  const linkOf = async (site: Site, days = 1) => {
    const [mail] = (await site.mails()).slice(-1)
    const text = mail?.text.split('\n').find((line) => line.includes(`days=${days}`)) ?? ''
    return linkIn({ text: text.trim() })
  }
  /** Sent just now, so that its link still works. */
  const sentNow = async (db: Database, site: Site) => {
    const id = await open(db, await own(site), 'A', { now: at('2026-01-05'), dueOn: '2026-01-06' })
    await morning(site)
    await db.update(followUpDigest).set({ sentAt: new Date() })
    return id
  }
  test('asks first, then puts it off without a session, and says until when', async ({ db, site }) => {
    const id = await sentNow(db, site)
    const guest = site.visit()
    const link = await linkOf(site, 7)
    const asked = await guest.get(link)
    expect(asked.text).toContain('Reporter de 7 jours')
    expect((await db.select().from(followUp))[0]?.snoozedUntil).toBeNull()
    expect((await guest.post(link)).location).toBe(link)
    const until = addDays(dayOf(new Date()), 7)
    expect((await db.select().from(followUp))[0]).toMatchObject({ id, snoozedUntil: until })
    expect((await guest.get(link)).text).toContain('C’est reporté')
  })
  test('opens nothing with another key, for another follow-up, or after two weeks', async ({ db, site }) => {
    const id = await sentNow(db, site)
    const other = await open(db, team, 'other')
    const link = await linkOf(site)
    const key = new URL(link, 'http://x').searchParams.get('key') ?? ''
    const guest = site.visit()
    expect((await guest.get(link.replace(key, 'another-key-that-was-made-up'))).status).toBe(409)
    expect((await guest.get(link.replace(id, other))).status).toBe(409)
    expect((await guest.get(`/followups/${id}/later`)).status).toBe(404)
    await expect(snoozeByMail(site.context(system), { id: other, key, days: 1 })).rejects.toMatchObject({ status: 409 })
    await db.update(followUpDigest).set({ sentAt: new Date(Date.now() - 15 * 86_400_000) })
    expect((await guest.get(link)).status).toBe(409)
    expect((await guest.post(link)).status).toBe(409)
  })
  test('does nothing once it is done', async ({ db, site }) => {
    await sentNow(db, site)
    const link = await linkOf(site)
    await settle(txOf(db), { kind: exampleKind, about: { table: followUp, id: 'A' }, by: system, now: new Date() })
    expect((await site.visit().post(link)).status).toBe(409)
  })
})

describe('an invitation', () => {
  const watch = async (site: Site, name: string) => {
    const reaction = invitationsWatched.find((one) => one.name === name)
    await reaction?.run(site.context(system), site.read, '')
  }
  const states = async (db: Database) => (await db.select().from(followUp)).map(({ state }) => state)
  test('is owed an answer by its last day, or its sender does something about it', async ({ db, site }) => {
    const staff = site.context(await site.actor('staff'))
    const { id } = await invite(staff, { email: 'guest@example.org', role: 'reviewer' })
    await watch(site, 'followups.after-invite')
    await watch(site, 'followups.after-invite')
    const rows = await db.select().from(followUp)
    expect(rows).toMatchObject([{ debtorPersonId: staff.actor.id, href: '/accounts/invitations' }])
    expect(JSON.stringify(rows)).not.toContain('guest@example.org')
    await withdrawInvitation(staff, { id })
    await watch(site, 'followups.after-withdraw')
    expect(await states(db)).toEqual(['cancelled'])
  })
  test('that was accepted is settled', async ({ db, site }) => {
    const { id } = await invite(site.context(system), { email: 'guest@example.org', role: 'reviewer' })
    await watch(site, 'followups.after-invite')
    await db.update(invitation).set({ acceptedAt: new Date() }).where(eq(invitation.id, id))
    await watch(site, 'followups.after-accept')
    expect(await states(db)).toEqual(['settled'])
  })
})

describe('somebody who goes', () => {
  test('takes along every word about them, and owes nothing any more; the counts stay', async ({ db, site }) => {
    const leaving = await site.personOf('person')
    const staff = await site.actor('staff')
    const title = { fr: 'Répondre à Person Exemple' }
    const owing = await open(db, person(leaving.id), 'A', { title })
    const owed = await open(db, team, 'B', { creditor: person(leaving.id), title })
    const borne = await open(db, person(staff.id ?? ''), 'C')
    await db.update(followUp).set({ bearerId: leaving.id }).where(eq(followUp.id, borne))
    await db.insert(followUpEvent).values([
      {
        followUpId: owed,
        kind: 'called',
        outcome: 'message',
        at: new Date(),
        byId: staff.id,
        note: 'Person Exemple rappelle',
      },
      { followUpId: borne, kind: 'snoozed', at: new Date(), byId: leaving.id, note: 'Exemple : je pars' },
    ])
    await morning(site)
    const file = await followUpData.data(site.read, await site.actor('person'))
    expect(file).toMatchObject({ followUps: [{}, {}, {}], written: [{ note: 'Exemple : je pars' }] })
    expect(await followUpData.consequences(site.read, await site.actor('person'), 'fr')).toEqual([
      '2 demandes que vous devez, ou que l’on vous doit, seront annulées.',
    ])
    await followUpData.erase(txOf(db), leaving, new Date())
    await db.execute(sql`delete from outbox`)
    await db.delete(user).where(eq(user.id, leaving.id))
    const rows = await db.select().from(followUp).orderBy(followUp.openedAt, followUp.id)
    const stateOf = (id: string) => rows.find((row) => row.id === id)
    expect([stateOf(owing)?.state, stateOf(owed)?.state, stateOf(borne)?.state]).toEqual([
      'cancelled',
      'cancelled',
      'open',
    ])
    expect(stateOf(borne)?.bearerId).toBeNull()
    const everything = JSON.stringify([
      rows,
      await db.select().from(followUpEvent),
      await db.select().from(followUpDigest),
    ])
    for (const trace of ['Person Exemple', leaving.id, 'je pars', 'rappelle']) expect(everything).not.toContain(trace)
  })
})
